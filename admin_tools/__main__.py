"""The `signpost` command, one line for each group."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

import typer
from typer.main import get_command

from admin_tools.commands.telling import Exit

GROUPS = ("keys", "content", "interchange", "stick", "kiosk", "people", "requests", "reports")
"""Each is a module of `commands`. Only the one that was typed is loaded: a second saved."""


def the_app(words: Sequence[str]) -> typer.Typer:
    """Make the command with the group that was typed; with all of them where help is wanted."""
    app = typer.Typer(
        no_args_is_help=True, add_completion=False, help="Signpost: content, sticks, requests."
    )
    for name in [name for name in GROUPS if name in words[:1]] or GROUPS:
        app.add_typer(import_module(f"admin_tools.commands.{name}").app, name=name)
    return app


def main() -> None:
    """Run the command that was typed."""
    sys.excepthook = _fault
    get_command(the_app(sys.argv[1:]))()


def _fault(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say that the program itself failed: the kind and the place, never a value."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "-"
    what = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else ""
    print(
        f"Something went wrong in the program ({kind.__name__} {what} at {place})."
        " What was there before is still there. Tell the people who look after Signpost.",
        file=sys.stderr,
    )
    sys.stdout.flush()
    os._exit(int(Exit.FAULT))


if __name__ == "__main__":
    main()

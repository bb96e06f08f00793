"""The `signpost` command, one line for each group."""

import os
import sys
from pathlib import Path
from types import TracebackType

import typer
from typer.main import get_command

from admin_tools.commands import content, interchange, keys, kiosk, people, requests, stick
from admin_tools.commands.telling import Exit

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Signpost: content, sticks, requests."
)
app.add_typer(keys.app, name="keys")
app.add_typer(content.app, name="content")
app.add_typer(interchange.app, name="interchange")
app.add_typer(stick.app, name="stick")
app.add_typer(kiosk.app, name="kiosk")
app.add_typer(people.app, name="people")
app.add_typer(requests.app, name="requests")


def main() -> None:
    """Run the command that was typed."""
    sys.excepthook = _fault
    get_command(app)()


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

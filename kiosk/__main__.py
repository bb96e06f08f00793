"""The kiosk's own command: enrol it, set up its panel, or run its screen."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from kiosk import lockdown

LANDSCAPE = "1920x1080"
SMALLEST = 200


def main(words: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code.

    `run` and `commission` replace themselves with `python -I -m kiosk`: no variable of the shell
    and no file beside the program can then change what is loaded.
    """
    given = list(sys.argv[1:] if words is None else words)
    if given[:1] == ["enrol"]:
        from kiosk.assembly import enrolment

        return enrolment.main(given[1:])
    said = _parser().parse_args(given)
    if not sys.flags.isolated:
        os.execv(sys.executable, [sys.executable, "-I", "-m", "kiosk", *given])  # noqa: S606
    lockdown.close_doors(size=said.size, windowed=said.windowed)
    data = said.data.resolve()
    os.chdir("/")
    if said.command == "commission":
        from kiosk.assembly import commissioning

        return commissioning.run(data, said.language)
    from kiosk.assembly import showing

    return showing.run(data, said.size)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="signpost-kiosk", description="The screen on the wing.")
    commands = parser.add_subparsers(required=True, dest="command")
    commands.add_parser("enrol", help="make a kiosk out of an empty folder")
    commission = commands.add_parser("commission", help="measure the panel and set it up")
    commission.add_argument("--language", choices=("en", "cy"), default="en", help="English, Welsh")
    for command in (commission, commands.add_parser("run", help="show the screen")):
        command.add_argument("--data", type=Path, required=True, help="the kiosk's data folder")
        command.add_argument("--size", type=_size, default=LANDSCAPE, help="as in 1920x1080")
        command.add_argument("--windowed", action="store_true", help="for demonstrations")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    size = int(width), int(height)
    if min(size) < SMALLEST:
        raise argparse.ArgumentTypeError(f"no side may be under {SMALLEST} pixels")
    return size


if __name__ == "__main__":
    sys.exit(main())

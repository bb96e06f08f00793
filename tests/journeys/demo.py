"""Opens the kiosk on this display, with a demonstration prison and a folder as the stick."""

import signal
import subprocess
import sys

from tests.journeys.circle import HOUSE, Circle, CommandFailed, program

HERE = HOUSE / "build" / "demo"
SIZE = "1280x800"


def main() -> int:
    """Prepare once, then show the kiosk until its window is stopped with Ctrl+C."""
    circle = Circle(HERE)
    try:
        if not circle.enrolment.exists():
            prepare(circle)
    except CommandFailed as failure:
        sys.stderr.write(f"The demonstration could not be prepared.\n{failure}\n")
        return 4
    tell(circle)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with circle.mailroom():
        words = ("run", "--data", str(circle.data), "--size", SIZE, "--windowed")
        with subprocess.Popen([program("signpost-kiosk"), *words]) as screen:
            try:
                return screen.wait()
            except KeyboardInterrupt:
                return 0
            finally:
                screen.terminate()


def prepare(circle: Circle) -> None:
    """Make keys, content, kiosk, people; take the first stick in."""
    print("Making a demonstration prison (about half a minute) ...", flush=True)
    HERE.mkdir(parents=True, exist_ok=True)
    for step in (circle.make_keys, circle.publish, circle.enrol, circle.register):
        step()
    circle.import_people()
    circle.write_stick()
    circle.first_stick()


def tell(circle: Circle) -> None:
    """Three lines: how to sign in, how to play staff, how to play the office."""
    office = f"--db {circle.office} --keys {circle.keys}"
    print(
        f"Sign in as A1234BC with PIN {circle.pin_of('A1234BC')}. Stop with Ctrl+C here.\n"
        f"Staff: `mv {circle.stick}/SIGNPOST {circle.slot}/` puts the stick in; "
        f"when the screen is green, `mv {circle.slot}/SIGNPOST {circle.stick}/` takes it out.\n"
        f"Office: `.venv/bin/signpost requests collect {circle.stick} {office}`; "
        "docs/office.md tells the rest of the day.",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())

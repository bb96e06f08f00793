"""One long visit on the real screen, off screen, alone and while another program runs."""

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.visiting import Visits, a_finger

ROUNDS = 4
"""Rounds of looking up and searching before the other program is started."""


def main() -> int:
    """Look around; start the program; look around until it has ended; write every touch down."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("program", nargs="+")
    said = parser.parse_args()

    rooms, finger = a_finger(said.data)
    visits = Visits(finger, {})
    finger.press("home", "Touch to start")
    visits.look_around()  # what is drawn for the first time counts for neither
    begun = len(finger.touched)
    for _ in range(ROUNDS):
        visits.look_around()
    started = len(finger.touched)
    with subprocess.Popen(said.program, stdout=subprocess.DEVNULL) as program:
        while program.poll() is None:
            visits.look_around()
    assert program.returncode == 0
    alone, meanwhile = finger.touched[begun:started], finger.touched[started:]
    told = {"alone": [*map(asdict, alone)], "meanwhile": [*map(asdict, meanwhile)]}
    said.out.write_text(json.dumps(told), encoding="utf-8")
    rooms.database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

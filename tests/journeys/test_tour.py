"""The tour is a test too: every step must go as it should."""

import json
import subprocess
import sys

from tests.journeys.circle import HOUSE

STEPS_AT_LEAST = 30


def test_the_whole_circle_runs_by_the_real_commands_screens_and_files() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.journeys.tour"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        timeout=400,
        check=False,
    )

    assert told.returncode == 0, told.stdout + told.stderr
    out = HOUSE / "build" / "tour"
    steps = json.loads((out / "journey.json").read_text(encoding="utf-8"))
    assert len(steps) > STEPS_AT_LEAST
    for step in steps:
        assert not step["picture"] or (out / step["picture"]).stat().st_size > 0

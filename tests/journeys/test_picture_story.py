"""A picture goes the whole way: author, stick, kiosk, screen."""

import subprocess
import sys

from tests.journeys.circle import HOUSE

STEPS = 6


def test_a_picture_goes_from_its_author_to_the_screen_or_its_words_do() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "tests.journeys.picture_story"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert told.returncode == 0, told.stdout + told.stderr
    assert len(told.stdout.splitlines()) == STEPS

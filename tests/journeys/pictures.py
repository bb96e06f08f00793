"""Takes the pictures of the front page from the last tour: docs/pictures/, half size."""

import json
import sys

from PIL import Image

from tests.journeys.circle import HOUSE

SHOWN = {
    "home": "Anybody may begin, without signing in",
    "entry": "A page about the housing service",
    "question": "One thing on a page",
    "confirmation": "Saved, with a number and three honest dates",
    "answer": "The answer",
}
COLOURS = 96
"""Flat colours: a picture of 960 x 540 is then about 40 kB."""


def main() -> int:
    """Write the five pictures; 1 when there was no tour yet."""
    tour, pictures = HOUSE / "build" / "tour", HOUSE / "docs" / "pictures"
    if not (tour / "journey.json").exists():
        sys.stderr.write("There is no tour yet. `make tour` draws it.\n")
        return 1
    steps = json.loads((tour / "journey.json").read_text(encoding="utf-8"))
    of_step = {step["name"]: step["picture"] for step in reversed(steps)}
    pictures.mkdir(exist_ok=True)
    for name, step in SHOWN.items():
        with Image.open(tour / of_step[step]) as whole:
            small = whole.convert("RGB").resize((960, 540), Image.Resampling.LANCZOS)
        small.quantize(COLOURS).save(pictures / f"{name}.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""How long a label takes to draw, in each language."""

import time
from dataclasses import replace

import pytest

from kiosk.text.wording import Wording, draw, measure
from kiosk.translation import Words, languages
from tests.benchmarks.figures import figure, tell

SENTENCES = (
    "Find things out. Ask. Get an answer.",
    "Nobody reads this straight away.",
    "This screen does not call anyone. Tell any officer now.",
    "Saved. Nobody has read it yet.",
    "Close and hide. Your request stays.",
)
"""Messages of the screens, which every language has in its own words."""
LETTERS, WIDTH = 30.0, 900
"""Pixels: body text on a 21.5 inch panel, in a card."""
FRAME = 1000 / 60
"""Milliseconds until the next picture: no label may take longer than that."""
RUNS = 40


@pytest.mark.parametrize("language", sorted(languages()))
def test_drawing_a_paragraph(language: str) -> None:
    words = Words(language)
    text = " ".join(words(sentence) for sentence in SENTENCES)
    first, *spent = [
        _once(Wording(f"{text} {number}", LETTERS, width=WIDTH)) for number in range(RUNS)
    ]
    bare = [_once(Wording(f"{number}", LETTERS)) for number in range(RUNS)]

    least = figure(language, "ms", bare).median
    lines = round(measure(Wording(text, LETTERS, width=WIDTH))[1] / (LETTERS * 1.36))
    shown = figure(f"draw a paragraph in {language}", "ms", spent, aim=FRAME)
    tell(
        replace(
            shown,
            beside=f"a single number: {least:.2f} ms",
            how=f"{len(text)} characters in about {lines} lines, laid out, measured and inked;"
            f" the first time, with its letters to be loaded: {first:.1f} ms",
        )
    )
    assert len(text) > len(SENTENCES)


def _once(wording: Wording) -> float:
    """Milliseconds to measure and draw what was never drawn before."""
    began = time.perf_counter()
    draw(wording)
    return (time.perf_counter() - began) * 1000

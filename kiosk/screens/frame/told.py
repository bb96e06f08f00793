"""What the footer says beside its buttons: when the screen was updated, and where it stands."""

from collections.abc import Iterator
from dataclasses import replace

from kivy.properties import StringProperty

from kiosk.screens.parts.layouts import Flow
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.words import Words
from kiosk.screens.theme import look
from kiosk.text.wording import measure

SAID = 62
"""Millimetres: what the footer says goes on in a second line from here."""
APART = 6
"""Millimetres between two sentences that stand in one line."""
BARELY = 4
"""Millimetres: two lines that are so much higher than a button are better than a bare button."""

Ways = tuple[tuple[str, float], ...]
"""Texts, each with the most millimetres across before it goes on below (0: as many as it needs)."""


class Told(Words):
    """`whole` where there is room; else `short` with the `wing` in a line below, or without it."""

    whole = StringProperty("")
    short = StringProperty("")
    wing = StringProperty("")

    def ways(self, button: Part) -> list[Ways]:
        """How to say it beside the buttons: the first ways are tried until none of them fits.

        Two lines in Arabic letters are higher than a button: then one line is tried first.
        """
        self.text = f"{self.short}\n{self.wing}"
        two_lines = ((self.whole, float(SAID)), (self.short, self._halved()))
        if costs_height(self, button, look.theme.width):
            return [((self.whole, 0.0), (self.short, 0.0)), two_lines]
        return [two_lines]

    def said_in(self, ways: Ways) -> Iterator[None]:
        """Say it in one of these ways after another."""
        for text, widest in ways:
            self.text, self.widest = text, widest
            yield

    def _halved(self) -> float:
        """Millimetres that the short one needs in two lines."""
        words = self.short.split()
        lines = [(words[:at], words[at:]) for at in range(len(words))]
        least = min((max(map(self._wide, both)) for both in lines), default=0.0)
        return min(SAID, (least + 1) / look.theme.mm(1))

    def _wide(self, words: list[str]) -> float:
        return float(measure(replace(self.wording(None), text=" ".join(words)))[0])

    def break_line(self, room: float) -> None:
        """Two lines break before the wing, not within its name; there are never three."""
        if not self.wing or self.text != self.whole:
            return
        for way in (self.whole, f"{self.short}\n{self.wing}", self.short):
            self.text = way
            if self.natural_height(room) <= self.natural_height(look.theme.width):
                return


def costs_height(words: Words, button: Part, wide: float) -> bool:
    """Whether words so many pixels wide are much higher than the button, where height is scarce.

    Two lines in Arabic letters are; then everything else gives way first.
    """
    most = button.natural_height(look.theme.width) + look.px(BARELY)
    return is_short() and words.natural_height(wide) > most


def stand_apart(sentences: Flow, room: float) -> None:
    """Two sentences in one line stand apart; one above the other they stand close."""
    sentences.gap = APART
    if sentences.natural_width() > room:
        sentences.gap = 0


def is_short() -> bool:
    """Whether a line more in header or footer is missed on the page."""
    return look.theme.low or (look.theme.large and not look.theme.portrait)

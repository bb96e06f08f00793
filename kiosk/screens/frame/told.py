"""What the footer says beside its buttons: when the screen was updated, and where it stands."""

from collections.abc import Iterator

from kivy.properties import StringProperty

from kiosk.screens.parts.part import Part
from kiosk.screens.parts.words import Words
from kiosk.screens.theme import look

SAID, SAID_SHORT = 62, 40
"""Millimetres: what the footer says goes on in a second line from here."""


class Told(Words):
    """`whole` where there is room; else `short` with the `wing` in a line below, or without it."""

    whole = StringProperty("")
    short = StringProperty("")
    wing = StringProperty("")

    def ways(self, button: Part) -> Iterator[None]:
        """Say it in one way after another, until one fits beside the buttons.

        Two lines in Arabic letters are higher than a button: then everything else is tried first.
        """
        self.text = self.whole
        ways = [(self.whole, SAID), (self.short, SAID_SHORT)]
        if costs_height(self, button, SAID):
            ways = [(self.whole, 0), (self.short, 0), *ways]
        for text, widest in ways:
            self.text, self.widest = text, widest
            yield

    def break_line(self, room: float) -> None:
        """Two lines break before the wing, not within its name; there are never three."""
        if not self.wing or self.text != self.whole:
            return
        for way in (self.whole, f"{self.short}\n{self.wing}", self.short):
            self.text = way
            if self.natural_height(room) <= self.natural_height(look.theme.width):
                return


def costs_height(words: Words, button: Part, widest: float) -> bool:
    """Whether these words would be higher than the button beside them, where height is scarce.

    Two lines in Arabic letters are; then everything else gives way first.
    """
    wide = look.px(widest)
    return is_short() and words.natural_height(wide) > button.natural_height(look.theme.width)


def is_short() -> bool:
    """Whether a line more in header or footer is missed on the page."""
    return look.theme.low or (look.theme.large and not look.theme.portrait)

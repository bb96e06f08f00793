"""Pieces with a line below them: contents, and where somebody writes by hand."""

from dataclasses import dataclass, replace

from kiosk.paper.pieces import across
from kiosk.paper.press import GREY, Press
from kiosk.text.wording import Wording


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of a list of contents: what, and on which page."""

    wording: Wording
    number: str
    gap: float = 0.0
    keeps: bool = False

    def height(self, press: Press, width: float) -> float:
        """How high it becomes in a column of this width."""
        return press.size(self._text(width))[1]

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Write the words where lines begin, the number where they end."""
        press.write(self._text(width), x + (self._room() if press.right_to_left else 0.0), y)
        number = replace(self.wording, text=self.number, width=None)
        far = press.size(number)[0]
        press.write(number, x if press.right_to_left else x + width - far, y)
        press.line(x, y + self.height(press, width) + self.gap / 2, width, 0.5, GREY)

    def _text(self, width: float) -> Wording:
        return across(self.wording, width - self._room())

    def _room(self) -> float:
        return self.wording.size * 3


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to write on by hand, `room` points below what is above it."""

    room: float
    gap: float = 0.0
    keeps: bool = False

    def height(self, press: Press, width: float) -> float:  # noqa: ARG002
        """How high it is."""
        return self.room

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Draw the line."""
        press.line(x, y + self.room, width, 1.0)

"""The pieces that a page is made of; none of them is ever cut in two."""

from dataclasses import dataclass, replace
from typing import Protocol

import cairocffi

from kiosk.paper.press import Press
from kiosk.text.wording import Wording


class Piece(Protocol):
    """Something that stands across the whole column, `gap` points below what is above it.

    `keeps`: it never stands last on a page.
    """

    @property
    def gap(self) -> float:
        """Points between it and what is above it."""

    @property
    def keeps(self) -> bool:
        """Whether it stays with what is below it."""

    def height(self, press: Press, width: float) -> float:
        """How high it becomes in a column of this width."""

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Draw it below this corner."""


@dataclass(frozen=True, slots=True)
class Said:
    """A text. `tag`: H1, H2 or P."""

    wording: Wording
    gap: float = 0.0
    keeps: bool = False
    tag: str = "P"

    def height(self, press: Press, width: float) -> float:
        """How high it becomes in a column of this width."""
        return press.size(across(self.wording, width))[1]

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Write it."""
        press.write(across(self.wording, width), x, y, self.tag)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text beside a picture of ours, or beside a sign: a number, a dot."""

    wording: Wording
    side: float
    icon: str = ""
    sign: str = ""
    between: float = 9.0
    gap: float = 0.0
    keeps: bool = False

    def height(self, press: Press, width: float) -> float:
        """How high it becomes in a column of this width."""
        text = press.size(self._text(width))[1]
        return max(text, self.side) if self.icon else text

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Draw the mark first, then the text in the middle beside it, or from its top."""
        text = self._text(width)
        high = press.size(text)[1]
        start = press.at_start(x, width, self.side)
        first = min(self.side, self.wording.size * 1.362)
        if self.icon:
            press.icon(
                self.icon, start, y + max(0.0, (min(high, first) - self.side) / 2), self.side
            )
        elif self.sign.strip():
            sign = replace(self.wording, text=self.sign, strong=(), bold=True, width=None)
            end = 0.0 if press.right_to_left else self.side - press.size(sign)[0]
            press.write(sign, start + end, y)
        down = max(0.0, (self.side - high) / 2) if self.icon else 0.0
        press.write(text, press.after_start(x, self.side + self.between), y + down)

    def _text(self, width: float) -> Wording:
        return across(self.wording, width - self.side - self.between)


@dataclass(frozen=True, slots=True)
class Boxed:
    """A piece in a frame; a `loud` one has a thick frame."""

    piece: Piece
    loud: bool = False
    pad: float = 9.0
    gap: float = 0.0
    keeps: bool = False

    def height(self, press: Press, width: float) -> float:
        """How high it becomes in a column of this width."""
        return self.piece.height(press, width - 2 * self.pad) + 2 * self.pad

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Draw the frame, then what is in it."""
        press.frame(x, y, (width, self.height(press, width)), 3.0 if self.loud else 1.0)
        self.piece.draw(press, x + self.pad, y + self.pad, width - 2 * self.pad)


@dataclass(frozen=True, slots=True)
class Stacked:
    """Several pieces below each other, beside one picture of ours."""

    icon: str
    side: float
    pieces: tuple[Piece, ...]
    between: float = 14.0
    gap: float = 0.0
    keeps: bool = False

    def height(self, press: Press, width: float) -> float:
        """How high it becomes in a column of this width."""
        return max(self.side, self._high(press, width - self.side - self.between))

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Draw the picture, and the pieces in the middle beside it."""
        rest = width - self.side - self.between
        press.icon(self.icon, press.at_start(x, width, self.side), y, self.side)
        y += (self.height(press, width) - self._high(press, rest)) / 2
        for piece in self.pieces:
            piece.draw(press, press.after_start(x, self.side + self.between), y, rest)
            y += piece.height(press, rest)

    def _high(self, press: Press, width: float) -> float:
        return sum(piece.height(press, width) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Sided:
    """A piece in another direction than its page: what is said in the reader's own language."""

    piece: Piece
    right_to_left: bool

    @property
    def gap(self) -> float:
        """That of the piece."""
        return self.piece.gap

    @property
    def keeps(self) -> bool:
        """As the piece."""
        return self.piece.keeps

    def height(self, press: Press, width: float) -> float:
        """That of the piece."""
        return self.piece.height(press, width)

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Draw the piece from its own side."""
        self.piece.draw(replace(press, right_to_left=self.right_to_left), x, y, width)


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture of the content, with its words below; `most` points wide and high."""

    image: cairocffi.ImageSurface
    caption: Wording | None
    most: tuple[float, float]
    gap: float = 0.0
    keeps: bool = False

    def height(self, press: Press, width: float) -> float:
        """How high it becomes in a column of this width."""
        words = press.size(across(self.caption, width))[1] if self.caption else 0.0
        return self._size(width)[1] + words

    def draw(self, press: Press, x: float, y: float, width: float) -> None:
        """Draw it where lines begin."""
        wide, high = self._size(width)
        press.photo(self.image, press.at_start(x, width, wide), y, wide)
        if self.caption:
            press.write(across(self.caption, width), x, y + high)

    def _size(self, width: float) -> tuple[float, float]:
        share = self.image.get_height() / self.image.get_width()
        wide = min(self.most[0], width, self.most[1] / share)
        return wide, wide * share


def across(wording: Wording, width: float) -> Wording:
    """Give the text for a column of this width."""
    return replace(wording, width=int(width))

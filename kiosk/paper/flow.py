"""Puts pieces onto pages, so that nothing is cut and nothing stands lost."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kiosk.paper.pieces import Piece
from kiosk.paper.press import Press

Group = tuple[Piece, ...]
LOST = 110.0
"""Points: a last page with less on it than a few lines gets a piece of the page before."""
TIGHTER = (0.75, 0.5)
"""How much of the space between pieces is left, where that saves a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where pieces stand: this wide, this high on each page, with this share of their gaps."""

    press: Press
    width: float
    room: float
    share: float = 1.0

    def height(self, pieces: Sequence[Piece], *, first: bool) -> float:
        """How high pieces are, one below the other; the `first` of a page needs no gap."""
        heights = sum(self._gap(one) + one.height(self.press, self.width) for one in pieces)
        return heights - (self._gap(pieces[0]) if first else 0.0)

    def draw(self, pieces: Sequence[Piece], x: float, y: float) -> None:
        """Draw them from the top of a page."""
        for number, piece in enumerate(pieces):
            y += self._gap(piece) if number else 0.0
            piece.draw(self.press, x, y, self.width)
            y += piece.height(self.press, self.width)

    def _gap(self, piece: Piece) -> float:
        return piece.gap * self.share


@dataclass(frozen=True, slots=True)
class Pages:
    """The pieces of each page, and the column that they stand in."""

    pages: tuple[Group, ...]
    column: Column


def pages(pieces: Sequence[Piece], press: Press, width: float, room: float) -> Pages:
    """Fill pages of this width and height; they stand closer where that saves a page.

    A heading stays with what it is about. The last page does not hold one short line alone.
    """
    loose = _filled(pieces, Column(press, width, room))
    for share in TIGHTER:
        tight = _filled(pieces, Column(press, width, room, share))
        if len(tight.pages) < len(loose.pages):
            return tight
    return loose


def _filled(pieces: Sequence[Piece], column: Column) -> Pages:
    filled: list[list[Group]] = [[]]
    used = 0.0
    for group in _groups(pieces):
        high = column.height(group, first=not filled[-1])
        if filled[-1] and used + high > column.room:
            filled.append([])
            used, high = 0.0, column.height(group, first=True)
        filled[-1].append(group)
        used += high
    if len(filled) > 1 and len(filled[-2]) > 1 and used < LOST:
        filled[-1].insert(0, filled[-2].pop())
    return Pages(tuple(tuple(one for group in page for one in group) for page in filled), column)


def _groups(pieces: Sequence[Piece]) -> Iterator[Group]:
    group: Group = ()
    for piece in pieces:
        group = (*group, piece)
        if not piece.keeps:
            yield group
            group = ()
    if group:
        yield group

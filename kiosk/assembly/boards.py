"""Keeps what hangs on the first screen, between visits."""

from collections.abc import Iterator
from datetime import date

from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.catalogue.cards import Card
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.week import week_from
from kiosk.exchange.entries import Kind
from kiosk.exchange.trusted_day import LONDON
from kiosk.screens.attract.board import Board
from kiosk.screens.attract.presenter import AttractPresenter, Wall

EVERY = 15.0
"""Seconds between two looks at what hangs there."""
OFFERS = 24
"""More than these turn too slowly for anybody to see them."""


class Boards:
    """Makes a board while nobody waits; nothing of it comes from any visit.

    It is made anew when content, day or wing are others than before.
    """

    def __init__(self, rooms: ScreenRooms) -> None:
        self._rooms = rooms
        self._made: tuple[int, date, str] | None = None
        self._board = Board()
        self._looked_at = float("-inf")
        self.refresh()

    @property
    def wall(self) -> Wall:
        """What the first screen looks at."""
        return Wall(lambda: self._board, self._time, self._rooms.outside.awake)

    def here(self) -> tuple[date, str]:
        """Which day it is, on which wing."""
        return self._rooms.time().day, self._rooms.stand().wing

    def is_due(self) -> bool:
        """Whether to look again: the day and the wing may change, the offer turns."""
        return self._rooms.outside.awake() - self._looked_at >= EVERY

    def hang(self, presenter: object) -> None:
        """Look what holds now; the first screen follows, if that is what stands there."""
        self.refresh()
        if isinstance(presenter, AttractPresenter):
            presenter.poll()

    def refresh(self) -> None:
        """Make it again, if anything that it hangs on has changed."""
        self._looked_at = self._rooms.outside.awake()
        version, (day, wing) = self._rooms.shelf.active(), self.here()
        made = version.number if version else 0, day, wing
        if made == self._made:
            return
        self._made, self._board = made, Board(wing=wing)
        catalogue = self._rooms.catalogue()
        if catalogue is not None:
            self._board = board_of(catalogue, day, wing)
            catalogue.close()

    def _time(self) -> str:
        """The time on the wall; "" while the clock is wrong."""
        told = self._rooms.time()
        return f"{told.instant.astimezone(LONDON):%H:%M}" if told.holds else ""


def board_of(catalogue: Catalogue, day: date, wing: str, language: str = "en") -> Board:
    """What this content has for everybody to see on this day."""
    return Board(
        wing=wing,
        today=week_from(catalogue, language, wing, day).on(day),
        notices=tuple(_open(catalogue, catalogue.notices(language), language)),
        offers=tuple(_offers(catalogue, language))[:OFFERS],
        recurring=catalogue.vocabulary("daily"),
    )


def _offers(catalogue: Catalogue, language: str) -> Iterator[Card]:
    """What can be asked for, and what people have a right to."""
    for kind in (Kind.FORM, Kind.ENTITLEMENT):
        yield from _open(catalogue, catalogue.of_kind(kind, language)[:OFFERS], language)


def _open(catalogue: Catalogue, cards: tuple[Card, ...], language: str) -> Iterator[Card]:
    """Those that anybody may be seen reading: nothing private, nothing about harm."""
    for card in cards:
        shown = catalogue.entry(card.id, language)
        if shown is None or shown.stale or shown.entry.sensitivity != "open":
            continue
        if shown.entry.form is None or not shown.entry.form.private:
            yield card

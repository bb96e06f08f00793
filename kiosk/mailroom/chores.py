"""Does what has to be done every hour, whether a stick comes or not."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial

from kiosk.database import NoRoom, StoreFault
from kiosk.exchange.trusted_day import trusted
from kiosk.mailroom.ballast import Ballast
from kiosk.mailroom.rooms import Rooms
from kiosk.mailroom.scrub import scrub

EVERY = timedelta(hours=1)
A_DAY = timedelta(days=1)


class Chores:
    """Moves the low time on by the hours awake, and forgets what need not be kept."""

    def __init__(self, rooms: Rooms, ballast: Ballast, clock: Callable[[], float]) -> None:
        """`clock` gives seconds that only ever go up while the machine is awake."""
        self._rooms = rooms
        self._ballast = ballast
        self._clock = clock
        self._since = clock()
        self._begun = False
        self._looked: float | None = None

    def __call__(self) -> None:
        """Do them when an hour has gone by, and once at the start (a night may lie between)."""
        passed = timedelta(seconds=self._clock() - self._since)
        if self._begun and passed < EVERY:
            return
        hours = passed // EVERY
        self._since += hours * EVERY.total_seconds()
        self._begun = True
        for chore in (partial(self._move_on, hours), self._tidy, self._look_over):
            with suppress(StoreFault, OSError):  # a full or busy disk is tried again in an hour
                chore()

    def _move_on(self, hours: int) -> None:
        if hours:
            self._rooms.clock.awake(hours * EVERY)

    def _look_over(self) -> None:
        if self._looked is not None and self._clock() - self._looked < A_DAY.total_seconds():
            return
        self._looked = self._clock()
        scrub(self._rooms)

    def _tidy(self) -> None:
        rooms = self._rooms
        day = trusted(rooms.clock.low(), rooms.now()).day
        try:
            rooms.ledger.purge(day)
        except NoRoom:
            self._ballast.drop()
            rooms.ledger.purge(day)
        self._ballast.keep()

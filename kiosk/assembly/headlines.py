"""Keeps what header and footer say true: the last update, the wing, whether staff are at it."""

from collections.abc import Callable

from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.exchange.trusted_day import london_day
from kiosk.screens.frame.presenter import FramePresenter, News

EVERY = 60.0
"""Seconds: midnight passes, a wing may change."""


class Headlines:
    """Tells the frame what is new; `is_visited` says whether somebody is at the screen."""

    def __init__(
        self, rooms: ScreenRooms, frame: FramePresenter, is_visited: Callable[[], bool]
    ) -> None:
        self._rooms = rooms
        self._frame = frame
        self._is_visited = is_visited
        self._told_at, self._told_at_work = 0.0, False

    def tell_now_and_then(self) -> None:
        """Tell it when the mailroom has moved on, and once a minute."""
        now, seen = self._rooms.outside.awake(), self._rooms.seen()
        if seen.at_work != self._told_at_work or now - self._told_at > EVERY:
            self.tell()

    def tell(self) -> None:
        """Tell it how things are now."""
        self._told_at = self._rooms.outside.awake()
        self._told_at_work = self._rooms.seen().at_work
        version, stand = self._rooms.shelf.active(), self._rooms.stand()
        self._frame.tell(
            News(
                issued=london_day(version.issued) if version else None,
                today=self._rooms.time().day,
                wing=stand.wing,
                demo=stand.demo,
                staff_at_work=self._is_visited() and self._told_at_work,
            )
        )

"""One person's time at the screen, from the first touch to forgetting."""

from dataclasses import dataclass
from enum import StrEnum

BROWSING = 120.0
"""Seconds without a touch before the screen asks "Are you still there?"."""
SIGNED_IN = 90.0
MORE_TIME = 2
"""How many times as long it waits before it asks somebody who needs more time."""
COVERED = 20.0
"""Seconds without a touch before private text is covered, for everybody alike."""
WARNING = 30.0
"""Seconds that the question stands before the visit ends."""
FINGER_RESTS = 60.0
"""Seconds that a finger counts while it stays down; then it is dirt, a bag, or a broken panel."""
LONG = 900.0
"""Seconds of one visit after which a quiet line says that others may be waiting."""
LINE_STANDS, LINE_AGAIN = 60.0, 300.0
"""Seconds that the line stands, seconds from one line to the next."""


class Phase(StrEnum):
    """Where a visit is."""

    NOBODY = "nobody"
    HERE = "here"
    STILL_THERE = "still-there"


@dataclass(frozen=True, slots=True)
class Moment:
    """A visit at one moment. `seconds` are left until it ends, while the question stands.

    `others_wait`: it is time to say quietly that others may be waiting.
    """

    phase: Phase
    covered: bool = False
    seconds: int = 0
    others_wait: bool = False


class Visit:
    """Begins with a touch, is kept alive by touches, ends by itself.

    Every time is in seconds of a clock that is never set back, handed in by the caller. There is
    no longest visit: whoever touches stays, as often as they want.
    """

    def __init__(self) -> None:
        self._began: float | None = None
        self._last = 0.0
        self._down: float | None = None
        self._signed_in = self._more_time = False

    @property
    def is_on(self) -> bool:
        """Whether somebody is here."""
        return self._began is not None

    @property
    def is_held(self) -> bool:
        """Whether a finger is down."""
        return self._down is not None

    @property
    def has_more_time(self) -> bool:
        """Whether this person asked for more time; it holds until the visit ends."""
        return self._more_time

    def touch(self, now: float) -> None:
        """Somebody touched the screen, or the screen is reading aloud to them."""
        if self._began is None:
            self._began = now
        self._last = now

    def press(self, now: float) -> None:
        """A finger came down; while it rests the visit goes on, but not for ever."""
        self._down = now
        if self.is_on:
            self.touch(now)

    def lift(self, now: float) -> None:
        """The finger was lifted: somebody did that."""
        self._down = None
        if self.is_on:
            self.touch(now)

    def sign_in(self, now: float) -> None:
        """From now on private things are shown, so the visit is shorter."""
        self.touch(now)
        self._signed_in = True

    def need_more_time(self, now: float) -> None:
        """From now on the question comes later; private text is covered as soon as ever."""
        self.touch(now)
        self._more_time = True

    def end(self) -> None:
        """Close and hide, or nobody answered: the visit is over and nothing of it is left."""
        self._began = self._down = None
        self._signed_in = self._more_time = False

    def at(self, now: float) -> Moment:
        """Say where the visit is; one that has run out is over, and says so by being nobody's."""
        if self._began is None:
            return Moment(Phase.NOBODY)
        still, idle = now - self._last_sign(now), self._idle()
        if still >= idle + WARNING:
            self.end()
            return Moment(Phase.NOBODY)
        covered = self._signed_in and still >= COVERED
        wait = self._others_wait(now - self._began)
        if still < idle:
            return Moment(Phase.HERE, covered, others_wait=wait)
        seconds = int(idle + WARNING - still + 0.999)
        return Moment(Phase.STILL_THERE, covered, seconds, others_wait=wait)

    def _idle(self) -> float:
        return (SIGNED_IN if self._signed_in else BROWSING) * (MORE_TIME if self._more_time else 1)

    def _last_sign(self, now: float) -> float:
        """When somebody last showed that they are here: a resting finger does, for a while."""
        if self._down is None:
            return self._last
        return max(self._last, min(now, self._down + FINGER_RESTS))

    def _others_wait(self, here: float) -> bool:
        return here >= LONG and (here - LONG) % LINE_AGAIN < LINE_STANDS

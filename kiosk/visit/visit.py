"""One person's time at the screen, from the first touch to forgetting."""

from dataclasses import dataclass
from enum import StrEnum

BROWSING = 120.0
"""Seconds without a touch before the screen asks "Are you still there?"."""
SIGNED_IN = 90.0
COVERED = 20.0
"""Seconds without a touch before private text is covered."""
WARNING = 30.0
"""Seconds that the question stands before the visit ends."""


class Phase(StrEnum):
    """Where a visit is."""

    NOBODY = "nobody"
    HERE = "here"
    STILL_THERE = "still-there"


@dataclass(frozen=True, slots=True)
class Moment:
    """A visit at one moment. `seconds` are left until it ends, while the question stands."""

    phase: Phase
    covered: bool = False
    seconds: int = 0


class Visit:
    """Begins with a touch, is kept alive by touches, ends by itself.

    Every time is in seconds of a clock that is never set back, handed in by the caller. There is
    no longest visit: whoever touches stays, as often as they want.
    """

    def __init__(self) -> None:
        self._last: float | None = None
        self._signed_in = False

    @property
    def is_on(self) -> bool:
        """Whether somebody is here."""
        return self._last is not None

    def touch(self, now: float) -> None:
        """Somebody touched the screen, or the screen is reading aloud to them."""
        self._last = now

    def sign_in(self, now: float) -> None:
        """From now on private things are shown, so the visit is shorter."""
        self._last = now
        self._signed_in = True

    def end(self) -> None:
        """Close and hide, or nobody answered: the visit is over and nothing of it is left."""
        self._last = None
        self._signed_in = False

    def at(self, now: float) -> Moment:
        """Say where the visit is; one that has run out is over, and says so by being nobody's."""
        if self._last is None:
            return Moment(Phase.NOBODY)
        still = now - self._last
        idle = SIGNED_IN if self._signed_in else BROWSING
        if still >= idle + WARNING:
            self.end()
            return Moment(Phase.NOBODY)
        covered = self._signed_in and still >= COVERED
        if still < idle:
            return Moment(Phase.HERE, covered)
        return Moment(Phase.STILL_THERE, covered, seconds=int(idle + WARNING - still + 0.999))

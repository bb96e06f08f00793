"""Which day it is, whatever the clock says."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
LONGEST = timedelta(days=400)
"""How far a clock may run ahead of the last stick before nobody believes it."""


@dataclass(frozen=True, slots=True)
class TrustedTime:
    """The instant and the London day to go by; `holds` is false when the clock is wrong."""

    instant: datetime
    day: date
    holds: bool


def trusted(low: datetime, clock: datetime) -> TrustedTime:
    """Believe the clock when it is neither before `low` nor more than 400 days after it.

    `low` is the highest day of issue that was ever accepted plus the awake hours since. Both are
    aware instants. When the clock does not hold, `low` itself is the time to go by.
    """
    holds = low <= clock <= low + LONGEST
    instant = clock if holds else low
    return TrustedTime(instant, london_day(instant), holds)


def london_day(instant: datetime) -> date:
    """Give the date in London at this instant."""
    if instant.tzinfo is None:
        raise ValueError("an instant needs its time zone")
    return instant.astimezone(LONDON).date()

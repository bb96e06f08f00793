"""The day in Europe/London that an instant falls on."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

_LONDON = ZoneInfo("Europe/London")


def london_day(now: datetime) -> date:
    """Give the date on the wall of the office at this instant."""
    return now.astimezone(_LONDON).date()

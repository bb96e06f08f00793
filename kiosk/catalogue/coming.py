"""Counts the day on which something is due."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.exchange.dues import Due, From
from kiosk.exchange.policy import Calendar
from kiosk.exchange.workdays import Workdays

HOURS_OF_DAY = 24
DAYS = {"days": 1, "weeks": 7}


@dataclass(frozen=True, slots=True)
class Coming:
    """What is due. `by`: the last day of it for somebody for whom it begins today."""

    due: Due
    by: date | None = None


def day_of(due: Due, today: date, calendar: Calendar | None) -> date | None:
    """Count from today; nothing for what depends on a day that only the person knows.

    Hours are counted in whole days, and never into the day after: a day is soon enough to say.
    """
    if due.counted in {From.BEFORE_RELEASE, From.RELEASE}:
        return None
    if due.unit == "hours":
        return today + timedelta(days=due.number // HOURS_OF_DAY)
    if due.unit in DAYS:
        return today + timedelta(days=due.number * DAYS[due.unit])
    if due.unit == "working-days" and calendar is not None:
        return _workday(Workdays(calendar), today, due.number)
    return None


def _workday(workdays: Workdays, today: date, number: int) -> date | None:
    day = workdays.after(today, number)
    return day if workdays.knows(day) else None

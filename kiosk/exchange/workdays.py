"""Days on which people work, and the days that are promised from them."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.exchange.policy import Calendar, Clock

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Promise:
    """What a person is told; `known` is false where bank holidays are not known any more."""

    carried: date
    read: date
    answered: date
    known: bool


class Workdays:
    """Counts working days of one calendar. Past its last known day it counts weekdays."""

    def __init__(self, calendar: Calendar) -> None:
        self._holidays = frozenset(calendar.holidays)
        self._known_to = calendar.known_to

    def is_workday(self, day: date) -> bool:
        """Tell whether people work on this day."""
        return day.weekday() < SATURDAY and day not in self._holidays

    def knows(self, day: date) -> bool:
        """Tell whether the bank holidays up to this day are known."""
        return day <= self._known_to

    def first(self, day: date) -> date:
        """Give the day itself when people work on it, else the next one on which they do."""
        while not self.is_workday(day):
            day += ONE_DAY
        return day

    def after(self, day: date, count: int) -> date:
        """Give the `count`-th working day after `day`; from a weekend, Monday counts as day 0."""
        day = self.first(day)
        for _ in range(count):
            day = self.first(day + ONE_DAY)
        return day

    def promise(self, asked: date, clock: Clock) -> Promise:
        """Give the days that this clock promises for a question asked on this day."""
        answered = self.after(asked, clock.answered)
        read = self.after(asked, clock.carried + clock.read)
        return Promise(
            carried=self.after(asked, clock.carried),
            read=read,
            answered=answered,
            known=self.knows(max(read, answered)),
        )

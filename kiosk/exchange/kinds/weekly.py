"""Days that come again, in a small closed form of RFC 5545."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Annotated, Literal, Self

from pydantic import Field, NaiveDatetime, StringConstraints, model_validator

from kiosk.exchange.blocks import Fact, Label, TimesValue
from kiosk.exchange.model import Line, Short

Day = Literal["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
DAYS: tuple[Day, ...] = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
Byday = Annotated[tuple[Day, ...], Field(min_length=1, max_length=7)]
_DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
Rule = Annotated[
    str,
    StringConstraints(
        pattern=rf"^FREQ=WEEKLY(;INTERVAL=[2-8])?;BYDAY={_DAY}(,{_DAY}){{0,6}}(;UNTIL=[0-9]{{8}})?$"
    ),
]
"""FREQ=WEEKLY;BYDAY=TU,TH, perhaps every few weeks (INTERVAL), perhaps until a day (UNTIL)."""
WEEK = timedelta(weeks=1)


def numbers(byday: tuple[Day, ...]) -> tuple[int, ...]:
    """Give the days as numbers in the order of the week; Monday is 0."""
    return tuple(sorted({DAYS.index(day) for day in byday}))


class Times(Short):
    """When something is, in the wall time of London.

    Without `duration` only its beginning is said. `exdate`: days on which it is cancelled.
    """

    dtstart: NaiveDatetime
    duration: timedelta | None = None
    rrule: Rule | None = None
    exdate: tuple[date, ...] = Field(default=(), max_length=60)

    @model_validator(mode="after")
    def _rule_fits(self) -> Self:
        if self.duration is not None and not timedelta(0) < self.duration <= timedelta(days=1):
            raise ValueError("the duration is not between a minute and a day")
        if self.rrule and self.until and self.until < self.dtstart.date():
            raise ValueError("it is over before it begins")
        if self.rrule and self.dtstart.weekday() not in self.weekdays:
            raise ValueError("the first day is none of the days that it comes again on")
        return self

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The days of the week on which it comes again."""
        return tuple(n for n, day in enumerate(DAYS) if day in self._parts.get("BYDAY", ""))

    @property
    def until(self) -> date | None:
        """The last day on which it may be, if there is one."""
        if self.rrule is None:
            return self.dtstart.date()
        last = self._parts.get("UNTIL")
        return datetime.strptime(last, "%Y%m%d").date() if last else None  # noqa: DTZ007 - a day

    @property
    def every(self) -> int:
        """Every how many weeks."""
        return int(self._parts.get("INTERVAL", "1"))

    @property
    def _parts(self) -> dict[str, str]:
        return dict(part.split("=") for part in (self.rrule or "").split(";") if part)

    def days(self, first: date, last: date) -> tuple[date, ...]:
        """List the days on which it is, from `first` to `last`, without those cancelled."""
        begin = self.dtstart.date()
        monday = begin - timedelta(days=begin.weekday())
        last = min(last, self.until or last)
        found: list[date] = []
        day = max(first, begin)
        while day <= last:
            weeks = (day - monday) // WEEK
            weekly = day.weekday() in self.weekdays and weeks % self.every == 0
            if (weekly or day == begin) and day not in self.exdate:
                found.append(day)
            day += timedelta(days=1)
        return tuple(found)

    def facts(self, what: Line = "", note: Line = "") -> Iterator[Fact]:
        """Say when it is, in one fact."""
        end = self.dtstart + self.duration if self.duration else None
        value = TimesValue(
            what=what,
            day=None if self.rrule else self.dtstart.date(),
            days=self.weekdays,
            every=self.every,
            start=f"{self.dtstart:%H:%M}",
            end=f"{end:%H:%M}" if end else None,
            note=note,
        )
        yield Fact(label=Label.WHEN, value=value)

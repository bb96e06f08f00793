"""Opening hours and telephones, as Open Referral HSDS 3.0 has them."""

from collections.abc import Iterator

from kiosk.exchange.blocks import Fact, Label, TimeOfDay, TimesValue
from kiosk.exchange.kinds.fields import said
from kiosk.exchange.kinds.weekly import Byday, numbers
from kiosk.exchange.model import Line, Short, Words


class Schedule(Short):
    """When it is open every week. `description` says what days alone do not."""

    byday: Byday
    opens_at: TimeOfDay
    closes_at: TimeOfDay | None = None
    description: Line = ""


class Phone(Short):
    """A number of a service, never of a person. `free`: free from the phones in this prison."""

    number: Words
    description: Line = ""
    free: bool = False


def opening(label: Label, schedules: tuple[Schedule, ...]) -> Iterator[Fact]:
    """Make a fact of each line of opening hours."""
    for schedule in schedules:
        value = TimesValue(
            days=numbers(schedule.byday),
            start=schedule.opens_at,
            end=schedule.closes_at,
            note=schedule.description,
        )
        yield Fact(label=label, value=value)


def calling(phones: tuple[Phone, ...]) -> Iterator[Fact]:
    """Make a fact of each number."""
    for phone in phones:
        yield from said(Label.PHONE, " ".join((phone.number, phone.description)).strip())

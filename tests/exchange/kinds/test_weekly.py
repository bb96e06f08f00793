"""Days that come again."""

from datetime import date, datetime, timedelta

import pytest
from pydantic import ValidationError

from kiosk.exchange.kinds.weekly import Times, numbers

TUESDAY = datetime(2026, 11, 24, 9, 30)  # noqa: DTZ001 - wall time
TWO_HOURS = timedelta(hours=2)
DECEMBER = date(2026, 12, 1), date(2026, 12, 14)


def weekly(rule: str | None = "FREQ=WEEKLY;BYDAY=TU,TH", exdate: tuple[date, ...] = ()) -> Times:
    return Times(dtstart=TUESDAY, duration=TWO_HOURS, rrule=rule, exdate=exdate)


def test_it_comes_again_on_its_days() -> None:
    days = weekly().days(*DECEMBER)

    assert [day.day for day in days] == [1, 3, 8, 10]


def test_a_day_that_is_cancelled_is_left_out() -> None:
    days = weekly(exdate=(date(2026, 12, 3),)).days(*DECEMBER)

    assert [day.day for day in days] == [1, 8, 10]


def test_every_second_week_counts_from_the_week_it_began_in() -> None:
    days = weekly("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH").days(*DECEMBER)

    assert [day.day for day in days] == [8, 10]


def test_it_is_over_after_its_last_day() -> None:
    days = weekly("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20261203").days(*DECEMBER)

    assert [day.day for day in days] == [1, 3]


def test_it_is_not_before_its_first_day() -> None:
    days = weekly().days(date(2026, 11, 16), date(2026, 11, 25))

    assert days == (date(2026, 11, 24),)


def test_without_a_rule_it_is_once() -> None:
    assert weekly(None).days(date(2026, 11, 1), date(2026, 12, 31)) == (date(2026, 11, 24),)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;BYDAY=TU;COUNT=3",
        "FREQ=WEEKLY;BYDAY=WE",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261101",
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261340",
        "freq=weekly;byday=tu",
    ],
)
def test_another_rule_is_not_understood(rule: str) -> None:
    with pytest.raises(ValidationError):
        weekly(rule)


@pytest.mark.parametrize("hours", [0, -1, 25])
def test_it_lasts_longer_than_nothing_and_no_longer_than_a_day(hours: int) -> None:
    with pytest.raises(ValidationError):
        Times(dtstart=TUESDAY, duration=timedelta(hours=hours))


def test_days_stand_in_the_order_of_the_week() -> None:
    assert numbers(("TH", "MO", "TH")) == (0, 3)


def test_its_fact_says_days_and_hours() -> None:
    (fact,) = weekly().facts()

    said = fact.value.model_dump()
    assert (said["days"], said["start"], said["end"]) == ((1, 3), "09:30", "11:30")

"""The days that are promised."""

from datetime import date

import pytest

from kiosk.exchange.workdays import Promise, Workdays
from tests.builders.exchange import (
    SUNDAY,
)
from tests.builders.policies import a_calendar, a_clock

DAYS = Workdays(a_calendar())
MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25)


def test_what_is_asked_on_a_sunday_counts_from_monday() -> None:
    assert DAYS.promise(SUNDAY, a_clock()) == Promise(
        carried=TUESDAY, read=WEDNESDAY, answered=date(2026, 12, 2), known=True
    )


@pytest.mark.parametrize("asked", [date(2026, 11, 21), SUNDAY, MONDAY])
def test_saturday_sunday_and_monday_promise_the_same(asked: date) -> None:
    assert DAYS.promise(asked, a_clock()) == DAYS.promise(MONDAY, a_clock())


def test_a_friday_promises_past_the_weekend() -> None:
    promise = DAYS.promise(date(2026, 11, 27), a_clock())

    assert promise.carried == date(2026, 11, 30)
    assert promise.answered == date(2026, 12, 8)


def test_bank_holidays_are_passed_over() -> None:
    christmas_eve = date(2026, 12, 24)

    assert DAYS.after(christmas_eve, 1) == date(2026, 12, 29)
    assert DAYS.after(date(2026, 12, 25), 0) == date(2026, 12, 29)
    assert not DAYS.is_workday(date(2026, 12, 28))


def test_no_working_day_after_a_working_day_is_that_day() -> None:
    assert DAYS.after(MONDAY, 0) == MONDAY


def test_past_the_calendar_weekdays_still_count_and_it_says_so() -> None:
    days = Workdays(a_calendar(known_to=date(2026, 12, 1)))

    promise = days.promise(SUNDAY, a_clock())

    assert promise.answered == date(2026, 12, 2)
    assert not promise.known


def test_the_last_known_day_is_known() -> None:
    days = Workdays(a_calendar(known_to=date(2026, 12, 2)))

    assert days.promise(SUNDAY, a_clock()).known

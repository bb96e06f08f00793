"""Which day it is, whatever the clock says."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.exchange.trusted_day import london_day, trusted

LOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(hours=1), timedelta(days=400)])
def test_a_clock_within_400_days_of_the_low_time_holds(ahead: timedelta) -> None:
    found = trusted(LOW, LOW + ahead)

    assert found.holds
    assert found.instant == LOW + ahead


@pytest.mark.parametrize(
    "clock",
    [
        datetime(1970, 1, 1, tzinfo=UTC),
        LOW - timedelta(seconds=1),
        LOW + timedelta(days=400, seconds=1),
        datetime(2040, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    ],
)
def test_any_other_clock_does_not_and_the_low_day_counts(clock: datetime) -> None:
    found = trusted(LOW, clock)

    assert not found.holds
    assert found.day == date(2026, 11, 22)


def test_a_day_is_a_day_in_london() -> None:
    assert london_day(datetime(2026, 7, 1, 23, 30, tzinfo=UTC)) == date(2026, 7, 2)
    assert london_day(datetime(2026, 11, 22, 23, 30, tzinfo=UTC)) == date(2026, 11, 22)


def test_an_instant_without_a_zone_is_a_mistake_of_ours() -> None:
    with pytest.raises(ValueError, match="time zone"):
        london_day(datetime(2026, 11, 22, 12, 0))  # noqa: DTZ001

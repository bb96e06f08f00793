"""What is due, with the day where it can be counted."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.catalogue.coming import day_of
from kiosk.exchange import canonical
from kiosk.exchange.dues import Due, Dues, From
from tests.builders.exchange import (
    SUNDAY,
)
from tests.builders.policies import a_calendar
from tests.builders.small_catalogue import a_due
from tests.builders.stores import a_catalogue, a_publication


def due(folder: Path, *dues: Due, stage: str = "first-night") -> list[str]:
    policy = canonical.dump(Dues(dues=dues))
    catalogue = a_catalogue(folder, a_publication(policy__dues_dot_json=policy))
    return [coming.due.code for coming in catalogue.due(stage)]


@pytest.mark.parametrize(
    ("number", "unit", "day"),
    [
        (24, "hours", date(2026, 11, 23)),
        (3, "days", date(2026, 11, 25)),
        (2, "weeks", date(2026, 12, 6)),
        (3, "working-days", date(2026, 11, 26)),
        (1, "months", None),
    ],
)
def test_the_day_is_counted_from_today(number: int, unit: str, day: date | None) -> None:
    assert day_of(a_due(number=number, unit=unit), SUNDAY, a_calendar()) == day


def test_what_depends_on_a_day_that_only_the_person_knows_has_none() -> None:
    leaving = a_due(counted=From.BEFORE_RELEASE, number=8, unit="weeks")

    assert day_of(leaving, SUNDAY, a_calendar()) is None


def test_working_days_are_not_counted_past_the_known_holidays() -> None:
    short = a_calendar().model_copy(update={"known_to": SUNDAY})

    assert day_of(a_due(number=3, unit="working-days"), SUNDAY, short) is None


def test_only_the_chosen_stage_is_shown(tmp_path: Path) -> None:
    assert due(tmp_path, a_due("here"), a_due("later", stage="remand")) == ["here"]


def test_what_is_no_longer_valid_is_not_shown(tmp_path: Path) -> None:
    over = a_due("over", valid_to=date(2026, 11, 21))
    coming = a_due("coming", valid_from=date(2026, 11, 23))

    assert due(tmp_path, over, coming, a_due("now")) == ["now"]


def test_what_is_the_law_of_another_nation_is_not_shown(tmp_path: Path) -> None:
    assert due(tmp_path, a_due("wales", nations=("wales",)), a_due("both")) == ["both"]

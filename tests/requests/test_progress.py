"""A person reads honest steps: what was done, when, and whether it is late."""

from datetime import date, timedelta

import pytest

from kiosk.requests.progress import Days, Progress, Stage, progress
from tests.builders.exchange import SUNDAY

DAY = timedelta(days=1)
READ_BY, ANSWER_BY = date(2026, 11, 25), date(2026, 12, 2)


def so_far(today: date = SUNDAY, **known: object) -> Progress:
    plain = {
        "asked": SUNDAY,
        "carry_by": date(2026, 11, 24),
        "read_by": READ_BY,
        "answer_by": ANSWER_BY,
    }
    return progress(Days(**(plain | known)), today)  # type: ignore[arg-type]


def done(found: Progress) -> list[Stage]:
    return [step.stage for step in found.steps if step.done]


def test_saved_is_not_read() -> None:
    found = so_far()
    assert done(found) == [Stage.SAVED]
    assert [(step.stage, step.day) for step in found.steps if not step.done] == [
        (Stage.CARRIED, date(2026, 11, 24)),
        (Stage.READ, READ_BY),
        (Stage.ANSWERED, ANSWER_BY),
    ]


def test_on_a_stick_is_carried() -> None:
    assert done(so_far(carried=SUNDAY + DAY)) == [Stage.SAVED, Stage.CARRIED]


def test_a_receipt_shows_that_it_was_carried() -> None:
    assert done(so_far(received=SUNDAY + DAY)) == [Stage.SAVED, Stage.CARRIED]


def test_received_is_not_read() -> None:
    assert so_far(received=SUNDAY, states={"received": SUNDAY}).stage is Stage.CARRIED


@pytest.mark.parametrize("end", ["booked", "passed-on", "answered", "closed"])
def test_the_end_is_the_last_step(end: str) -> None:
    found = so_far(states={"read": SUNDAY + DAY, end: SUNDAY + 2 * DAY})
    assert (found.stage, found.steps[-1].day) == (Stage(end), SUNDAY + 2 * DAY)


def test_what_was_answered_was_read() -> None:
    found = so_far(states={"answered": SUNDAY + DAY})
    assert done(found) == [Stage.SAVED, Stage.CARRIED, Stage.READ, Stage.ANSWERED]


def test_on_the_promised_day_it_is_not_late() -> None:
    assert not so_far(today=READ_BY).late


def test_unread_after_the_promised_day_is_late() -> None:
    assert so_far(today=READ_BY + DAY).late


def test_read_in_time_but_not_answered_is_late_after_the_second_day() -> None:
    states = {"read": READ_BY}
    assert not so_far(today=ANSWER_BY, states=states).late
    assert so_far(today=ANSWER_BY + DAY, states=states).late


def test_what_was_answered_is_not_late_any_more() -> None:
    assert not so_far(today=ANSWER_BY + DAY, states={"answered": ANSWER_BY}).late


def test_taken_back_is_the_last_step() -> None:
    found = so_far(withdrawn=SUNDAY)
    assert done(found) == [Stage.SAVED, Stage.WITHDRAWN]
    assert not found.can_be_withdrawn


def test_the_office_has_the_last_word_over_taking_back() -> None:
    assert so_far(withdrawn=SUNDAY, states={"answered": SUNDAY}).stage is Stage.ANSWERED


def test_taken_back_is_never_late() -> None:
    assert not so_far(today=ANSWER_BY + DAY, withdrawn=SUNDAY).late


@pytest.mark.parametrize(
    ("states", "possible"), [({}, True), ({"booked": SUNDAY}, True), ({"closed": SUNDAY}, False)]
)
def test_only_what_has_not_ended_can_be_taken_back(states: dict[str, date], possible: bool) -> None:
    assert so_far(states=states).can_be_withdrawn is possible

from datetime import date

from admin_tools.desks.overdue import rows
from admin_tools.records.tables import Item
from tests.builders.policies import a_calendar

FRIDAY = date(2026, 11, 20)


def an_item(state: str = "received", *, answer_by: date | None = None, **more: object) -> Item:
    fields: dict[str, object] = {
        "id": "0" * 32,
        "type": "request",
        "collected": FRIDAY,
        "state": state,
        "answer_by": answer_by,
        "urgent": False,
    }
    return Item(**(fields | more))


def late(item: Item, today: date) -> str:
    return rows((item,), today, a_calendar())[0].late


def test_what_nobody_opened_is_late_after_one_working_day() -> None:
    assert late(an_item(), date(2026, 11, 23)) == ""
    assert late(an_item(), date(2026, 11, 24)) == "read"


def test_a_bank_holiday_is_no_working_day() -> None:
    christmas_eve = an_item(collected=date(2026, 12, 24))

    assert late(christmas_eve, date(2026, 12, 29)) == ""
    assert late(christmas_eve, date(2026, 12, 30)) == "read"


def test_an_answer_is_late_after_the_day_that_the_person_saw() -> None:
    read = an_item("read", answer_by=date(2026, 12, 2))

    assert late(read, date(2026, 12, 2)) == ""
    assert late(read, date(2026, 12, 3)) == "answer"


def test_what_was_answered_is_never_late() -> None:
    assert late(an_item("answered", answer_by=FRIDAY), date(2027, 1, 4)) == ""


def test_an_appointment_is_an_answer() -> None:
    assert late(an_item("booked", answer_by=FRIDAY), date(2026, 11, 23)) == ""


def test_what_was_passed_on_still_waits_for_its_answer() -> None:
    assert late(an_item("passed-on", answer_by=FRIDAY), date(2026, 11, 23)) == "answer"


def test_late_comes_before_urgent_and_urgent_before_the_rest() -> None:
    items = (
        an_item("read", id="1", answer_by=date(2026, 11, 30)),
        an_item("read", id="2", answer_by=date(2026, 12, 1), urgent=True),
        an_item("read", id="3", answer_by=FRIDAY),
    )

    ordered = rows(items, date(2026, 11, 23), a_calendar())

    assert [row.item.id for row in ordered] == ["3", "2", "1"]

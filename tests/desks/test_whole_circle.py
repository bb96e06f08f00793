"""One request from a kiosk to the office and back, with every real part but the screen."""

import random
from pathlib import Path

import pytest

from admin_tools.desks.inbox import open_new
from admin_tools.desks.people import PinOffice, import_people
from admin_tools.desks.people_list import Listed
from admin_tools.desks.published import Published
from admin_tools.desks.replying import Office, reply
from admin_tools.desks.showing import show
from kiosk.exchange.items import NewPinItem, RequestItem, WithdrawalItem
from kiosk.visit.people import People
from tests.builders.exchange import SUNDAY
from tests.builders.office import a_repository, a_worker, an_order
from tests.builders.prison import TODAY, Prison
from tests.builders.stores import Wing, a_vault, at, the_rules


@pytest.fixture
def prison(tmp_path: Path) -> Prison:
    return Prison(tmp_path, random.Random(1))


@pytest.fixture
def wing(prison: Prison, tmp_path: Path) -> Wing:
    return Wing(tmp_path, prison.rooms.database)


def round_trip(prison: Prison) -> None:
    stick = prison.stick(0)
    prison.visit(stick)
    prison.collect(stick)


def go_back(prison: Prison) -> None:
    stick = prison.stick(0)
    prison.write(stick)
    prison.visit(stick)


def test_an_answer_comes_home(prison: Prison, wing: Wing, tmp_path: Path) -> None:
    saved = wing.ask()
    round_trip(prison)
    office = Office(prison.records, prison.keys, Published(a_repository(tmp_path / "repo")))
    open_new(prison.records, prison.keys, "housing", a_worker())

    reply(office, saved.reference, an_order(note="Bring your letter."), a_worker())
    go_back(prison)
    wing.own.file_replies()

    (row,) = wing.own.of("A1234BC", TODAY)
    assert row.answer is not None
    assert (row.reference, row.answer.template) == (saved.reference, "talk")
    assert row.answer.note == "Bring your letter."


def test_the_desk_reads_what_stood_on_the_screen(prison: Prison, wing: Wing) -> None:
    saved = wing.ask()
    round_trip(prison)
    open_new(prison.records, prison.keys, "housing", a_worker())

    inside = show(prison.records, prison.keys, saved.reference, a_worker()).inside

    assert isinstance(inside, RequestItem)
    assert [answer.chosen[0].words for answer in inside.answers] == ["Yes", "Yes"]
    assert inside.promised.answer_by == saved.promise.answered


def test_a_request_that_was_taken_back_is_marked_and_stays_open(prison: Prison, wing: Wing) -> None:
    saved = wing.ask()
    wing.sending.withdraw(saved.id, the_rules(), at(SUNDAY), proven=True)
    round_trip(prison)

    opened = open_new(prison.records, prison.keys, "housing", a_worker())

    assert {type(item) for item in opened.items} == {RequestItem, WithdrawalItem}
    shown = show(prison.records, prison.keys, saved.reference, a_worker())
    assert (shown.item.withdrawn, shown.item.state) == (SUNDAY, "read")


def test_a_wish_for_a_new_pin_reaches_the_front_desk(prison: Prison, wing: Wing) -> None:
    wing.sending.ask_new_pin("A1234BC", "en", the_rules(), at(SUNDAY))
    round_trip(prison)

    (item,) = open_new(prison.records, prison.keys, "housing", a_worker()).items

    assert isinstance(item, NewPinItem)
    assert item.person == "A1234BC"


def test_every_change_of_the_people_is_seen_without_a_restart(
    prison: Prison, tmp_path: Path
) -> None:
    people = People(prison.rooms.people, a_vault().open_people)
    pins = PinOffice(tmp_path / "slips")
    go_back(prison)
    assert people.known("A1234BC") is None

    known = []
    for active in (True, False, True):
        listed = (Listed("A1234BC", "en", "B", active=active),)
        import_people(prison.records, listed, pins, a_worker())
        go_back(prison)
        known.append(people.known("A1234BC") is not None)

    assert known == [True, False, True]

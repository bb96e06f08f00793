from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from admin_tools.desks.errors import (
    AlreadyAnswered,
    ItemUnknown,
    PolicyMissing,
    ReplyNotFit,
    StateNotFit,
)
from admin_tools.desks.inbox import open_new
from admin_tools.desks.order import Order
from admin_tools.desks.published import Published
from admin_tools.desks.replying import Office, reply, set_state
from admin_tools.desks.showing import show
from admin_tools.records.items import listed
from admin_tools.records.tables import Reply, ReplyCopy
from kiosk.exchange.items import RequestItem
from tests.builders.office import (
    WingKiosk,
    a_keys_folder,
    a_repository,
    a_request_numbered,
    a_worker,
    an_office,
    an_order,
    collected,
    office_keys,
    registered,
)

REQUEST = a_request_numbered(1)


def an_office_with(folder: Path, request: RequestItem = REQUEST, desk: str = "housing") -> Office:
    """Collect one request, read it, and be ready to answer."""
    kiosk = WingKiosk()
    records = registered(an_office(folder), kiosk, WingKiosk("MVX-03"))
    kiosk.puts(folder, kiosk.bundle(kiosk.seals(request, desk)))
    collected(records, folder)
    keys = office_keys(a_keys_folder(folder))
    open_new(records, keys, desk, a_worker())
    return Office(records, keys, Published(a_repository(folder / "repo")))


def count_replies(office: Office) -> int:
    with office.records.read() as session:
        return len(session.scalars(select(Reply.id)).all())


def test_an_answer_is_sealed_for_every_kiosk_of_the_site(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)

    done = reply(office, REQUEST.reference, an_order(), a_worker())

    assert (done.reference, done.state, done.kiosks) == (REQUEST.reference, "booked", 2)
    with office.records.read() as session:
        assert sorted(session.scalars(select(ReplyCopy.kiosk))) == ["MVX-02", "MVX-03"]
        assert [item.state for item in listed(session)] == ["booked"]


def test_the_desk_can_read_its_own_answer(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)
    reply(office, REQUEST.reference, an_order(note="Bring your letter."), a_worker())

    shown = show(office.records, office.keys, REQUEST.reference, a_worker())

    assert shown.reply is not None
    assert shown.reply.note == "Bring your letter."
    assert shown.reply.facts == {"day": "2026-12-02", "time": "14:30", "room": "Room 2"}


def test_a_room_is_written_as_the_prison_writes_it_however_it_was_typed(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)
    facts = {"day": "2026-12-02", "time": "14:30", "room": " ROOM  2"}

    reply(office, REQUEST.reference, Order("talk", facts), a_worker())

    shown = show(office.records, office.keys, REQUEST.reference, a_worker())
    assert shown.reply is not None
    assert shown.reply.facts["room"] == "Room 2"


def test_the_records_hold_no_template_and_no_note(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)
    reply(office, REQUEST.reference, an_order(note="Bring your letter."), a_worker())

    data = b"".join(path.read_bytes() for path in tmp_path.glob("office.sqlite*"))

    assert b"Bring your letter" not in data
    assert b"Room 2" not in data


@pytest.mark.parametrize(
    "named", [a_request_numbered(2).reference, REQUEST.reference[:-1], "K7", ""]
)
def test_an_answer_to_a_number_that_nobody_has_is_refused(tmp_path: Path, named: str) -> None:
    office = an_office_with(tmp_path)

    with pytest.raises(ItemUnknown):
        reply(office, named, an_order(), a_worker())

    assert count_replies(office) == 0


def test_a_second_answer_is_refused_and_the_first_stays(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)
    reply(office, REQUEST.reference, an_order(), a_worker())

    with pytest.raises(AlreadyAnswered):
        reply(office, REQUEST.reference, an_order("read"), a_worker())

    assert count_replies(office) == 1


def test_after_we_have_read_it_the_answer_itself_follows_freely(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)
    reply(office, REQUEST.reference, an_order("read"), a_worker())

    assert reply(office, REQUEST.reference, an_order(), a_worker()).state == "booked"


def test_a_second_answer_that_is_meant_takes_the_place_of_the_first(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)
    reply(office, REQUEST.reference, an_order(), a_worker())

    done = reply(office, REQUEST.reference, an_order("read", replace=True), a_worker())

    assert done.replaced
    shown = show(office.records, office.keys, REQUEST.reference, a_worker())
    assert shown.reply is not None
    assert shown.reply.template == "read"


@pytest.mark.parametrize(
    "order",
    [
        Order("no-such-template"),
        Order("talk", {"day": "2026-12-02", "time": "14:30"}),
        Order("talk", {"day": "2026-12-02", "time": "14:30", "room": "Room 2", "why": "rent"}),
        Order("talk", {"day": "2 December", "time": "14:30", "room": "Room 2"}),
        Order("talk", {"day": "2026-02-30", "time": "14:30", "room": "Room 2"}),
        Order("talk", {"day": "2026-11-20", "time": "14:30", "room": "Room 2"}),
        Order("talk", {"day": "2026-12-02", "time": "2pm", "room": "Room 2"}),
        Order("talk", {"day": "2026-12-02", "time": "14:30", "room": "the housing office"}),
        Order("read-this", {"entry": "Not An Id"}),
        Order("read-this", {"entry": "no-such-entry"}),
        an_order(note="x" * 301),
        an_order(note="two\nlines"),
        an_order(note="\u202eesrever"),
    ],
)
def test_a_reply_that_does_not_fit_changes_nothing(tmp_path: Path, order: Order) -> None:
    office = an_office_with(tmp_path)

    with pytest.raises(ReplyNotFit):
        reply(office, REQUEST.reference, order, a_worker())

    assert count_replies(office) == 0
    with office.records.read() as session:
        assert [item.state for item in listed(session)] == ["read"]


def test_a_published_entry_may_be_the_answer(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)

    order = Order("read-this", {"entry": "housing-advice"})

    assert reply(office, REQUEST.reference, order, a_worker()).state == "answered"


def test_a_note_of_300_signs_is_taken(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)

    reply(office, REQUEST.reference, an_order(note="x" * 300), a_worker())

    assert count_replies(office) == 1


@pytest.mark.parametrize(
    "order", [Order("read"), an_order(note="About your debts"), Order("read-this", {"entry": "a"})]
)
def test_a_private_desk_answers_in_neutral_words_only(tmp_path: Path, order: Order) -> None:
    office = an_office_with(tmp_path, desk="private")

    with pytest.raises(ReplyNotFit):
        reply(office, REQUEST.reference, order, a_worker())


def test_a_private_desk_can_give_an_appointment(tmp_path: Path) -> None:
    office = an_office_with(tmp_path, desk="private")

    assert reply(office, REQUEST.reference, an_order(), a_worker()).state == "booked"


def test_an_unproven_request_gets_no_answer_on_a_screen(tmp_path: Path) -> None:
    request = REQUEST.model_copy(update={"proven": False})
    office = an_office_with(tmp_path, request)

    with pytest.raises(ReplyNotFit):
        reply(office, REQUEST.reference, an_order(), a_worker())


def test_who_wants_an_envelope_gets_no_answer_on_a_screen(tmp_path: Path) -> None:
    request = REQUEST.model_copy(update={"answer_way": "envelope"})
    office = an_office_with(tmp_path, request)

    with pytest.raises(ReplyNotFit):
        reply(office, REQUEST.reference, an_order(), a_worker())


def test_an_answer_given_in_person_is_a_state(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)

    set_state(office.records, office.keys, REQUEST.reference, "answered", a_worker())

    with office.records.read() as session:
        assert [item.state for item in listed(session)] == ["answered"]


@pytest.mark.parametrize("state", ["received", "lost", ""])
def test_a_state_that_is_none_is_refused(tmp_path: Path, state: str) -> None:
    office = an_office_with(tmp_path)

    with pytest.raises(StateNotFit):
        set_state(office.records, office.keys, REQUEST.reference, state, a_worker())


def test_a_policy_whose_bytes_were_changed_is_not_believed(tmp_path: Path) -> None:
    office = an_office_with(tmp_path)
    for path in (tmp_path / "repo").rglob("*.templates.json"):
        path.write_bytes(path.read_bytes().replace(b'"neutral":false', b'"neutral":true '))

    with pytest.raises(PolicyMissing):
        reply(office, REQUEST.reference, an_order(), a_worker())


def test_without_a_repository_nothing_is_answered(tmp_path: Path) -> None:
    office = replace(an_office_with(tmp_path), published=Published(tmp_path / "nowhere"))

    with pytest.raises(PolicyMissing):
        reply(office, REQUEST.reference, an_order(), a_worker())

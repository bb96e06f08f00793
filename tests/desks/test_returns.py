import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from admin_tools.desks.errors import AnotherSite, DemoMixed, WingNotFit
from admin_tools.desks.inbox import open_new
from admin_tools.desks.kiosks import move
from admin_tools.desks.people import PinOffice, import_people
from admin_tools.desks.people_list import Listed
from admin_tools.desks.published import Published
from admin_tools.desks.replying import Office, reply, set_state
from admin_tools.desks.returns import ReturnWritten, write_returns
from admin_tools.records.database import Records
from admin_tools.records.items import listed
from admin_tools.records.kiosks import lives_of
from admin_tools.records.tables import Item
from kiosk.exchange.refusals import Refused
from kiosk.exchange.requests_bundle import payload_hash
from kiosk.exchange.sealing import Context, Purpose, unseal
from tests.builders.exchange import PIN_HASH
from tests.builders.office import (
    MONDAY,
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

TODAY = MONDAY.date()
B_WING, C_WING = WingKiosk("MVX-02"), WingKiosk("MVX-03", wing="C")
REQUEST = a_request_numbered(1)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Two kiosks, two requests of the first, read by the desk."""
    records = registered(an_office(tmp_path), B_WING, C_WING)
    B_WING.puts(tmp_path, B_WING.bundle(B_WING.seals(REQUEST), *B_WING.asks(2)))
    collected(records, tmp_path)
    keys = office_keys(a_keys_folder(tmp_path))
    open_new(records, keys, "housing", a_worker())
    return Office(records, keys, Published(a_repository(tmp_path / "repo")))


def written(office: Office, stick: Path, day: date = TODAY) -> tuple[ReturnWritten, ...]:
    return write_returns(stick, office.records, office.keys, "MVX", day)


def test_every_live_kiosk_gets_a_return(office: Office, tmp_path: Path) -> None:
    written(office, tmp_path)

    names = sorted(path.name for path in (tmp_path / "SIGNPOST" / "returns").iterdir())
    assert names == ["MVX-02-000001.return", "MVX-03-000001.return"]


def test_the_kiosk_reads_receipts_and_states_of_its_own_requests(
    office: Office, tmp_path: Path
) -> None:
    written(office, tmp_path)

    mail = B_WING.mail(B_WING.takes(tmp_path))

    with office.records.read() as session:
        hashes = {item.id: item.sha256 for item in listed(session)}
    assert {receipt.id: receipt.sha256 for receipt in mail.receipts} == hashes
    assert [(state.state, state.day) for state in mail.states if state.id == REQUEST.id] == [
        ("received", TODAY),
        ("read", TODAY),
    ]
    assert C_WING.mail(C_WING.takes(tmp_path)).receipts == ()


def test_the_answer_reaches_every_kiosk_of_the_site(office: Office, tmp_path: Path) -> None:
    reply(office, REQUEST.reference, an_order(), a_worker())
    written(office, tmp_path)

    for kiosk in (B_WING, C_WING):
        (answer,) = kiosk.replies(kiosk.takes(tmp_path))
        assert (answer.request, answer.person) == (REQUEST.id, REQUEST.person)
        assert (answer.template, answer.listed) == ("talk", True)


def test_a_request_that_was_set_back_has_not_come_to_the_later_steps(
    office: Office, tmp_path: Path
) -> None:
    set_state(office.records, office.keys, REQUEST.reference, "booked", a_worker())
    set_state(office.records, office.keys, REQUEST.reference, "read", a_worker())
    written(office, tmp_path)

    states = B_WING.mail(B_WING.takes(tmp_path)).states

    assert {one.state for one in states if one.id == REQUEST.id} == {"received", "read"}


def test_an_answer_that_was_replaced_goes_out_once(office: Office, tmp_path: Path) -> None:
    reply(office, REQUEST.reference, an_order("read"), a_worker())
    reply(office, REQUEST.reference, an_order(replace=True), a_worker())
    written(office, tmp_path)

    assert [a.template for a in B_WING.replies(B_WING.takes(tmp_path))] == ["talk"]


def test_another_kiosk_cannot_open_a_return(office: Office, tmp_path: Path) -> None:
    written(office, tmp_path)
    bundle = B_WING.takes(tmp_path)

    context = Context(Purpose.MAIL, "MVX", "MVX-02", str(bundle.seq))
    with pytest.raises(Refused):
        unseal(bundle.mail, C_WING.opening, context)


def test_the_people_of_the_whole_site_come_without_names(office: Office, tmp_path: Path) -> None:
    listed_people = (
        Listed("A1234BC", "pl", "B", active=True),
        Listed("A9876XY", "en", "C", active=False),
    )
    pins = PinOffice(tmp_path / "slips", hash_pin=lambda _pin: PIN_HASH)
    import_people(office.records, listed_people, pins, a_worker())
    written(office, tmp_path)

    people = C_WING.people(C_WING.takes(tmp_path)).people

    assert [(p.number, p.language, p.active) for p in people] == [
        ("A1234BC", "pl", True),
        ("A9876XY", "en", False),
    ]
    assert all(p.pin == PIN_HASH for p in people)


def test_each_return_has_a_higher_number_and_the_old_one_goes(
    office: Office, tmp_path: Path
) -> None:
    written(office, tmp_path)
    again = written(office, tmp_path)

    assert [one.seq for one in again] == [2, 2]
    names = sorted(path.name for path in (tmp_path / "SIGNPOST" / "returns").iterdir())
    assert names == ["MVX-02-000002.return", "MVX-03-000002.return"]


def test_a_number_is_used_up_even_when_the_stick_cannot_be_written(
    office: Office, tmp_path: Path
) -> None:
    full = tmp_path / "full"
    full.mkdir()
    (full / "SIGNPOST").write_bytes(b"a file where the folder should be")

    with pytest.raises(Refused):
        written(office, full)

    assert next(o.seq for o in written(office, tmp_path) if o.kiosk == "MVX-02") == 2


def test_an_office_restored_from_last_week_jumps_beyond_what_kiosks_applied(
    office: Office, tmp_path: Path
) -> None:
    office.records.close()
    shutil.copy(tmp_path / "office.sqlite", tmp_path / "backup.sqlite")
    for _ in range(7):
        written(office, tmp_path)
    restored = Records(f"sqlite:///{tmp_path / 'backup.sqlite'}")
    B_WING.puts(tmp_path, B_WING.bundle(*B_WING.asks(3), seq=2, last_return=7))
    collected(restored, tmp_path)

    (tmp_path / "new").mkdir()
    done = write_returns(tmp_path / "new", restored, office.keys, "MVX", TODAY)

    assert {one.kiosk: one.seq for one in done} == {"MVX-02": 8, "MVX-03": 1}


def test_what_the_backup_does_not_know_gets_no_receipt_so_that_it_is_sent_again(
    tmp_path: Path,
) -> None:
    records = registered(an_office(tmp_path), B_WING)
    keys = office_keys(a_keys_folder(tmp_path))
    first = B_WING.bundle(*B_WING.asks(1))
    B_WING.puts(tmp_path / "one", first)
    collected(records, tmp_path / "one")
    records.close()
    shutil.copy(tmp_path / "office.sqlite", tmp_path / "backup.sqlite")
    B_WING.puts(tmp_path / "two", B_WING.bundle(*B_WING.asks(2), seq=2, prev=payload_hash(first)))
    collected(records, tmp_path / "two")

    restored = Records(f"sqlite:///{tmp_path / 'backup.sqlite'}")
    (tmp_path / "back").mkdir()
    write_returns(tmp_path / "back", restored, keys, "MVX", TODAY)

    mail = B_WING.mail(B_WING.takes(tmp_path / "back"))
    assert [receipt.id for receipt in mail.receipts] == [a_request_numbered(1).id]


def test_what_is_damaged_here_is_asked_for_again(office: Office, tmp_path: Path) -> None:
    with office.records.write() as session:
        session.get_one(Item, REQUEST.id).damaged = True
    written(office, tmp_path)

    mail = B_WING.mail(B_WING.takes(tmp_path))

    assert mail.resend == (REQUEST.id,)
    assert REQUEST.id not in {receipt.id for receipt in mail.receipts}


def test_a_new_machine_gets_the_answers_that_were_given_before_it(
    office: Office, tmp_path: Path
) -> None:
    reply(office, REQUEST.reference, an_order(), a_worker())
    new = B_WING.again()
    registered(office.records, new)

    done = written(office, tmp_path)

    assert {one.kiosk: one.unsealed for one in done} == {"MVX-02": 0, "MVX-03": 0}
    assert [a.request for a in new.replies(new.takes(tmp_path))] == [REQUEST.id]


def test_without_the_desks_key_the_answers_for_a_new_machine_are_counted_as_missing(
    office: Office, tmp_path: Path
) -> None:
    reply(office, REQUEST.reference, an_order(), a_worker())
    registered(office.records, WingKiosk("MVX-04"))
    keys = office_keys(a_keys_folder(tmp_path / "few", "work"))

    done = write_returns(tmp_path, office.records, keys, "MVX", TODAY)

    assert {one.kiosk: one.unsealed for one in done} == {"MVX-02": 0, "MVX-03": 0, "MVX-04": 1}


def test_a_done_request_is_told_for_90_days(office: Office, tmp_path: Path) -> None:
    set_state(office.records, office.keys, REQUEST.reference, "closed", a_worker())

    told = []
    for days in (90, 91):
        written(office, tmp_path, TODAY + timedelta(days=days))
        states = B_WING.mail(B_WING.takes(tmp_path)).states
        told.append(REQUEST.id in {state.id for state in states})

    assert told == [True, False]


def test_a_revoked_kiosk_gets_nothing(office: Office, tmp_path: Path) -> None:
    with office.records.write() as session:
        lives_of(session, "MVX-03")[0].state = "revoked"

    assert [one.kiosk for one in written(office, tmp_path)] == ["MVX-02"]


def test_keys_of_another_site_write_nothing(office: Office, tmp_path: Path) -> None:
    keys = office_keys(a_keys_folder(tmp_path / "abroad", site="NGT"))

    with pytest.raises(AnotherSite):
        write_returns(tmp_path, office.records, keys, "MVX", TODAY)


def test_real_keys_write_nothing_for_a_demonstration(office: Office, tmp_path: Path) -> None:
    keys = office_keys(a_keys_folder(tmp_path / "real", demo=False))

    with pytest.raises(DemoMixed):
        write_returns(tmp_path, office.records, keys, "MVX", TODAY)


def test_a_collected_file_goes_and_one_that_was_not_stays(office: Office, tmp_path: Path) -> None:
    B_WING.puts(tmp_path, B_WING.bundle(*B_WING.asks(9), seq=2))
    (tmp_path / "SIGNPOST" / "requests" / "MVX-03-000001.requests").write_bytes(b"sealed")

    written(office, tmp_path)

    names = sorted(path.name for path in (tmp_path / "SIGNPOST" / "requests").iterdir())
    assert names == ["MVX-02-000002.requests", "MVX-03-000001.requests"]


def test_a_kiosk_that_was_moved_learns_its_wing(office: Office, tmp_path: Path) -> None:
    move(office.records, "MVX-02", "D")
    written(office, tmp_path)

    assert B_WING.takes(tmp_path).wing == "D"


@pytest.mark.parametrize(("kiosk", "wing"), [("MVX-02", "wing d"), ("MVX-09", "D")])
def test_a_move_that_cannot_be_is_refused(office: Office, kiosk: str, wing: str) -> None:
    with pytest.raises((WingNotFit, Refused)):
        move(office.records, kiosk, wing)


def test_the_return_for_a_new_machine_is_the_highest_of_its_number_on_the_stick(
    office: Office, tmp_path: Path
) -> None:
    for _ in range(3):
        written(office, tmp_path)
    new = B_WING.again()
    registered(office.records, new)

    written(office, tmp_path)

    assert new.takes(tmp_path).seq == 4

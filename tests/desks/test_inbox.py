from pathlib import Path

import pytest
from sqlalchemy import select

from admin_tools.desks.errors import ItemDamaged, ItemUnknown
from admin_tools.desks.inbox import open_new
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.showing import show
from admin_tools.records.access import lines_about
from admin_tools.records.database import Records
from admin_tools.records.items import listed
from admin_tools.records.tables import Item
from kiosk.exchange.items import NewPinItem, RequestItem, WithdrawalItem
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.exchange import NOON, an_id
from tests.builders.office import (
    MONDAY,
    WingKiosk,
    a_keys_folder,
    a_request_numbered,
    a_worker,
    an_office,
    collected,
    office_keys,
    registered,
)

REQUEST = a_request_numbered(1)


def a_withdrawal(*, person: str = "A1234BC", proven: bool = True) -> WithdrawalItem:
    return WithdrawalItem(
        id=an_id("withdrawal"),
        request=REQUEST.id,
        reference=REQUEST.reference,
        person=person,
        proven=proven,
        asked_at=NOON,
    )


@pytest.fixture
def records(tmp_path: Path) -> Records:
    kiosk = WingKiosk()
    records = registered(an_office(tmp_path), kiosk)
    kiosk.puts(tmp_path, kiosk.bundle(kiosk.seals(REQUEST), *kiosk.asks(2, desk="work")))
    collected(records, tmp_path)
    return records


@pytest.fixture
def keys(tmp_path: Path) -> OfficeKeys:
    return office_keys(a_keys_folder(tmp_path))


def states(records: Records) -> dict[str, str]:
    with records.read() as session:
        return {item.desk: item.state for item in listed(session)}


def test_a_desk_reads_its_own_requests_and_no_others(records: Records, keys: OfficeKeys) -> None:
    opened = open_new(records, keys, "housing", a_worker())

    assert [item.id for item in opened.items] == [REQUEST.id]
    assert states(records) == {"housing": "read", "work": "received"}


def test_a_desk_without_its_key_reads_nothing(records: Records, tmp_path: Path) -> None:
    keys = office_keys(a_keys_folder(tmp_path / "other", "work"))

    with pytest.raises(Refused) as refused:
        open_new(records, keys, "housing", a_worker())

    assert refused.value.code is Refusal.KEY_MISSING
    assert states(records)["housing"] == "received"


def test_what_was_read_is_not_new_again(records: Records, keys: OfficeKeys) -> None:
    open_new(records, keys, "housing", a_worker())

    assert open_new(records, keys, "housing", a_worker()).items == ()


def test_reading_leaves_the_days_but_neither_person_nor_reference(
    records: Records, keys: OfficeKeys, tmp_path: Path
) -> None:
    open_new(records, keys, "housing", a_worker())

    with records.read() as session:
        item = next(one for one in listed(session) if one.desk == "housing")
    assert (item.read_by, item.answer_by) == (
        REQUEST.promised.read_by,
        REQUEST.promised.answer_by,
    )
    data = b"".join(path.read_bytes() for path in tmp_path.glob("office.sqlite*"))
    for word in (REQUEST.person, REQUEST.title, REQUEST.reference, REQUEST.form):
        assert word.encode() not in data


def test_a_request_is_found_by_its_reference_once_it_was_read(
    records: Records, keys: OfficeKeys
) -> None:
    with pytest.raises(ItemUnknown):
        show(records, keys, REQUEST.reference, a_worker())
    open_new(records, keys, "housing", a_worker())

    shown = show(records, keys, REQUEST.reference.lower().replace("-", " "), a_worker())

    assert isinstance(shown.inside, RequestItem)
    assert shown.inside.answers == REQUEST.answers


def test_a_request_is_found_by_the_id_of_the_list_and_counts_as_read(
    records: Records, keys: OfficeKeys
) -> None:
    shown = show(records, keys, REQUEST.id[:8], a_worker())

    assert shown.inside == REQUEST
    assert states(records)["housing"] == "read"


def test_the_key_of_another_desk_does_not_find_a_reference(
    records: Records, keys: OfficeKeys, tmp_path: Path
) -> None:
    open_new(records, keys, "housing", a_worker())
    others = office_keys(a_keys_folder(tmp_path / "other", "work"))

    for named in (REQUEST.reference, REQUEST.id):
        with pytest.raises(ItemUnknown):
            show(records, others, named, a_worker())


def test_every_look_goes_into_the_log_with_the_name(records: Records, keys: OfficeKeys) -> None:
    open_new(records, keys, "housing", a_worker("A. Jones"))
    show(records, keys, REQUEST.id, a_worker("B. Khan"))

    with records.read() as session:
        lines = [(line.by, line.what, line.at) for line in lines_about(session, REQUEST.id)]
    assert lines == [("A. Jones", "open", MONDAY), ("B. Khan", "show", MONDAY)]


def test_a_damaged_item_is_marked_and_the_others_are_read(
    records: Records, keys: OfficeKeys
) -> None:
    with records.write() as session:
        session.get_one(Item, REQUEST.id).for_desk = b"rot"

    opened = open_new(records, keys, "housing", a_worker())

    assert (opened.items, opened.damaged) == ((), (REQUEST.id,))
    with records.read() as session:
        assert session.scalars(select(Item.id).where(Item.damaged)).all() == [REQUEST.id]


def test_showing_a_damaged_item_marks_it_too(records: Records, keys: OfficeKeys) -> None:
    with records.write() as session:
        session.get_one(Item, REQUEST.id).for_desk = b"rot"

    with pytest.raises(ItemDamaged):
        show(records, keys, REQUEST.id, a_worker())

    with records.read() as session:
        assert session.get_one(Item, REQUEST.id).damaged


@pytest.mark.parametrize(
    ("withdrawal", "marked"),
    [
        (a_withdrawal(), True),
        (a_withdrawal(person="A9999ZZ"), False),
        (a_withdrawal(proven=False), False),
    ],
)
def test_only_the_proven_person_takes_a_request_back(
    records: Records, keys: OfficeKeys, tmp_path: Path, withdrawal: WithdrawalItem, *, marked: bool
) -> None:
    kiosk = WingKiosk()
    kiosk.puts(tmp_path / "later", kiosk.bundle(kiosk.seals(withdrawal), seq=2))
    collected(records, tmp_path / "later")

    open_new(records, keys, "housing", a_worker())

    with records.read() as session:
        item = session.get_one(Item, REQUEST.id)
        assert (item.withdrawn is not None) is marked
        assert item.state == "read"


def test_a_wish_for_a_new_pin_is_shown_and_changes_nothing(
    records: Records, keys: OfficeKeys, tmp_path: Path
) -> None:
    kiosk = WingKiosk()
    wish = NewPinItem(id=an_id("pin"), person="A1234BC", language="en", asked_at=NOON)
    kiosk.puts(tmp_path / "later", kiosk.bundle(kiosk.seals(wish), seq=2))
    collected(records, tmp_path / "later")

    opened = open_new(records, keys, "housing", a_worker())

    assert wish in opened.items

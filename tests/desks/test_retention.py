from datetime import timedelta
from pathlib import Path

import pytest

from admin_tools.desks.errors import DeletionFrozen, ItemTakenOut, TooYoung
from admin_tools.desks.inbox import open_new
from admin_tools.desks.published import Published
from admin_tools.desks.replying import Office, reply, set_state
from admin_tools.desks.retention import freeze, purge
from admin_tools.desks.returns import write_returns
from admin_tools.desks.showing import show
from admin_tools.records.tables import Item
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

KIOSK = WingKiosk()
REQUEST = a_request_numbered(1)
LATER = MONDAY + timedelta(days=400)
TOMORROW = MONDAY.date() + timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """Two requests; the first is answered and closed today."""
    records = registered(an_office(tmp_path), KIOSK)
    KIOSK.puts(tmp_path, KIOSK.bundle(KIOSK.seals(REQUEST), *KIOSK.asks(2)))
    collected(records, tmp_path)
    keys = office_keys(a_keys_folder(tmp_path))
    open_new(records, keys, "housing", a_worker())
    office = Office(records, keys, Published(a_repository(tmp_path / "repo")))
    reply(office, REQUEST.reference, an_order(), a_worker())
    set_state(records, keys, REQUEST.reference, "closed", a_worker())
    return office


def sealed(office: Office) -> bytes:
    with office.records.read() as session:
        return session.get_one(Item, REQUEST.id).for_desk


def test_what_is_finished_loses_its_text_and_what_is_open_keeps_it(office: Office) -> None:
    assert purge(office.records, TOMORROW, a_worker(now=LATER)) == 1

    with pytest.raises(ItemTakenOut):
        show(office.records, office.keys, REQUEST.id, a_worker(now=LATER))
    open_one = a_request_numbered(2)
    assert show(office.records, office.keys, open_one.id, a_worker(now=LATER)).inside == open_one


def test_the_sealed_bytes_are_gone_from_the_disk(office: Office, tmp_path: Path) -> None:
    text = sealed(office)

    purge(office.records, TOMORROW, a_worker(now=LATER))

    data = b"".join(path.read_bytes() for path in tmp_path.glob("office.sqlite*"))
    assert not any(text[at : at + 64] in data for at in range(0, len(text) - 64, 512))


def test_what_was_taken_out_is_not_collected_again(office: Office, tmp_path: Path) -> None:
    purge(office.records, TOMORROW, a_worker(now=LATER))

    (done,) = collected(office.records, tmp_path, LATER)

    assert (done.new, done.known, done.set_apart) == (0, 2, 0)
    assert sealed(office) == b""


def test_returns_can_still_be_written(office: Office, tmp_path: Path) -> None:
    purge(office.records, TOMORROW, a_worker(now=LATER))

    (done,) = write_returns(tmp_path, office.records, office.keys, "MVX", LATER.date())

    assert (done.receipts, done.replies) == (1, 0)


def test_frozen_means_that_nothing_is_deleted(office: Office) -> None:
    freeze(office.records, a_worker(), frozen=True)
    with pytest.raises(DeletionFrozen):
        purge(office.records, TOMORROW, a_worker(now=LATER))
    assert sealed(office)

    freeze(office.records, a_worker(), frozen=False)
    assert purge(office.records, TOMORROW, a_worker(now=LATER)) == 1


def test_what_kiosks_still_show_stays(office: Office) -> None:
    with pytest.raises(TooYoung):
        purge(office.records, TOMORROW, a_worker(now=MONDAY + timedelta(days=30)))
    assert sealed(office)

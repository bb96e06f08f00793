"""Keys that were replaced, and a key that was lost."""

from pathlib import Path

import pytest

from admin_tools.desks.collect import collect
from admin_tools.desks.errors import ItemUnknown
from admin_tools.desks.inbox import open_new
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.recovering import Recovered, recover
from admin_tools.desks.showing import show
from admin_tools.records.access import lines_about
from admin_tools.records.database import Records
from kiosk.exchange.keys import OpeningKey
from tests.builders.office import (
    MONDAY,
    WingKiosk,
    a_keys_folder,
    a_request_numbered,
    a_worker,
    an_office,
    office_keys,
    registered,
)

REQUEST = a_request_numbered(1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The office's keys; a stick lies in the same folder, with one request for housing."""
    kiosk = WingKiosk()
    kiosk.puts(tmp_path, kiosk.bundle(kiosk.seals(REQUEST)))
    return a_keys_folder(tmp_path)


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return registered(an_office(tmp_path))


def take_in(records: Records, stick: Path, folder: Path) -> OfficeKeys:
    keys = office_keys(folder)
    collect(records, stick, keys.collecting(), MONDAY)
    open_new(records, keys, "housing", a_worker())
    return keys


def replaced(folder: Path, role: str, *, lost: bool = False) -> OfficeKeys:
    """Make a new key for a role, as `signpost keys` does; a lost one leaves nothing behind."""
    (folder / "old").mkdir(exist_ok=True)
    old = folder / f"{role}.pem"
    public = OpeningKey.load(old).public
    old.rename(folder / "old" / f"{role}-{public[:8]}.pem")
    if lost:
        (folder / "old" / f"{role}-{public[:8]}.pem").unlink()
    OpeningKey.generate().save(old)
    return office_keys(folder)


def test_a_kiosk_that_knows_only_the_old_collecting_key_is_still_collected(
    records: Records, folder: Path, tmp_path: Path
) -> None:
    keys = replaced(folder, "collecting-mvx")

    (done,) = collect(records, tmp_path, keys.collecting(), MONDAY)

    assert (done.new, done.set_apart) == (1, 0)


def test_what_was_read_before_a_desks_key_was_replaced_is_still_found(
    records: Records, folder: Path, tmp_path: Path
) -> None:
    take_in(records, tmp_path, folder)
    keys = replaced(folder, "desk-housing")

    assert show(records, keys, REQUEST.reference, a_worker()).inside == REQUEST


def test_half_a_rotation_is_no_desk(folder: Path) -> None:
    (folder / "desk-housing.new.pem").write_bytes(b"")

    assert office_keys(folder).desks_here() == ("housing", "private", "work")


def test_a_lost_key_opens_nothing_until_it_was_recovered(
    records: Records, folder: Path, tmp_path: Path
) -> None:
    take_in(records, tmp_path, folder)
    keys = replaced(folder, "desk-housing", lost=True)
    with pytest.raises(ItemUnknown):
        show(records, keys, REQUEST.reference, a_worker())

    done = recover(records, keys, "housing", a_worker("M. Manager"))

    assert done == Recovered(recovered=1, as_before=0, still_closed=0)
    assert show(records, keys, REQUEST.reference, a_worker()).inside == REQUEST
    with records.read() as session:
        lines = [(line.by, line.what) for line in lines_about(session, REQUEST.id)]
    assert ("M. Manager", "recover") in lines


def test_a_recovery_twice_changes_nothing(records: Records, folder: Path, tmp_path: Path) -> None:
    take_in(records, tmp_path, folder)
    keys = replaced(folder, "desk-housing", lost=True)
    recover(records, keys, "housing", a_worker())

    assert recover(records, keys, "housing", a_worker()) == Recovered(0, 1, 0)

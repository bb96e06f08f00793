"""The shelf knows what is read now, and switches in one transaction."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.catalogue.clock import Clock
from kiosk.catalogue.shelf import OlderThanShelf, Shelf, Version
from tests.builders.exchange import an_entry
from tests.builders.stores import a_database, a_publication

ISSUED = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TRUST = {"root": b"{}", "timestamp": b"[]"}


def a_shelf(folder: Path) -> Shelf:
    return Shelf(folder / "catalogue", a_database(folder))


def installed(shelf: Shelf, number: int, *, renewed: bool = False) -> Version:
    publication = a_publication(an_entry(f"e{number}"), version=number)
    path, built = shelf.build(publication, publication.read)
    version = Version(number, ISSUED, path, built.sha256, demo=True)
    with shelf._database.write() as session:
        shelf.switch(session, version, TRUST, renewed=renewed)
    shelf.tidy()
    return version


def switch_and_fail(shelf: Shelf, version: Version) -> None:
    with shelf._database.write() as session:
        shelf.switch(session, version, {"root": b"new"})
        _ = 1 / 0


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "catalogue").iterdir())


def test_a_new_kiosk_has_nothing_on_the_shelf(tmp_path: Path) -> None:
    assert a_shelf(tmp_path).active() is None


def test_what_was_switched_to_is_active(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    version = installed(shelf, 1)
    assert shelf.active() == version
    assert version.day == "2026-11-20"


def test_the_trust_is_kept_with_it(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    installed(shelf, 1)
    assert shelf.trust_files() == TRUST


def test_what_was_built_but_not_switched_to_is_not_read(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    first = installed(shelf, 1)
    publication = a_publication(version=2)
    shelf.build(publication, publication.read)
    assert shelf.active() == first


def test_a_switch_that_is_not_committed_changes_nothing(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    first = installed(shelf, 1)
    second = Version(2, ISSUED, first.path.with_name("2-0.sqlite"), first.sha256, demo=True)

    with pytest.raises(ZeroDivisionError):
        switch_and_fail(shelf, second)

    assert shelf.active() == first
    assert shelf.trust_files() == TRUST


def test_the_version_never_goes_down(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    installed(shelf, 2)
    with pytest.raises(OlderThanShelf):
        installed(shelf, 1)


def test_after_a_new_root_it_may(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    installed(shelf, 2)
    assert installed(shelf, 1, renewed=True) == shelf.active()


def test_the_same_version_may_be_built_again_beside_itself(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    first, again = installed(shelf, 1), installed(shelf, 1)
    assert first.path != again.path
    assert shelf.active() == again


def test_one_version_before_is_kept_and_no_more(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    for number in (1, 2, 3):
        installed(shelf, number)
    assert files_in(tmp_path) == ["2-0.sqlite", "3-0.sqlite"]


def test_a_changed_byte_is_seen(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    version = installed(shelf, 1)
    assert shelf.is_sound(version)
    data = bytearray(version.path.read_bytes())
    data[len(data) // 2] ^= 1
    version.path.write_bytes(data)
    assert not shelf.is_sound(version)


def test_a_bad_file_makes_way_for_the_one_before(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    first, second = installed(shelf, 1), installed(shelf, 2)
    second.path.unlink()
    assert not shelf.is_sound(second)
    assert shelf.fall_back() == first
    assert shelf.active() == first


def test_without_one_before_there_is_nothing_to_fall_back_on(tmp_path: Path) -> None:
    shelf = a_shelf(tmp_path)
    installed(shelf, 1)
    assert shelf.fall_back() is None


def test_low_time_goes_up_with_accepted_content_and_never_back(tmp_path: Path) -> None:
    clock = a_clock_at(tmp_path, ISSUED)
    with clock._database.write() as session:
        clock.issued(session, ISSUED + timedelta(days=3))
        clock.issued(session, ISSUED - timedelta(days=3))
    assert clock.low() == ISSUED + timedelta(days=3)


def test_low_time_goes_up_while_awake(tmp_path: Path) -> None:
    clock = a_clock_at(tmp_path, ISSUED)
    clock.awake(timedelta(hours=1))
    assert clock.low() == ISSUED + timedelta(hours=1)


def a_clock_at(folder: Path, instant: datetime) -> Clock:
    clock = Clock(a_database(folder))
    with clock._database.write() as session:
        clock.start(session, instant)
    return clock

"""What went bad on the disk is found before anybody reads it."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from kiosk.assembly.mailroom import a_mailroom
from kiosk.catalogue.shelf import Version
from kiosk.mailroom.ballast import Ballast
from kiosk.mailroom.chores import Chores
from kiosk.mailroom.rooms import Rooms
from kiosk.mailroom.scrub import scrub
from tests.builders.exchange import a_publisher, an_entry
from tests.builders.kiosks import ENROLLED, an_enrolled_kiosk, ask
from tests.builders.pictures import a_picture, a_png
from tests.builders.sticks import a_wing_stick, put_picture
from tests.builders.stores import a_publication
from tests.faults.rig import Nursery


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return an_enrolled_kiosk(tmp_path / "data")


@pytest.fixture
def rooms(data: Path) -> Rooms:
    return a_mailroom(data)


def install(rooms: Rooms, number: int) -> Version:
    publication = a_publication(an_entry(), version=number)
    path, built = rooms.shelf.build(publication, publication.read)
    version = Version(number, ENROLLED, path, built.sha256, demo=True)
    with rooms.database.write() as session:
        rooms.shelf.switch(session, version, {})
    return version


def flip_a_bit(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


def test_a_sound_kiosk_has_nothing_to_report(rooms: Rooms, data: Path) -> None:
    ask(data, "one")
    install(rooms, 1)
    scrub(rooms)
    assert rooms.register.refusals() == {}


def test_a_catalogue_that_changed_makes_way_for_the_one_before(rooms: Rooms) -> None:
    first, second = install(rooms, 1), install(rooms, 2)
    flip_a_bit(second.path)
    scrub(rooms)
    assert rooms.shelf.active() == first
    assert rooms.register.refusals() == {"content-damaged": 1}


def test_the_last_catalogue_stays_even_when_it_changed(rooms: Rooms) -> None:
    only = install(rooms, 1)
    flip_a_bit(only.path)
    scrub(rooms)
    assert rooms.shelf.active() == replace(only)
    assert rooms.register.refusals() == {"content-damaged": 1}


def test_a_picture_that_changed_is_removed_so_that_a_stick_brings_it_again(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick", a_publisher(an_entry(blocks=(a_picture(),))))
    put_picture(mount, a_png())
    nursery.run("visit", data=data, stick=mount)
    (picture,) = (data / "media").iterdir()
    flip_a_bit(picture)

    rooms = a_mailroom(data)
    scrub(rooms)
    rooms.database.close()
    assert not picture.exists()
    assert rooms.register.last(1)[0].facts == {"code": "media-broken", "pictures": 1}
    rooms.database.close()

    nursery.run("visit", data=data, stick=mount)
    assert picture.read_bytes() == a_png()


def test_a_request_that_changed_is_reported_and_still_waits(rooms: Rooms, data: Path) -> None:
    ask(data, "one", "two")
    with rooms.database.write() as session:
        session.execute(text("UPDATE requests SET asked_day = '2026-01-01'"))
    scrub(rooms)
    assert rooms.register.last(1)[0].facts == {"code": "item-changed", "items": 2}
    assert rooms.ledger.count_waiting() == 2


def test_it_is_done_at_the_start_then_once_a_day(rooms: Rooms, data: Path) -> None:
    seconds = [0.0]
    flip_a_bit(install(rooms, 1).path)
    chores = Chores(rooms, Ballast(data / "ballast"), lambda: seconds[0])
    found = []
    for hour in range(26):
        seconds[0] = hour * 3600.0
        chores()
        found.append(rooms.register.refusals()["content-damaged"])
    assert found == [1] * 24 + [2] * 2

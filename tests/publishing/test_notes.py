"""What staff read about each publication."""

from datetime import date
from pathlib import Path

import pytest

from admin_tools.publishing import notes
from admin_tools.publishing.changes import Changes
from admin_tools.publishing.receive import receive
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.sticks import write_content
from tests.builders.publishing import NOW, House, a_house
from tests.builders.sources import PAGE, entry

DAY = date(2026, 11, 22)
NOTHING = Changes((), (), (), (), (), ())


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = a_house(tmp_path / "house")
    house.publish()
    return house


def on_a_stick(house: House, mount: Path) -> str:
    mount.mkdir(exist_ok=True)
    write_content(mount, house.repository, lambda _done, _of: None)
    return (mount / "SIGNPOST/WHATS-NEW.txt").read_bytes().decode("utf-8")


def test_a_new_page_is_told_on_the_stick(house: House, tmp_path: Path) -> None:
    entry(house.sources, "guide/gym-times", en="# Gym times\n\nWhen you can go.\n")
    house.publish()

    first, second = on_a_stick(house, tmp_path / "stick").split("Version 1,")

    assert "New (1)\r\n- national/guide/gym-times (en): Gym times\r\n" in first
    assert "gym-times" not in second


def test_a_changed_page_is_told_as_changed(house: House, tmp_path: Path) -> None:
    entry(house.sources, en=f"{PAGE}\nMore words.\n")
    house.publish()

    assert "Changed (1)\r\n" in on_a_stick(house, tmp_path / "stick")


def test_only_the_last_three_publications_travel(house: House, tmp_path: Path) -> None:
    for number in range(4):
        entry(house.sources, en=f"{PAGE}\nMore words {number}.\n")
        house.publish()

    words = on_a_stick(house, tmp_path / "stick")

    assert [number for number in range(1, 6) if f"Version {number}," in words] == [3, 4, 5]


def test_the_office_writes_its_own_notes_of_what_it_received(house: House, tmp_path: Path) -> None:
    entry(house.sources, "guide/gym-times", en="# Gym times\n\nWhen you can go.\n")
    house.publish()
    mount, inside = tmp_path / "stick", Repository(tmp_path / "inside", "MVX")
    on_a_stick(house, mount)
    (mount / "SIGNPOST/WHATS-NEW.txt").write_text("Give this stick to cell B2-14.\n")

    published = house.repository.published()
    assert published is not None
    receive(mount, inside, published.roots[0], "MVX", NOW)

    assert "Gym times" in notes.newest(inside)
    assert "cell" not in notes.newest(inside)


def test_a_long_list_is_counted_after_its_first_lines(tmp_path: Path) -> None:
    many = tuple(f"national/guide/page-{number} (en): Page" for number in range(100))
    repository = Repository(tmp_path)

    notes.keep(repository, 1, DAY, Changes(many, (), (), (), (), ()))

    assert "New (100)" in notes.newest(repository)
    assert "- and 60 more" in notes.newest(repository)


def test_old_notes_go(tmp_path: Path) -> None:
    repository = Repository(tmp_path)

    for version in range(1, notes.KEPT + 4):
        notes.keep(repository, version, DAY, NOTHING)

    kept = {int(file.stem) for file in (tmp_path / notes.FOLDER).iterdir()}
    assert kept == set(range(4, notes.KEPT + 4))


def test_a_publication_that_changes_nothing_says_so(tmp_path: Path) -> None:
    repository = Repository(tmp_path)

    notes.keep(repository, 1, DAY, NOTHING)

    assert "No reader will see a difference." in notes.newest(repository)

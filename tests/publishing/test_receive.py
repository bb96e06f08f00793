"""Content that comes into the office on a stick."""

from pathlib import Path

import pytest

from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.receive import Received, receive
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.sticks import write_content
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.publishing import NOW, House, a_house
from tests.builders.sources import PAGE, entry


@pytest.fixture
def house(tmp_path: Path) -> House:
    return a_house(tmp_path / "house")


@pytest.fixture
def inside(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "inside", "MVX")


def a_stick(house: House, mount: Path) -> Path:
    house.publish()
    mount.mkdir(exist_ok=True)
    write_content(mount, house.repository, lambda _done, _of: None)
    return mount


def received(house: House, mount: Path, inside: Repository) -> Received:
    return receive(mount, inside, house.keys.root(), "MVX", NOW)


def test_what_came_in_is_what_was_published(
    house: House, inside: Repository, tmp_path: Path
) -> None:
    received(house, a_stick(house, tmp_path / "stick"), inside)

    here, there = inside.published(), house.repository.published()

    assert here is not None
    assert there is not None
    assert here.raw == there.raw
    for path, file in there.files().items():
        assert inside.read(path, file) == house.repository.read(path, file)


def test_the_next_stick_brings_only_what_is_new(
    house: House, inside: Repository, tmp_path: Path
) -> None:
    received(house, a_stick(house, tmp_path / "stick"), inside)
    entry(house.sources, en=f"{PAGE}\nMore words.\n")

    got = received(house, a_stick(house, tmp_path / "stick"), inside)

    assert (got.version, got.files, got.same) == (2, 1, False)


def test_the_same_stick_again_changes_nothing(
    house: House, inside: Repository, tmp_path: Path
) -> None:
    mount = a_stick(house, tmp_path / "stick")
    received(house, mount, inside)

    assert received(house, mount, inside).same


def test_an_older_stick_is_refused(house: House, inside: Repository, tmp_path: Path) -> None:
    old = a_stick(house, tmp_path / "old")
    received(house, a_stick(house, tmp_path / "new"), inside)

    with pytest.raises(Refused) as refused:
        received(house, old, inside)

    assert refused.value.code is Refusal.CONTENT_OLDER
    published = inside.published()
    assert published is not None
    assert published.version == 2


def test_a_damaged_stick_leaves_the_repository_as_it_was(
    house: House, inside: Repository, tmp_path: Path
) -> None:
    mount = a_stick(house, tmp_path / "stick")
    (pack,) = (mount / "SIGNPOST/content/targets/national").iterdir()
    pack.write_bytes(b"x" + pack.read_bytes()[1:])

    with pytest.raises(Refused):
        received(house, mount, inside)

    assert inside.published() is None


def test_a_stick_of_another_house_is_refused(
    house: House, inside: Repository, tmp_path: Path
) -> None:
    other = a_house(tmp_path / "other", family="other")
    received(house, a_stick(house, tmp_path / "stick"), inside)

    with pytest.raises(Refused):
        received(house, a_stick(other, tmp_path / "theirs"), inside)


def test_a_new_repository_needs_the_first_root(
    house: House, inside: Repository, tmp_path: Path
) -> None:
    mount = a_stick(house, tmp_path / "stick")

    with pytest.raises(PublishingRefused) as refused:
        receive(mount, inside, None, "MVX", NOW)

    assert refused.value.code == "no-root"


def test_the_first_root_never_comes_from_the_stick(
    house: House, inside: Repository, tmp_path: Path
) -> None:
    other = a_house(tmp_path / "other", family="other")
    theirs = a_stick(other, tmp_path / "theirs")

    with pytest.raises(Refused):
        receive(theirs, inside, house.keys.root(), "MVX", NOW)

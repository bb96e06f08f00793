"""What is written onto a stick, and what a kiosk makes of it."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest

from admin_tools.publishing import sticks
from admin_tools.publishing.sticks import ContentWritten, write_content
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.publishing import House, a_house
from tests.builders.sources import PAGE, entry
from tests.publishing.test_publishing import PowerCut, cut_after


@pytest.fixture
def house(tmp_path: Path) -> House:
    house = a_house(tmp_path / "house")
    house.publish()
    return house


@pytest.fixture
def mount(tmp_path: Path) -> Path:
    mount = tmp_path / "stick"
    mount.mkdir()
    return mount


def copied(house: House, mount: Path) -> ContentWritten:
    return write_content(mount, house.repository, lambda _done, _of: None)


def all_files(mount: Path) -> dict[str, bytes]:
    return {str(p.relative_to(mount)): p.read_bytes() for p in mount.rglob("*") if p.is_file()}


def test_a_second_stick_of_the_same_content_gets_nothing_new(house: House, mount: Path) -> None:
    first = copied(house, mount)

    assert first.files > 0
    assert copied(house, mount) == ContentWritten(first.version, 0, 0)


def test_only_what_changed_is_copied_again(house: House, mount: Path) -> None:
    copied(house, mount)
    entry(house.sources, en=f"{PAGE}\nMore words.\n")
    house.publish()

    again = copied(house, mount)

    assert again.files == 5  # one pack, the top list, the snapshot, the timestamp, what is new
    assert house.believed(mount).version == 2


def test_a_damaged_file_is_put_right(house: House, mount: Path) -> None:
    copied(house, mount)
    (pack,) = (mount / "SIGNPOST/content/targets/national").iterdir()
    pack.write_bytes(b"x" + pack.read_bytes()[1:])

    assert copied(house, mount).files == 1
    assert house.believed(mount).targets


def test_requests_and_strange_files_are_left_alone(house: House, mount: Path) -> None:
    (mount / "SIGNPOST/requests").mkdir(parents=True)
    (mount / "SIGNPOST/requests/MVX-02-000001.requests").write_bytes(b"sealed")
    (mount / "holiday.jpg").write_bytes(b"picture")

    copied(house, mount)

    assert (mount / "SIGNPOST/requests/MVX-02-000001.requests").read_bytes() == b"sealed"
    assert (mount / "holiday.jpg").read_bytes() == b"picture"


def test_old_content_is_taken_away(house: House, mount: Path) -> None:
    copied(house, mount)
    before = set(all_files(mount))
    entry(house.sources, en=f"{PAGE}\nMore words.\n")
    house.publish()

    copied(house, mount)

    assert len(all_files(mount)) == len(before)


@pytest.mark.faults
def test_a_stick_pulled_out_at_any_file_holds_the_old_content_or_the_new(
    house: House, mount: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(house, mount)
    seen = set()
    for number in range(6):
        entry(house.sources, en=f"{PAGE}\nTry {number}.\n")
        new = house.publish()
        with monkeypatch.context() as broken, suppress(PowerCut):
            cut_after(number, broken)
            copied(house, mount)
        found = house.believed(mount)
        seen.add(found.version == new)
        copied(house, mount)

    assert seen == {True, False}


def test_a_link_on_the_stick_is_refused(house: House, mount: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (mount / "SIGNPOST").mkdir()
    (mount / "SIGNPOST/content").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(Refused):
        copied(house, mount)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_progress_ends_at_the_whole(house: House, mount: Path) -> None:
    heard: list[tuple[int, int]] = []

    write_content(mount, house.repository, lambda done, of: heard.append((done, of)))

    assert heard[-1][0] == heard[-1][1]
    assert heard == sorted(heard)


def test_a_stick_without_room_is_refused_before_the_first_byte(
    house: House, mount: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = shutil.disk_usage(mount)._replace(free=sticks.SPARE)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)

    with pytest.raises(Refused) as refused:
        copied(house, mount)

    assert refused.value.code is Refusal.STICK_FULL
    assert all_files(mount) == {}


def test_a_return_that_is_not_right_on_the_stick_is_found(house: House, mount: Path) -> None:
    public = house.keys.public("office-mvx")
    (mount / "SIGNPOST/returns").mkdir(parents=True)
    (mount / "SIGNPOST/returns/MVX-02-000001.return").write_bytes(b"half a file")

    with pytest.raises(Refused):
        sticks.read_back(mount, "MVX-02", 1, public)

"""Pictures come with the content that shows them, or nothing comes."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.entries import Entry
from kiosk.exchange.refusals import Refusal
from tests.builders.exchange import a_publisher, an_entry
from tests.builders.kiosks import an_enrolled_kiosk, looked
from tests.builders.pictures import SVG, a_bomb, a_picture, a_png
from tests.builders.publisher import Publisher
from tests.builders.sounds import a_recording, an_opus, remarks
from tests.builders.sticks import a_wing_stick, put_picture
from tests.faults.rig import Nursery

HOUSE, DOOR = a_png(8, 8), a_png(16, 8)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return an_enrolled_kiosk(tmp_path / "data")


def showing(*pictures: bytes) -> Entry:
    return an_entry(blocks=tuple(a_picture(data) for data in pictures))


def name_of(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def kept(data: Path) -> set[str]:
    return {path.name for path in (data / "media").glob("*")}


def test_a_picture_comes_with_the_entry_that_shows_it(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick", a_publisher(showing(HOUSE)))
    put_picture(mount, HOUSE)
    put_picture(mount, DOOR)

    assert nursery.run("visit", data=data, stick=mount).status == 0

    assert kept(data) == {name_of(HOUSE)}
    assert (data / "media" / name_of(HOUSE)).read_bytes() == HOUSE


def missing(_mount: Path) -> None:
    """Nothing stands where the picture should."""


def one_bit(mount: Path) -> None:
    put_picture(mount, HOUSE[:-20] + b"?" + HOUSE[-19:], name=name_of(HOUSE))


def too_long(mount: Path) -> None:
    put_picture(mount, HOUSE + b"more", name=name_of(HOUSE))


def a_link(mount: Path) -> None:
    real = put_picture(mount, HOUSE)
    real.rename(mount / "elsewhere")
    real.symlink_to(mount / "elsewhere")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (missing, Refusal.MEDIA_MISSING),
        (one_bit, Refusal.MEDIA_BROKEN),
        (too_long, Refusal.MEDIA_BROKEN),
        (a_link, Refusal.LINK_ON_STICK),
    ],
)
def test_a_picture_that_is_wrong_keeps_all_the_content_out(
    make: Callable[[Path], None], code: Refusal, data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick", a_publisher(showing(DOOR, HOUSE)))
    put_picture(mount, DOOR)
    make(mount)

    ended = nursery.run("visit", data=data, stick=mount)

    assert (ended.status, ended.said["code"]) == (3, code)
    assert looked(data).version == 0
    assert kept(data) == set()
    assert list((data / "catalogue").iterdir()) == []


@pytest.mark.parametrize("wrong", ["length", "width"])
def test_a_file_that_is_named_in_two_ways_keeps_all_the_content_out(
    wrong: str, data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    true = a_picture(HOUSE)
    false = true.model_copy(update={wrong: getattr(true, wrong) + 1})
    mount = a_wing_stick(tmp_path / "stick", a_publisher(an_entry(blocks=(true, false))))
    put_picture(mount, HOUSE)

    assert nursery.run("visit", data=data, stick=mount).said["code"].startswith("media-")
    assert kept(data) == set()


@pytest.mark.parametrize("file", [SVG, a_bomb()], ids=["another kind", "a bomb"])
def test_a_signed_file_that_no_screen_should_decode_keeps_the_content_out(
    file: bytes, data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick", a_publisher(showing(file)))
    put_picture(mount, file)

    assert nursery.run("visit", data=data, stick=mount).said["code"].startswith("media-")
    assert looked(data).version == 0


def test_pictures_go_when_neither_this_version_nor_the_one_before_shows_them(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    publisher, mount = a_publisher(), tmp_path / "stick"
    put_picture(mount, HOUSE)
    put_picture(mount, DOOR)
    seen = []

    for entry in (showing(HOUSE), showing(DOOR), an_entry()):
        take(publisher, entry, data, mount, nursery)
        seen.append(kept(data))

    assert seen == [{name_of(HOUSE)}, {name_of(HOUSE), name_of(DOOR)}, {name_of(DOOR)}]


def test_a_picture_that_was_lost_comes_again_with_the_same_stick(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick", a_publisher(showing(HOUSE)))
    put_picture(mount, HOUSE)
    nursery.run("visit", data=data, stick=mount)
    (data / "media" / name_of(HOUSE)).unlink()

    nursery.run("visit", data=data, stick=mount)

    assert kept(data) == {name_of(HOUSE)}


def take(publisher: Publisher, entry: Entry, data: Path, mount: Path, nursery: Nursery) -> None:
    publisher.contents |= a_publisher(entry).contents
    a_wing_stick(mount, publisher)
    assert nursery.run("visit", data=data, stick=mount).status == 0


VOICE = an_opus(2.0)


def spoken(voice: bytes) -> Entry:
    return an_entry(blocks=(Paragraph(text="A housing worker can help."), a_recording(voice)))


def test_a_recording_comes_with_the_entry_that_it_reads(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick", a_publisher(spoken(VOICE)))
    put_picture(mount, VOICE)

    assert nursery.run("visit", data=data, stick=mount).status == 0

    assert kept(data) == {name_of(VOICE)}


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (None, Refusal.MEDIA_MISSING),
        (an_opus(tags=remarks("ARTIST=Jane Example")), Refusal.MEDIA_NOT_A_SOUND),
        (HOUSE, Refusal.MEDIA_NOT_A_SOUND),
    ],
    ids=["missing", "with a name in it", "a picture"],
)
def test_a_recording_that_is_wrong_keeps_all_the_content_out(
    file: bytes | None, code: Refusal, data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick", a_publisher(spoken(file or VOICE)))
    if file is not None:
        put_picture(mount, file)

    ended = nursery.run("visit", data=data, stick=mount)

    assert (ended.status, ended.said["code"]) == (3, code)
    assert looked(data).version == 0
    assert kept(data) == set()

"""Pictures from the sources to the stick, and into a repository inside."""

from pathlib import Path

import pytest

from admin_tools.publishing.receive import receive
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.sticks import write_content
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.sounds import milliseconds_of
from tests.builders.pictures import a_png
from tests.builders.publishing import NOW, House, a_house
from tests.builders.sounds import an_opus, remarks
from tests.builders.sources import PAGE, entry

PICTURED = f"{PAGE}\n![A hand presses the bell.](bell.png)\n"


@pytest.fixture
def house(tmp_path: Path) -> House:
    """Has one page with a picture; nothing is published yet."""
    made = a_house(tmp_path / "house")
    draw(made)
    return made


def draw(house: House, grey: int = 200) -> None:
    folder = entry(house.sources, en=PICTURED)
    (folder / "bell.png").write_bytes(a_png(20, 10, grey=grey))


def take_away(house: House) -> None:
    (entry(house.sources, en=PAGE) / "bell.png").unlink()


def copied(house: House, mount: Path) -> int:
    mount.mkdir(exist_ok=True)
    return write_content(mount, house.repository, lambda _done, _of: None).files


def lying(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def on_stick(mount: Path) -> Path:
    return mount / "SIGNPOST/content/media"


def refused(work: object) -> Refusal:
    with pytest.raises(Refused) as caught:
        work()  # type: ignore[operator]
    return caught.value.code


def test_a_picture_is_published_and_carried_under_its_hash(house: House, tmp_path: Path) -> None:
    house.publish()
    copied(house, tmp_path / "stick")

    (name,) = lying(house.repository.path / "media")
    assert len(name) == 64
    assert lying(on_stick(tmp_path / "stick")) == [name]


def test_an_unchanged_picture_is_not_copied_again(house: House, tmp_path: Path) -> None:
    house.publish()
    copied(house, tmp_path / "stick")

    assert copied(house, tmp_path / "stick") == 0


def test_a_picture_that_went_bad_on_the_stick_is_copied_again(house: House, tmp_path: Path) -> None:
    house.publish()
    copied(house, tmp_path / "stick")
    (picture,) = on_stick(tmp_path / "stick").iterdir()
    picture.write_bytes(b"worn out")

    assert copied(house, tmp_path / "stick") == 1
    assert picture.read_bytes() == (house.repository.path / "media" / picture.name).read_bytes()


def test_a_new_picture_takes_the_place_of_the_old_one(house: House, tmp_path: Path) -> None:
    house.publish()
    copied(house, tmp_path / "stick")
    before = lying(on_stick(tmp_path / "stick"))

    draw(house, grey=90)
    house.publish()
    copied(house, tmp_path / "stick")

    assert lying(on_stick(tmp_path / "stick")) != before
    assert lying(house.repository.path / "media") == lying(on_stick(tmp_path / "stick"))


def test_a_picture_that_no_page_names_any_more_is_tidied_away(house: House, tmp_path: Path) -> None:
    house.publish()
    copied(house, tmp_path / "stick")

    take_away(house)
    house.publish()
    copied(house, tmp_path / "stick")

    assert lying(house.repository.path / "media") == []
    assert lying(on_stick(tmp_path / "stick")) == []


@pytest.mark.parametrize(
    ("data", "code"),
    [(None, Refusal.MEDIA_MISSING), (a_png(20, 10, grey=1), Refusal.MEDIA_BROKEN)],
)
def test_a_draft_without_its_picture_cannot_be_approved(
    house: House, data: bytes | None, code: Refusal
) -> None:
    house.propose()
    (picture,) = (house.repository.path / "media").iterdir()
    picture.unlink()
    if data is not None:
        picture.write_bytes(data)

    assert refused(house.approve) is code
    assert house.version() == 0


def test_an_office_inside_receives_the_picture_too(house: House, tmp_path: Path) -> None:
    house.publish()
    copied(house, tmp_path / "stick")
    inside = Repository(tmp_path / "inside", "MVX")

    receive(tmp_path / "stick", inside, house.keys.root(), "MVX", NOW)

    assert lying(inside.path / "media") == lying(on_stick(tmp_path / "stick"))


def test_nothing_is_received_from_a_stick_without_its_picture(house: House, tmp_path: Path) -> None:
    house.publish()
    copied(house, tmp_path / "stick")
    (picture,) = on_stick(tmp_path / "stick").iterdir()
    picture.unlink()
    inside = Repository(tmp_path / "inside", "MVX")

    code = refused(lambda: receive(tmp_path / "stick", inside, house.keys.root(), "MVX", NOW))

    assert code is Refusal.MEDIA_MISSING
    assert inside.published() is None


SPOKEN = f"{PAGE}\n[](sound:voice.ogg)\n"


def speak(house: House, seconds: float = 3.0) -> None:
    folder = entry(house.sources, en=SPOKEN)
    (folder / "voice.ogg").write_bytes(an_opus(seconds, tags=remarks("ARTIST=Jane Example")))


def test_a_recording_is_published_and_carried_without_the_name_of_who_spoke(tmp_path: Path) -> None:
    house = a_house(tmp_path / "house")
    speak(house)

    house.publish()
    copied(house, tmp_path / "stick")

    (name,) = lying(on_stick(tmp_path / "stick"))
    data = (on_stick(tmp_path / "stick") / name).read_bytes()
    assert milliseconds_of(data) == 3_000
    assert b"Jane" not in data


def test_another_recording_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    house = a_house(tmp_path / "house")
    speak(house)
    house.publish()
    copied(house, tmp_path / "stick")
    before = lying(on_stick(tmp_path / "stick"))

    speak(house, 4.0)
    house.publish()
    copied(house, tmp_path / "stick")

    assert lying(on_stick(tmp_path / "stick")) != before
    assert len(lying(on_stick(tmp_path / "stick"))) == 1


def test_a_recording_that_is_missing_on_the_stick_is_not_received(tmp_path: Path) -> None:
    house = a_house(tmp_path / "house")
    speak(house)
    house.publish()
    copied(house, tmp_path / "stick")
    for file in on_stick(tmp_path / "stick").iterdir():
        file.unlink()

    inside = Repository(tmp_path / "inside", "MVX")

    code = refused(lambda: receive(tmp_path / "stick", inside, house.keys.root(), "MVX", NOW))

    assert code is Refusal.MEDIA_MISSING
    assert inside.published() is None

"""Every stick that must be turned away: staff read why, and the kiosk is as it was."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.exchange import stick
from kiosk.exchange.refusals import SENTENCES, Refusal
from tests.builders.exchange import a_publisher, a_stick, an_entry
from tests.builders.kiosks import an_enrolled_kiosk, ask, looked
from tests.builders.publisher import Publisher
from tests.builders.sticks import a_bare_stick, a_wing_stick
from tests.faults.rig import Nursery

pytestmark = pytest.mark.faults

MANY = 8 * 1024 * 1024 * 1024
"""Bytes of a file that claims to be as big as a stick; it is sparse, so it costs nothing."""

Make = Callable[[Path, Publisher], object]


def empty(mount: Path, _publisher: Publisher) -> None:
    mount.mkdir()


def holiday_photos(mount: Path, _publisher: Publisher) -> None:
    mount.mkdir()
    (mount / "beach.jpg").write_bytes(b"sand")


def without_the_paper(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    (mount / "SIGNPOST/STICK.json").unlink()


def one_signature_of_two(mount: Path, publisher: Publisher) -> None:
    publisher.signed_by["targets"] = ("author",)
    a_wing_stick(mount, publisher)


def one_bit_of_a_pack(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    pack = a_file(mount, "content/targets/national/*.jsonl")
    data = bytearray(pack.read_bytes())
    data[len(data) // 2] ^= 1
    pack.write_bytes(data)


def one_bit_of_the_metadata(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    file = a_file(mount, "content/metadata/*.targets.json")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def a_pack_cut_short(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    pack = a_file(mount, "content/targets/national/*.jsonl")
    pack.write_bytes(pack.read_bytes()[:-10])


def metadata_cut_short(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    file = a_file(mount, "content/metadata/timestamp.json")
    file.write_bytes(file.read_bytes()[:-10])


def a_pack_missing(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    a_file(mount, "content/targets/national/*.jsonl").unlink()


def zeros_in_place_of_a_pack(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    os.truncate(a_file(mount, "content/targets/national/*.jsonl"), MANY)


def zeros_in_place_of_metadata(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    os.truncate(a_file(mount, "content/metadata/timestamp.json"), MANY)


def zeros_in_place_of_the_paper(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    os.truncate(mount / "SIGNPOST/STICK.json", MANY)


def a_link_in_place_of_a_pack(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    pack = a_file(mount, "content/targets/national/*.jsonl")
    pack.rename(mount / "elsewhere")
    pack.symlink_to(mount / "elsewhere")


def a_link_in_place_of_the_folder(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    (mount / "SIGNPOST").rename(mount / "elsewhere")
    (mount / "SIGNPOST").symlink_to(mount / "elsewhere")


def a_link_for_the_requests(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    (mount / "elsewhere").mkdir()
    (mount / "SIGNPOST/returns").symlink_to(mount / "elsewhere")


def a_pipe_in_place_of_a_pack(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    pack = a_file(mount, "content/targets/national/*.jsonl")
    pack.unlink()
    os.mkfifo(pack)


def a_pipe_in_place_of_metadata(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    (mount / "SIGNPOST/content/metadata/timestamp.json").unlink()
    os.mkfifo(mount / "SIGNPOST/content/metadata/timestamp.json")


def a_folder_in_place_of_the_paper(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher)
    (mount / "SIGNPOST/STICK.json").unlink()
    (mount / "SIGNPOST/STICK.json").mkdir()


def content_of_others(mount: Path, _publisher: Publisher) -> None:
    a_wing_stick(mount, a_publisher(family="others-"))


def real_content(mount: Path, _publisher: Publisher) -> None:
    a_wing_stick(mount, a_publisher(demo=False, family="real-"))


def a_real_stick(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher, identity=a_stick(demo=False))


def a_carrier_stick(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher, identity=a_stick("carrier"))


def a_stick_of_another_site(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher, identity=a_stick(site="MVY"), office="office-mvy")


def a_stick_of_another_site_with_its_content(mount: Path, _publisher: Publisher) -> None:
    a_wing_stick(mount, a_publisher(family="y-"), identity=a_stick(site="MVY"), office="office-mvy")


def a_forged_paper(mount: Path, publisher: Publisher) -> None:
    a_wing_stick(mount, publisher, office="somebody")


def another_sites_page(mount: Path, publisher: Publisher) -> None:
    publisher.misplaced["site-mvx"] = "site/mvy/service-en-0.jsonl"
    a_wing_stick(mount, publisher)


def a_national_page_signed_by_the_site(mount: Path, publisher: Publisher) -> None:
    publisher.misplaced["site-mvx"] = "national/service-cy-0.jsonl"
    a_wing_stick(mount, publisher)


def a_pack_that_is_none(mount: Path, publisher: Publisher) -> None:
    publisher.contents["national/service-en-0.jsonl"] = b'{"format":1}\n'
    a_wing_stick(mount, publisher)


def a_pack_at_the_wrong_place(mount: Path, publisher: Publisher) -> None:
    pack = publisher.contents["national/service-en-0.jsonl"]
    publisher.contents["site/mvx/service-en-0.jsonl"] = pack
    a_wing_stick(mount, publisher)


def a_bare_forged_paper(mount: Path, _publisher: Publisher) -> None:
    a_bare_stick(mount, office="somebody")


CASES: dict[Make, Refusal] = {
    empty: Refusal.EMPTY_STICK,
    holiday_photos: Refusal.NOT_OUR_STICK,
    without_the_paper: Refusal.STICK_NOT_SIGNED,
    one_signature_of_two: Refusal.CONTENT_SIGNED_BY_TOO_FEW,
    one_bit_of_a_pack: Refusal.CONTENT_DAMAGED,
    one_bit_of_the_metadata: Refusal.CONTENT_DAMAGED,
    a_pack_cut_short: Refusal.CONTENT_DAMAGED,
    metadata_cut_short: Refusal.CONTENT_DAMAGED,
    a_pack_missing: Refusal.CONTENT_INCOMPLETE,
    zeros_in_place_of_a_pack: Refusal.FILE_TOO_BIG,
    zeros_in_place_of_metadata: Refusal.CONTENT_DAMAGED,
    zeros_in_place_of_the_paper: Refusal.FILE_TOO_BIG,
    a_link_in_place_of_a_pack: Refusal.LINK_ON_STICK,
    a_link_in_place_of_the_folder: Refusal.LINK_ON_STICK,
    a_link_for_the_requests: Refusal.LINK_ON_STICK,
    a_pipe_in_place_of_a_pack: Refusal.LINK_ON_STICK,
    a_pipe_in_place_of_metadata: Refusal.LINK_ON_STICK,
    a_folder_in_place_of_the_paper: Refusal.LINK_ON_STICK,
    content_of_others: Refusal.CONTENT_OF_OTHERS,
    real_content: Refusal.REAL_ON_DEMO,
    a_real_stick: Refusal.REAL_ON_DEMO,
    a_carrier_stick: Refusal.CARRIER_STICK,
    a_stick_of_another_site: Refusal.STICK_OF_ANOTHER_SITE,
    a_stick_of_another_site_with_its_content: Refusal.STICK_OF_ANOTHER_SITE,
    a_forged_paper: Refusal.STICK_FORGED,
    a_bare_forged_paper: Refusal.STICK_FORGED,
    another_sites_page: Refusal.CONTENT_OUT_OF_PLACE,
    a_national_page_signed_by_the_site: Refusal.CONTENT_OUT_OF_PLACE,
    a_pack_that_is_none: Refusal.PACK_BROKEN,
    a_pack_at_the_wrong_place: Refusal.PACK_BROKEN,
}


def a_file(mount: Path, pattern: str) -> Path:
    (file,) = (mount / "SIGNPOST").glob(pattern)
    return file


@pytest.fixture(scope="module")
def a_kiosk_in_use(shared_room: Path, nursery: Nursery) -> tuple[Path, Publisher]:
    """A kiosk with content of version 2, with two requests that wait."""
    data = an_enrolled_kiosk(shared_room / "data")
    publisher = a_publisher()
    publisher.publish(shared_room / "nowhere")
    a_wing_stick(shared_room / "stick", publisher)
    assert nursery.run("visit", data=data, stick=shared_room / "stick").status == 0
    ask(data, "one", "two")
    return data, publisher


@pytest.fixture
def kiosk(a_kiosk_in_use: tuple[Path, Publisher], room: Path) -> tuple[Path, Publisher]:
    data, publisher = a_kiosk_in_use
    shutil.copytree(data, room / "data")
    again = a_publisher(an_entry(title="New title"))
    again.version = publisher.version
    return room / "data", again


@pytest.mark.parametrize(("make", "code"), CASES.items(), ids=lambda v: getattr(v, "__name__", v))
def test_a_bad_stick_is_turned_away_and_changes_nothing(
    make: Make, code: Refusal, kiosk: tuple[Path, Publisher], room: Path, nursery: Nursery
) -> None:
    data, publisher = kiosk
    make(room / "stick", publisher)
    before, on_stick, shelf = looked(data), seen(room / "stick"), seen(data / "catalogue")

    ended = nursery.run("visit", data=data, stick=room / "stick")

    assert ended.status == 3
    assert ended.said["code"] == code
    assert ended.said["sentence"] == SENTENCES[code].format_map(Dashes(ended.said["facts"]))
    after = looked(data)
    assert after.rows == before.rows
    assert [line[0] for line in after.register[len(before.register) :]] == ["refused"]
    assert after.register[-1][1]["code"] == code
    assert seen(room / "stick") == on_stick
    assert seen(data / "catalogue") == shelf


@pytest.mark.parametrize(("make", "code"), CASES.items(), ids=lambda v: getattr(v, "__name__", v))
def test_a_bad_stick_does_not_stop_the_next_good_one(
    make: Make, code: Refusal, kiosk: tuple[Path, Publisher], room: Path, nursery: Nursery
) -> None:
    data, publisher = kiosk
    make(room / "stick", publisher)
    nursery.run("visit", data=data, stick=room / "stick")
    good = a_publisher()
    good.version = 9

    ended = nursery.run("visit", data=data, stick=a_wing_stick(room / "good", good))

    assert (ended.status, ended.said["counts"]["requests"]) == (0, 2), code
    assert looked(data).version == 10


def test_an_older_stick_changes_no_content_but_still_takes_the_requests(
    kiosk: tuple[Path, Publisher], room: Path, nursery: Nursery
) -> None:
    data, publisher = kiosk
    publisher.version = 0
    mount = a_wing_stick(room / "stick", publisher)
    before, shelf = looked(data), seen(data / "catalogue")

    ended = nursery.run("visit", data=data, stick=mount)

    assert (ended.status, ended.said["notes"]) == (0, ["content-older"])
    assert ended.said["counts"] == {"requests": 2}
    assert "This stick is older than what this screen has: 1 and 2." in ended.said["sentence"]
    after = looked(data)
    assert [line[0] for line in after.register[len(before.register) :]] == ["refused", "carried"]
    untouched = ("shelf", "trust", "clock", "states", "replies", "people")
    assert {t: after.rows[t] for t in untouched} == {t: before.rows[t] for t in untouched}
    assert seen(data / "catalogue") == shelf


def test_an_older_stick_that_nobody_vouches_for_takes_nothing(
    kiosk: tuple[Path, Publisher], room: Path, nursery: Nursery
) -> None:
    data, publisher = kiosk
    publisher.version = 0
    mount = a_wing_stick(room / "stick", publisher, office="somebody")

    ended = nursery.run("visit", data=data, stick=mount)

    assert (ended.status, ended.said["code"]) == (3, "content-older")
    assert not (mount / "SIGNPOST/requests").exists()


def test_a_demonstration_stick_is_refused_by_a_kiosk_in_real_use(
    room: Path, nursery: Nursery
) -> None:
    real = a_publisher(demo=False, family="real-")
    data = an_enrolled_kiosk(room / "data", root=real.roots[0], demo=False)

    ended = nursery.run("visit", data=data, stick=a_wing_stick(room / "stick"))

    assert (ended.status, ended.said["code"]) == (3, "demo-on-real")


class Dashes(dict[str, str | int]):
    """A fact that was not given is said as a dash."""

    def __missing__(self, key: str) -> str:
        return "-"


def seen(folder: Path) -> dict[str, tuple[int, int]]:
    """Names, sizes and times of everything below; nothing is opened."""
    return {
        str(path.relative_to(folder)): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.name != stick.FOLDER or path.is_symlink()
    }

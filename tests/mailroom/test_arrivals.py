import os
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata, Timestamp

from kiosk.assembly.mailroom import a_mailroom
from kiosk.catalogue import building
from kiosk.database import ROOM_BYTES, Database, NoRoom
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.mailroom.arrivals import Arrivals
from kiosk.mailroom.limited import Limits
from kiosk.mailroom.medium import Medium
from kiosk.mailroom.pictures import Pictures
from kiosk.mailroom.rooms import Rooms
from tests.builders.exchange import a_publisher, an_entry
from tests.builders.kiosks import an_enrolled_kiosk
from tests.builders.pictures import a_picture, a_png
from tests.builders.publisher import signer
from tests.builders.sticks import a_wing_stick, put_picture

pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")


@pytest.fixture
def rooms(tmp_path: Path) -> Iterator[Rooms]:
    rooms = a_mailroom(an_enrolled_kiosk(tmp_path / "data"))
    yield rooms
    rooms.database.close()


@pytest.fixture
def medium(tmp_path: Path) -> Medium:
    return Medium(a_wing_stick(tmp_path / "stick"))


def take(rooms: Rooms, medium: Medium) -> int:
    arrivals = Arrivals(rooms)
    checked = arrivals.check(medium.folder, rooms.standing.now())
    return arrivals.take_content(medium.folder, checked, 7, lambda _done, _of: None)


def test_checking_changes_nothing(rooms: Rooms, medium: Medium) -> None:
    checked = Arrivals(rooms).check(medium.folder, rooms.standing.now())

    assert checked.publication.version == 1
    assert rooms.shelf.active() is None
    assert list(rooms.scratch.iterdir()) == []


def test_content_is_taken_with_what_it_was_trusted_on(rooms: Rooms, medium: Medium) -> None:
    assert take(rooms, medium) == 1

    assert set(rooms.shelf.trust_files()) >= {"root", "timestamp", "snapshot", "targets"}
    active = rooms.shelf.active()
    assert active is not None
    assert len(building.files_of(active.path)) == 4


def test_a_real_kiosk_takes_no_demonstration_whatever_root_it_was_given(
    medium: Medium, tmp_path: Path
) -> None:
    demo_root = a_publisher().roots[0]
    rooms = a_mailroom(an_enrolled_kiosk(tmp_path / "real", root=demo_root, demo=False))

    with pytest.raises(Refused) as refused:
        take(rooms, medium)

    rooms.database.close()
    assert refused.value.code is Refusal.DEMO_ON_REAL


def test_content_without_room_for_twice_as_much_is_not_begun(rooms: Rooms, medium: Medium) -> None:
    nearly_full = Database(rooms.database.path, free=lambda _folder: ROOM_BYTES + 1_000)

    with pytest.raises(NoRoom):
        take(replace(rooms, database=nearly_full), medium)

    nearly_full.close()
    assert rooms.shelf.active() is None
    assert list(rooms.database.path.parent.glob("catalogue/*")) == []


def test_a_child_that_writes_too_much_leaves_everything_as_it_was(
    rooms: Rooms, medium: Medium
) -> None:
    with pytest.raises(Refused) as refused:
        take(replace(rooms, limits=Limits(file=1_000)), medium)

    assert refused.value.code in {Refusal.CONTENT_NOT_BUILT, Refusal.DISK_FAULT}
    assert rooms.shelf.active() is None
    assert list(rooms.database.path.parent.glob("catalogue/*")) == []


@pytest.mark.parametrize("step", ["index", "pictures"])
def test_a_child_that_hangs_is_ended_and_leaves_everything_as_it_was(
    rooms: Rooms, tmp_path: Path, step: str
) -> None:
    mount = a_wing_stick(tmp_path / "stick", a_publisher(an_entry(blocks=(a_picture(),))))
    put_picture(mount, a_png())
    folder = Medium(mount).folder

    def hang(_done: int, of: int) -> None:
        if (step == "pictures") == (of == 1):  # one picture, several packs
            time.sleep(60)

    impatient = Arrivals(replace(rooms, limits=Limits(seconds=0.5)))
    checked = impatient.check(folder, rooms.standing.now())
    with pytest.raises(Refused) as refused:
        impatient.take_content(folder, checked, 7, hang)

    assert refused.value.code is Refusal.CONTENT_NOT_BUILT
    assert rooms.shelf.active() is None
    for room in ("catalogue", "media"):
        assert list(rooms.database.path.parent.glob(f"{room}/*")) == []


def test_the_child_holds_no_connection_to_the_database(
    rooms: Rooms, medium: Medium, tmp_path: Path
) -> None:
    def look(_done: int, _of: int) -> None:
        (tmp_path / str(os.getpid())).write_text(open_files(), encoding="utf-8")

    checked = Arrivals(rooms).check(medium.folder, rooms.standing.now())
    Arrivals(rooms).take_content(medium.folder, checked, 7, look)

    (seen,) = (path for path in tmp_path.iterdir() if path.name.isdigit())
    assert seen.name != str(os.getpid())
    ours = [file for file in seen.read_text(encoding="utf-8").splitlines() if under(tmp_path, file)]
    assert not [file for file in ours if "kiosk.db" in file]


def under(folder: Path, file: str) -> bool:
    """Whether it is a file of this test; other tests of the process may keep theirs open."""
    return Path(file).is_relative_to(folder)


def open_files() -> str:
    return "\n".join(str(fd.readlink()) for fd in Path("/proc/self/fd").iterdir() if fd.exists())


def test_pictures_that_find_no_room_keep_the_content_out(rooms: Rooms, tmp_path: Path) -> None:
    def no_room(_more: int) -> None:
        raise NoRoom("full")

    mount = a_wing_stick(tmp_path / "stick", a_publisher(an_entry(blocks=(a_picture(),))))
    put_picture(mount, a_png())
    full = replace(rooms, pictures=Pictures(tmp_path / "data/media", no_room))

    with pytest.raises(Refused) as refused:
        take(full, Medium(mount))

    assert refused.value.code is Refusal.DISK_FULL
    assert rooms.shelf.active() is None


def test_newer_signatures_of_the_same_content_are_remembered(rooms: Rooms, medium: Medium) -> None:
    take(rooms, medium)
    newer = a_newer_timestamp(medium.folder.path / "content/metadata/timestamp.json")

    assert take(rooms, medium) == 0

    assert rooms.shelf.trust_files()["timestamp"] == newer


def a_newer_timestamp(file: Path) -> bytes:
    metadata = Metadata[Timestamp].from_file(str(file))
    metadata.signed.version += 1
    metadata.sign(signer("builder"))
    file.write_bytes(metadata.to_bytes())
    return file.read_bytes()


def test_one_version_before_is_kept_and_no_more(rooms: Rooms, tmp_path: Path) -> None:
    publisher = a_publisher()
    for n in range(4):
        publisher.contents |= a_publisher(an_entry(title=f"Title {n}")).contents
        take(rooms, Medium(a_wing_stick(tmp_path / "stick", publisher)))

    names = [path.name for path in sorted(rooms.database.path.parent.glob("catalogue/*"))]
    assert names == ["3-0.sqlite", "4-0.sqlite"]


def test_a_new_root_is_followed_and_kept(rooms: Rooms, tmp_path: Path) -> None:
    publisher = a_publisher()
    publisher.roots.append(publisher.root(2))

    take(rooms, Medium(a_wing_stick(tmp_path / "rotated", publisher)))

    assert rooms.shelf.trust_files()["root"] == publisher.roots[1]

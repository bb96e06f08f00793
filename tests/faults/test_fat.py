"""What the stick's own file system, FAT, asks of names and calls; no FAT can be mounted in a test.

FAT knows no links, no owners, no modes. It takes A and a for one name.
"""

import re
from collections import Counter
from pathlib import Path

import pytest

from kiosk.exchange import limits
from kiosk.exchange.wanted import PATH
from tests.faults.broken_rounds import a_story
from tests.faults.rig import Breaking, Nursery, name_of

pytestmark = pytest.mark.faults
NOT_ON_FAT = (
    "link,linkat,symlink,symlinkat,mknod,mknodat,chmod,fchmod,fchmodat,chown,fchown,lchown,"
    "fchownat,setxattr,fsetxattr,lsetxattr"
)
"""Calls that a FAT file system refuses."""
RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices: an office could not copy them."""
LONGEST_NAME, LONGEST_PATH, LONGEST_FILE = 255, 259, 4 * 1024**3 - 1
"""UTF-16 units of one name; of a whole path on Windows; bytes of one file."""


@pytest.fixture
def stick(room: Path, nursery: Nursery) -> Path:
    """A stick with content, a picture and answers, on which a kiosk has put its requests."""
    story = a_story(room / "story", nursery)
    assert story.visit(nursery).status == 0
    return story.stick


def test_every_name_fits(stick: Path) -> None:
    files = [path.relative_to(stick) for path in stick.rglob("*")]

    kinds = Counter(path.suffix for path in files)
    assert min(kinds[kind] for kind in (".json", ".jsonl", ".requests", ".return")) > 0, kinds
    for path in files:
        assert re.fullmatch(r"[A-Za-z0-9._-]+", path.name), path
        assert not path.name.endswith("."), path
        assert not RESERVED.fullmatch(path.name), path
        assert len(path.name) < LONGEST_NAME - len(".part"), path
        assert len(f"E:\\{path}") < LONGEST_PATH, path


def test_no_two_names_differ_by_case_alone(stick: Path) -> None:
    names = [str(path.relative_to(stick)).lower() for path in stick.rglob("*")]

    assert len(set(names)) == len(names)


def test_no_published_path_can_have_a_capital_or_a_sign_that_fat_refuses() -> None:
    for path in ("National/a.jsonl", "national/a:b.jsonl", "national/a?.jsonl", "a b", "a\\b"):
        assert not re.fullmatch(PATH, path), path


def test_no_file_can_be_longer_than_fat_takes() -> None:
    most = (limits.PACK_BYTES, limits.MEDIA_BYTES, limits.RETURN_BYTES * 2, limits.BUNDLE_BYTES * 2)

    assert max(most) < LONGEST_FILE


def test_a_round_asks_nothing_of_the_stick_that_fat_does_not_have(
    room: Path, nursery: Nursery
) -> None:
    story = a_story(room / "story", nursery)
    watching = Breaking(f"{NOT_ON_FAT},renameat,unlinkat", follow=True, named=True)

    ended = nursery.run("visit", watching, data=story.data, stick=story.stick)

    assert ended.status == 0
    on_stick = {name_of(call) for call in ended.calls if str(story.stick) in call}
    assert on_stick == {"unlinkat", "renameat"}

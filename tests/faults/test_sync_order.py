"""What is named is on the disk first: the order of calls that a power cut would test.

A kill shows half-done steps, but the system still writes what the process had given it. Only a
power cut loses what was never synced; here the trace of calls is read for it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.builders.kiosks import an_enrolled_kiosk
from tests.faults.broken_rounds import a_story
from tests.faults.rig import DISK_CALLS, Breaking, Nursery

pytestmark = pytest.mark.faults
WATCHING = Breaking(DISK_CALLS + ",sendto", follow=True, named=True)
HANDLE = re.compile(r"^(\w+)\(\d+<([^>]*)>")
RENAME = re.compile(r'^rename\("([^"]*)", "([^"]*)"\) += 0')
RENAME_AT = re.compile(r'^renameat2?\(\d+<([^>]*)>, "([^"]*)", \d+<([^>]*)>, "([^"]*)"')
WRITES = {"write", "pwrite64", "writev", "pwritev", "ftruncate"}
SYNCS = {"fsync", "fdatasync"}
WHOLE_DISK = "syncfs"
LOG = "kiosk.db-wal"


@dataclass
class Disk:
    """What would be lost if the power went now."""

    unsynced: set[str] = field(default_factory=set)
    unsynced_names: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def see(self, call: str) -> None:
        """Take one call in."""
        if renamed := _renamed(call):
            old, new = renamed
            if old in self.unsynced:
                self.faults.append(f"{old} got its name before its bytes were on the disk")
            self.unsynced_names[new] = str(Path(new).parent)
        elif found := HANDLE.match(call):
            name, path = found.groups()
            if name in WRITES:
                self.unsynced.add(path)
            elif name in SYNCS:
                self._synced(path)
            elif name == WHOLE_DISK:
                self._all_synced(path)
            elif name == "sendto" and any(path.endswith(LOG) for path in self.unsynced):
                self.faults.append("something was acknowledged before it was on the disk")

    def _all_synced(self, path: str) -> None:
        """Stick and kiosk are two disks: what lies in this folder's place of the story counts."""
        place = str(Path(path).parent)
        self.unsynced = {one for one in self.unsynced if not one.startswith(place)}
        self.unsynced_names = {
            name: folder
            for name, folder in self.unsynced_names.items()
            if not name.startswith(place)
        }

    def _synced(self, path: str) -> None:
        if path.endswith(LOG):
            self.faults += [
                f"{name} was relied on before its folder was on the disk"
                for name in self.unsynced_names
            ]
        self.unsynced.discard(path)
        self.unsynced_names = {
            name: folder for name, folder in self.unsynced_names.items() if folder != path
        }


def faults_in(calls: Sequence[str]) -> list[str]:
    disk = Disk()
    for call in calls:
        if "/run/" not in call:  # the progress and the scratch lie in memory on a kiosk
            disk.see(call)
    return disk.faults + [f"{name}: never on the disk" for name in disk.unsynced_names]


def _renamed(call: str) -> tuple[str, str] | None:
    if found := RENAME.match(call):
        return found[1], found[2]
    if found := RENAME_AT.match(call):
        return f"{found[1]}/{found[2]}", f"{found[3]}/{found[4]}"
    return None


def renamed(calls: Sequence[str]) -> Iterator[str]:
    return (Path(found[1]).name for call in calls if (found := _renamed(call)))


def test_a_round_names_nothing_that_is_not_on_the_disk(room: Path, nursery: Nursery) -> None:
    story = a_story(room / "story", nursery)

    ended = nursery.run("visit", WATCHING, data=story.data, stick=story.stick)

    assert ended.status == 0
    calls = [call for call in ended.calls if "sendto" not in call]
    assert {"2-0.sqlite", "MVX-02-000002.requests"} <= set(renamed(calls))
    assert faults_in(calls) == []


def test_a_saved_request_is_on_the_disk_before_anybody_is_told(
    room: Path, nursery: Nursery
) -> None:
    data = an_enrolled_kiosk(room / "data")

    ended = nursery.run("save", WATCHING, data=data, names="one two three")

    assert len(ended.acknowledged) == 3
    assert sum("sendto" in call for call in ended.calls) == 3
    assert faults_in(ended.calls) == []


@pytest.mark.parametrize(
    "calls",
    [
        ['write(3</d/a.part>, "x", 1) = 1', 'rename("/d/a.part", "/d/a") = 0', "fsync(4</d>) = 0"],
        [
            'rename("/d/a.part", "/d/a") = 0',
            "fdatasync(5</d/kiosk.db-wal>) = 0",
            "fsync(4</d>) = 0",
        ],
        ['rename("/d/a.part", "/d/a") = 0'],
        ['pwrite64(5</d/kiosk.db-wal>, "x", 1, 0) = 1', 'sendto(6<socket:[1]>, "saved") = 5'],
    ],
    ids=["bytes after name", "name after commit", "name never", "told before commit"],
)
def test_each_way_to_forget_a_sync_is_found(calls: list[str]) -> None:
    assert len(faults_in(calls)) == 1

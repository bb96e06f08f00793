"""How long staff wait for half a gigabyte, for one page in a hundred, for one taken down."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from admin_tools.publishing.repository import Repository
from kiosk.catalogue.building import build
from tests.benchmarks.conftest import MANY
from tests.benchmarks.figures import Figure, Spent, figure, tell, timed
from tests.benchmarks.generate import entries
from tests.benchmarks.resident import Stay, a_stay
from tests.benchmarks.worlds import World, changed, copied, sync_all

RUNS = 3
PART = 2.0
"""Seconds for one in a hundred or one alone."""
TIMES = 3
"""How many times the bare copy everything may take, beside what the index takes alone."""
SHARE = 5.0
"""Hundredths of a full take-in that one page in a hundred may cost."""
HOW = "from the stick in the slot to the green screen, signatures and looking at the slot included"
MEMORY = 512.0
"""Megabytes: MemoryMax of deploy/systemd/signpost-mailroom.service."""


@dataclass(frozen=True, slots=True)
class Target:
    """A published file, as the catalogue is built of it."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Published:
    """What is published, without its signatures."""

    version: int
    targets: Sequence[Target]


@pytest.fixture(scope="module")
def whole(large_office: World) -> float:
    """Processor seconds of a full take-in; what stands in the same run beside the others."""
    office, files = large_office, large_office.content_of_stick()
    indexing = timed(lambda: indexed(office))[0]
    stays, bare = taken(office, office.untaken, files)
    seconds = taking(f"take in {MANY:,} and {megabytes(files)} MB", stays, bare, files)
    least = figure("", "s", [one.wall for one in bare]).median
    beside = f"{seconds.beside}; index alone: {indexing.wall:.2f} s (cpu {indexing.cpu:.2f})"
    memory = figure(f"the mailroom while {MANY:,} come in", "MB", [s.peak for s in stays])
    tell(
        replace(seconds, aim=TIMES * least + indexing.wall, beside=beside),
        replace(memory, aim=MEMORY, how="most of all its processes together (PSS)"),
    )
    return seconds.cpu


def test_taking_in_everything(large_office: World, whole: float) -> None:
    assert whole
    (file,) = (large_office.circle.data / "catalogue").glob("*.sqlite")
    with closing(sqlite3.connect(file)) as db:
        assert int(db.execute("SELECT count(*) FROM entries").fetchone()[0]) > MANY


def test_taking_in_one_percent(large: World, tmp_path: Path, whole: float) -> None:
    before, taken_in = large.content_of_stick(), copied(large.circle.data, tmp_path / "before")
    large.publish(changed(MANY), 3)
    large.circle.write_stick()
    new = [path for path in large.content_of_stick() if path not in before]

    stays, bare = taken(large, taken_in, new)

    tell(taking(f"take in 1 % of {MANY:,}", stays, bare, new))
    share = [one.spent.cpu / whole * 100 for one in stays]
    cost = figure("1 % of the pages, of a full take-in", "%", share, aim=SHARE)
    tell(replace(cost, how="processor seconds of both, in the same run"))


def test_taking_one_down_at_once(large: World, tmp_path: Path) -> None:
    before, taken_in = large.content_of_stick(), copied(large.circle.data, tmp_path / "before")
    large.withdraw(next(iter(entries(1))).id, 4)
    large.circle.write_stick()
    new = [path for path in large.content_of_stick() if path not in before]

    stays, bare = taken(large, taken_in, new)

    tell(taking(f"take one of {MANY:,} down", stays, bare, new))


def taken(world: World, before: Path, files: list[Path]) -> tuple[list[Stay], list[Spent]]:
    """Take the stick in so many times; copy the same bytes as often, as the limit."""
    stays: list[Stay] = []
    bare: list[Spent] = []
    for _ in range(RUNS):
        world.put_back(before)
        stays.append(a_stay(world))
        bare.append(timed(copying(files, world.circle.folder / "synced"))[0])
    return stays, bare


def taking(name: str, stays: list[Stay], bare: list[Spent], files: list[Path]) -> Figure:
    least = figure(name, "s", [one.wall for one in bare]).median
    size = sum(path.stat().st_size for path in files) / 1e3
    beside = f"copy + SHA-256 + fsync of the same {len(files)} files, {size:,.0f} kB: {least:.2f} s"
    spent = [stay.spent for stay in stays]
    seconds = figure(name, "s", [one.wall for one in spent], [one.cpu for one in spent], PART)
    return replace(seconds, beside=beside, how=HOW)


def copying(files: list[Path], to: Path) -> Callable[[], int]:
    return lambda: sync_all(files, to)


def megabytes(files: list[Path]) -> int:
    return round(sum(path.stat().st_size for path in files) / 1e6)


def indexed(world: World) -> int:
    """Build the catalogue of everything that is published, without stick or signatures."""
    published = Repository(world.circle.repository).published()
    assert published
    read = Repository(world.circle.repository).read
    files = {p: read(p, f) for p, f in published.files().items() if p.startswith("national/")}
    targets = [Target(path, hashlib.sha256(data).hexdigest()) for path, data in files.items()]
    alone = world.circle.folder / "alone.sqlite"
    processes = len(os.sched_getaffinity(0))
    published_now = Published(1, targets)
    return build(
        alone, None, published_now, lambda one: files[one.path], processes=processes
    ).entries

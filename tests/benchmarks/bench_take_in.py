"""How long staff wait for 60,000 entries, and for one in a hundred changed."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.conftest import MANY
from tests.benchmarks.figures import Spent, figure, tell, timed
from tests.benchmarks.worlds import World, changed, sync_all

RUNS = 3
WHOLE, PART = 20.0, 2.0
"""Seconds for everything, and for one in a hundred."""
HOW = "signpost-mailroom run --once, start and check of signatures included"


def test_taking_in_everything(large_office: World, tmp_path: Path) -> None:
    world = large_office
    fresh = _kept(world, tmp_path / "fresh")
    stick = world.content_of_stick()

    _tell("take in 60,000", world, fresh, stick, WHOLE)

    assert _entries(world) > MANY


def test_taking_in_one_percent(large: World, tmp_path: Path) -> None:
    before = {path.name for path in large.content_of_stick()}
    large.publish(changed(MANY), 2)
    large.circle.write_stick()
    new = [path for path in large.content_of_stick() if path.name not in before]
    fresh = _kept(large, tmp_path / "fresh")

    _tell("take in 1 % of 60,000", large, fresh, new, PART)


def _tell(name: str, world: World, fresh: Path, files: list[Path], aim: float) -> None:
    spent: list[Spent] = []
    bare: list[Spent] = []
    for _ in range(RUNS):
        _put_back(fresh, world)
        spent.append(timed(world.take_in)[0])
        bare.append(timed(_copying(files, fresh.parent / "synced"))[0])
    least = figure(name, "s", [one.wall for one in bare]).median
    size = sum(path.stat().st_size for path in files) / 1e6
    beside = f"copy + SHA-256 + fsync of the same {len(files)} files, {size:.0f} MB: {least:.2f} s"
    seconds = figure(name, "s", [one.wall for one in spent], [one.cpu for one in spent], aim)
    tell(replace(seconds, beside=beside, how=HOW))


def _copying(files: list[Path], to: Path) -> Callable[[], int]:
    return lambda: sync_all(files, to)


def _kept(world: World, to: Path) -> Path:
    return shutil.copytree(world.circle.data, to)


def _put_back(fresh: Path, world: World) -> None:
    shutil.rmtree(world.circle.data)
    shutil.copytree(fresh, world.circle.data)


def _entries(world: World) -> int:
    import sqlite3
    from contextlib import closing

    (file,) = (world.circle.data / "catalogue").glob("*.sqlite")
    with closing(sqlite3.connect(file)) as db:
        return int(db.execute("SELECT count(*) FROM entries").fetchone()[0])

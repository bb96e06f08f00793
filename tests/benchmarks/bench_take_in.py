"""How long staff wait for 60,000 entries, for one in a hundred changed, for one taken down."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.conftest import MANY
from tests.benchmarks.figures import Spent, figure, tell, timed
from tests.benchmarks.generate import entries
from tests.benchmarks.worlds import World, changed, sync_all

RUNS = 3
WHOLE, PART = 20.0, 2.0
"""Seconds for everything, and for one in a hundred or one alone."""
HOW = "signpost-mailroom run --once, start and check of signatures included"


def test_taking_in_everything(large_office: World) -> None:
    office = large_office

    _tell("take in 60,000", office, office.untaken, office.content_of_stick(), WHOLE)

    assert _entries(office) > MANY


def test_taking_in_one_percent(large: World, tmp_path: Path) -> None:
    before = {path.name for path in large.content_of_stick()}
    large.publish(changed(MANY), 2)
    large.circle.write_stick()
    new = [path for path in large.content_of_stick() if path.name not in before]
    taken = shutil.copytree(large.circle.data, tmp_path / "before")

    _tell("take in 1 % of 60,000", large, taken, new, PART)


def test_taking_one_down_at_once(large: World, tmp_path: Path) -> None:
    before = {path.name for path in large.content_of_stick()}
    large.withdraw(next(iter(entries(1))).id, 3)
    large.circle.write_stick()
    new = [path for path in large.content_of_stick() if path.name not in before]
    taken = shutil.copytree(large.circle.data, tmp_path / "before")

    _tell("take one of 60,000 down", large, taken, new, PART)


def _tell(name: str, world: World, before: Path, files: list[Path], aim: float) -> None:
    spent: list[Spent] = []
    bare: list[Spent] = []
    for _ in range(RUNS):
        shutil.rmtree(world.circle.data)
        shutil.copytree(before, world.circle.data)
        spent.append(timed(world.take_in)[0])
        bare.append(timed(_copying(files, world.circle.folder / "synced"))[0])
    least = figure(name, "s", [one.wall for one in bare]).median
    size = sum(path.stat().st_size for path in files) / 1e3
    beside = f"copy + SHA-256 + fsync of the same {len(files)} files, {size:,.0f} kB: {least:.2f} s"
    seconds = figure(name, "s", [one.wall for one in spent], [one.cpu for one in spent], aim)
    tell(replace(seconds, beside=beside, how=HOW))


def _copying(files: list[Path], to: Path) -> Callable[[], int]:
    return lambda: sync_all(files, to)


def _entries(world: World) -> int:
    import sqlite3
    from contextlib import closing

    (file,) = (world.circle.data / "catalogue").glob("*.sqlite")
    with closing(sqlite3.connect(file)) as db:
        return int(db.execute("SELECT count(*) FROM entries").fetchone()[0])

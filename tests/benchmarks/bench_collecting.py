"""How fast the office collects, beside bare inserts of the same rows."""

import os
import resource
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from admin_tools.desks.collect import Collected
from admin_tools.records.database import Records
from admin_tools.records.tables import Item
from kiosk.exchange import requests_bundle
from kiosk.exchange.requests_bundle import SealedItem, payload_hash
from tests.benchmarks.figures import figure, tell
from tests.builders.office import WingKiosk, an_office, collected, registered

ITEMS = 15_000
"""A year of requests of a large prison, all on one stick."""
LEAST = 5_000
"""Items a second that a collection must reach on a machine that does nothing else."""
COLUMNS = (
    "id",
    "kiosk",
    "epoch",
    "type",
    "sha256",
    "desk",
    "for_desk",
    "for_recovery",
    "collected",
)


def test_collecting_beside_bare_inserts(tmp_path: Path) -> None:
    kiosk = WingKiosk()
    files = _stick(tmp_path, kiosk)
    records = registered(an_office(tmp_path), kiosk)

    first = _timed(lambda: collected(records, tmp_path))
    again = _timed(lambda: collected(records, tmp_path))
    bare = _timed(_inserting(tmp_path / "bare.sqlite", records))

    seconds = figure("collect 15,000 requests", "s", [first.wall], [first.cpu], ITEMS / LEAST)
    beside = f"bare inserts of the same rows: {bare.wall:.2f} s"
    tell(replace(seconds, beside=beside, how=f"{ITEMS / first.wall:,.0f} a second"))
    print(
        f"\n{files} files of {ITEMS:,} items, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    )
    for name, spent in (("collect", first), ("again", again), ("bare inserts", bare)):
        print(f"{name:13} {spent.wall:6.2f} s, {ITEMS / spent.wall:7,.0f} a second,"
              f" {spent.cpu / ITEMS * 1e6:5.0f} µs of processor each")  # fmt: skip
    assert sum(one.new for one in first.outcome) == ITEMS
    assert sum(one.known for one in again.outcome) == ITEMS
    if os.getloadavg()[0] < (os.cpu_count() or 1):
        assert ITEMS / first.wall >= LEAST


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the wall, seconds of the processor (helpers too), and what came of it."""

    wall: float
    cpu: float
    outcome: Sequence[Collected]


def _timed(work: Callable[[], Sequence[Collected]]) -> Spent:
    wall, cpu = time.perf_counter(), _cpu()
    outcome = work()
    return Spent(time.perf_counter() - wall, _cpu() - cpu, outcome)


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _stick(folder: Path, kiosk: WingKiosk) -> int:
    items = {item.id: item for item in _items(kiosk)}
    prev = ""
    lengths = {item_id: len(item.sealed) for item_id, item in items.items()}
    files = requests_bundle.divided(lengths, lambda below: below - 1)
    for seq, some in enumerate(files, start=1):
        bundle = kiosk.bundle(*(items[item_id] for item_id in some), seq=seq, prev=prev)
        prev = payload_hash(bundle)
        kiosk.puts(folder, bundle)
    return len(files)


def _items(kiosk: WingKiosk) -> list[SealedItem]:
    return [kiosk.asks(number)[0] for number in range(ITEMS)]


def _inserting(path: Path, records: Records) -> Callable[[], Sequence[Collected]]:
    with records.read() as session:
        table = Item.__table__
        rows = [tuple(row) for row in session.execute(select(*(table.c[n] for n in COLUMNS)))]
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = FULL")
    base.execute(f"CREATE TABLE items ({', '.join(COLUMNS)}, PRIMARY KEY (id))")
    statement = f"INSERT INTO items VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608

    def insert() -> Sequence[Collected]:
        for start in range(0, len(rows), 500):
            base.execute("BEGIN IMMEDIATE")
            base.executemany(statement, rows[start : start + 500])
            base.execute("COMMIT")
        base.close()
        return ()

    return insert

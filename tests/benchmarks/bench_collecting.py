"""How fast the office collects, beside bare inserts of the same rows."""

import os
import sqlite3
import time
from pathlib import Path

from sqlalchemy import select

from admin_tools.records.database import Records
from admin_tools.records.tables import Item
from kiosk.exchange import requests_bundle
from kiosk.exchange.requests_bundle import SealedItem, payload_hash
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

    begun = time.perf_counter()
    done = collected(records, tmp_path)
    first = time.perf_counter() - begun
    begun = time.perf_counter()
    again = collected(records, tmp_path)
    second = time.perf_counter() - begun
    bare = _bare_inserts(tmp_path / "bare.sqlite", records)

    print(f"\n{files} files, load {os.getloadavg()[0]:.1f}")
    for name, spent in (("collect", first), ("again", second), ("bare inserts", bare)):
        print(f"{name:14} {ITEMS:,} items: {spent:6.2f} s, {ITEMS / spent:7,.0f} a second")
    assert sum(one.new for one in done) == ITEMS
    assert sum(one.known for one in again) == ITEMS
    assert ITEMS / first >= LEAST


def _stick(folder: Path, kiosk: WingKiosk) -> int:
    items = _items(kiosk)
    prev = ""
    files = requests_bundle.divided(items, lambda below: below - 1)
    for seq, some in enumerate(files, start=1):
        bundle = kiosk.bundle(*some, seq=seq, prev=prev)
        prev = payload_hash(bundle)
        kiosk.puts(folder, bundle)
    return len(files)


def _items(kiosk: WingKiosk) -> list[SealedItem]:
    return [kiosk.asks(number)[0] for number in range(ITEMS)]


def _bare_inserts(path: Path, records: Records) -> float:
    with records.read() as session:
        table = Item.__table__
        rows = [tuple(row) for row in session.execute(select(*(table.c[n] for n in COLUMNS)))]
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = FULL")
    base.execute(f"CREATE TABLE items ({', '.join(COLUMNS)}, PRIMARY KEY (id))")
    marks = ", ".join("?" * len(COLUMNS))
    begun = time.perf_counter()
    for start in range(0, len(rows), 1_000):
        base.execute("BEGIN IMMEDIATE")
        base.executemany(
            f"INSERT INTO items VALUES ({marks})",  # noqa: S608 - marks alone
            rows[start : start + 1_000],
        )
        base.execute("COMMIT")
    spent = time.perf_counter() - begun
    base.close()
    return spent

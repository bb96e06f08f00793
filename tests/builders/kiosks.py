"""Enrolled kiosks as folders, and the mailroom that works on them."""

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from kiosk.catalogue.clock import Clock
from kiosk.catalogue.shelf import Shelf
from kiosk.database import Database
from kiosk.exchange.requests_bundle import SealedItem
from kiosk.requests.ledger import Ledger, NewItem
from kiosk.requests.standing import Stand, Standing
from tests.builders.exchange import EPOCH, KIOSK, SITE, SUNDAY, a_publisher, a_sealed_request
from tests.builders.publisher import opening, signing
from tests.builders.stores import a_database

ENROLLED = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


def an_enrolled_kiosk(
    data: Path, *, root: bytes = b"", kiosk: str = KIOSK, wing: str = "B", demo: bool = True
) -> Path:
    """The data folder of a kiosk as enrolment leaves it, with keys named after the kiosk."""
    data.mkdir(mode=0o700, parents=True)
    for folder in ("keys", "catalogue", "run"):
        (data / folder).mkdir(mode=0o700)
    signing(f"signing-{kiosk}").save(data / "keys/signing.pem")
    opening(f"opening-{kiosk}").save(data / "keys/opening.pem")
    opening(f"storage-{kiosk}").save(data / "keys/storage.pem")
    (data / "root.json").write_bytes(root or a_publisher(demo=demo).roots[0])
    database = a_database(data)
    with database.write() as session:
        Standing(database).begin(session, Stand(SITE, kiosk, wing, EPOCH, demo=demo))
        Clock(database).start(session, ENROLLED)
    database.checkpoint()
    database.close()
    return data


def ask(data: Path, *names: str, day: date = SUNDAY) -> tuple[SealedItem, ...]:
    """Save requests with these names, as the screen does once they are sealed."""
    database = Database(data / "kiosk.db")
    items = tuple(a_sealed_request(name) for name in names)
    for item in items:
        Ledger(database).save(NewItem(item.id, item.type, day, item.sealed))
    database.close()
    return items


@dataclass(frozen=True, slots=True)
class Looked:
    """What a kiosk holds, as far as its disk shows without keys.

    `rows` leave out what a return has written that is not here whole; `unseen` counts that.
    """

    version: int
    stand: Stand
    waiting: tuple[str, ...]
    rows: dict[str, list[tuple[Any, ...]]]
    register: tuple[tuple[str, dict[str, Any]], ...]
    unseen: int = 0


RECEIVED_DAY = 7
IN_PARTS = ("requests", "states", "replies")
"""Tables that a return is written into in parts; `since` is their last column."""
TABLES = ("standing", "clock", "shelf", "trust", "requests", "states", "replies", "people")


def looked(data: Path) -> Looked:
    """Open a kiosk as it is now, and read everything that a round could change."""
    database = Database(data / "kiosk.db")
    active = Shelf(data / "catalogue", database).active()
    stand = Standing(database).now()
    waiting = tuple(sorted(Ledger(database).waiting()))
    database.close()
    with closing(sqlite3.connect(data / "kiosk.db")) as db:
        rows = {
            table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)  # noqa: S608
            for table in TABLES
        }
        lines = db.execute("SELECT kind, facts FROM register ORDER BY n").fetchall()
    register = tuple((kind, json.loads(facts)) for kind, facts in lines)
    unseen = sum(_hide(rows[table], table, stand.last_return) for table in IN_PARTS)
    return Looked(active.number if active else 0, stand, waiting, rows, register, unseen)


def _hide(rows: list[tuple[Any, ...]], table: str, last_return: int) -> int:
    """Take out what nobody sees yet; an item stays, but its receipt goes."""
    unseen = [row for row in rows if row[-1] > last_return]
    rows[:] = [row for row in rows if row[-1] <= last_return]
    if table == "requests":
        rows += [(*row[:RECEIVED_DAY], None, *row[RECEIVED_DAY + 1 :]) for row in unseen]
    return len(unseen)

"""Sixteen collectors at once, each a process of its own, on one office."""

import multiprocessing
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

from sqlalchemy import func, select

from admin_tools.records.database import Records
from admin_tools.records.tables import Bundle, Item, Quarantined
from kiosk.exchange.requests_bundle import payload_hash
from tests.builders.office import WingKiosk, an_office, collected, registered

COLLECTORS = 16


def _collect(everyone: Barrier, db: str, stick: str, new: "Queue[int]") -> None:
    """Wait until all sixteen are there, then collect."""
    records = Records(db)
    everyone.wait(timeout=60)
    new.put(sum(one.new for one in collected(records, Path(stick))))
    records.close()


def test_sixteen_collectors_of_one_stick_leave_each_item_once(tmp_path: Path) -> None:
    kiosk = WingKiosk()
    records = registered(an_office(tmp_path), kiosk)
    items = kiosk.asks(*range(40))
    first = kiosk.bundle(*items[:25])
    kiosk.puts(tmp_path, first)
    kiosk.puts(tmp_path, kiosk.bundle(*items, seq=2, prev=payload_hash(first)))
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([an_office.__module__])
    told: Queue[int] = context.Queue()
    everyone = context.Barrier(COLLECTORS)

    collectors = [
        context.Process(target=_collect, args=(everyone, records.url, str(tmp_path), told))
        for _ in range(COLLECTORS)
    ]
    for one in collectors:
        one.start()
    new = [told.get(timeout=120) for _ in collectors]
    for one in collectors:
        one.join(timeout=60)

    assert sum(new) == len(items)
    with records.read() as session:
        counts = [
            session.scalar(select(func.count()).select_from(table))
            for table in (Item, Bundle, Quarantined)
        ]
    assert counts == [len(items), 2, 0]

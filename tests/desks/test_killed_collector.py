"""A collector that dies at any moment, and the next one that finds everything."""

import multiprocessing
import random
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest
from sqlalchemy import func, select

from admin_tools.records.database import Records
from admin_tools.records.tables import Bundle, Item, Quarantined
from kiosk.exchange.requests_bundle import payload_hash
from tests.builders.office import WingKiosk, an_office, collected, registered

FILES = 3
ITEMS = 60
KILLS, MANY_KILLS = 3, 60


def _collect(begun: Event, db: str, stick: str) -> None:
    records = Records(db)
    begun.set()
    collected(records, Path(stick))


def a_stick(folder: Path, kiosk: WingKiosk) -> None:
    prev = ""
    for seq in range(1, FILES + 1):
        numbers = range((seq - 1) * ITEMS, seq * ITEMS)
        bundle = kiosk.bundle(*kiosk.asks(*numbers), seq=seq, prev=prev)
        prev = payload_hash(bundle)
        kiosk.puts(folder, bundle)


@pytest.mark.faults
def test_a_killed_collector_loses_nothing_and_doubles_nothing(
    tmp_path: Path, *, every_point: bool
) -> None:
    kiosk = WingKiosk()
    a_stick(tmp_path, kiosk)
    moments = random.Random(5)
    context = multiprocessing.get_context("spawn")

    for attempt in range(MANY_KILLS if every_point else KILLS):
        records = registered(an_office(tmp_path, f"{attempt}.sqlite"), kiosk)
        url = records.url
        records.close()
        begun = context.Event()
        victim = context.Process(target=_collect, args=(begun, url, str(tmp_path)))
        victim.start()
        assert begun.wait(60)
        victim.join(moments.random() * 0.25)
        victim.kill()
        victim.join()

        after = Records(url)
        findings = [finding for one in collected(after, tmp_path) for finding in one.findings]

        with after.read() as session:
            counts = [
                session.scalar(select(func.count()).select_from(table))
                for table in (Item, Bundle, Quarantined)
            ]
        after.close()
        assert counts == [FILES * ITEMS, FILES, 0]
        assert findings == []

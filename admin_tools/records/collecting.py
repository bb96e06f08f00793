"""Writes what one bundle brought into the records, all of it or nothing."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from admin_tools.records.database import add_new
from admin_tools.records.tables import Bundle, Item, Kiosk, Quarantined
from kiosk.exchange.requests_bundle import RequestsHeader


def life(session: Session, kiosk: str, epoch: str) -> Kiosk:
    """Give the kiosk that a vouched-for bundle belongs to, held until this transaction ends."""
    chosen = select(Kiosk).where(Kiosk.kiosk == kiosk, Kiosk.epoch == epoch).with_for_update()
    return session.scalars(chosen).one()


def add_bundle(session: Session, header: RequestsHeader, sha256: str, count: int, day: date) -> int:
    """Note the bundle once, and give its row."""
    row = {
        "kiosk": header.kiosk,
        "epoch": header.epoch,
        "seq": header.seq,
        "sha256": sha256,
        "prev": header.prev,
        "day": header.day,
        "items": count,
        "collected": day,
    }
    add_new(session, Bundle, [row], keys=("kiosk", "epoch", "seq", "sha256"))
    chosen = select(Bundle.row).where(
        Bundle.kiosk == header.kiosk,
        Bundle.epoch == header.epoch,
        Bundle.seq == header.seq,
        Bundle.sha256 == sha256,
    )
    return session.scalars(chosen).one()


def add_items(session: Session, bundle: int, rows: Sequence[dict[str, Any]]) -> int:
    """Add the items that are not there yet, and say how many that were."""
    before = _of_bundle(session, bundle)
    add_new(session, Item, rows, keys=("id",))
    return _of_bundle(session, bundle) - before


def mend(session: Session, item: str, for_desk: bytes, for_recovery: bytes) -> None:
    """Put whole bytes in the place of damaged ones; the hash was compared before."""
    session.execute(
        update(Item)
        .where(Item.id == item, Item.damaged.is_(True))
        .values(for_desk=for_desk, for_recovery=for_recovery, damaged=False)
    )


def set_apart(session: Session, rows: Sequence[dict[str, Any]]) -> int:
    """Keep odd items as they came, each once, and say how many are new."""
    count = select(func.count()).select_from(Quarantined)
    before = session.scalar(count) or 0
    add_new(session, Quarantined, rows, keys=("id", "sha256", "reason"))
    return (session.scalar(count) or 0) - before


def note_health(kiosk: Kiosk, header: RequestsHeader) -> None:
    """Keep what the newest bundle says of its kiosk.

    A return that the kiosk applied but these records do not know was written before the records
    were lost: the next one must be numbered beyond it.
    """
    kiosk.return_seq = max(kiosk.return_seq, header.last_return)
    kiosk.last_return = max(kiosk.last_return, header.last_return)
    if header.seq < kiosk.last_seq:
        return
    kiosk.last_seq, kiosk.last_day = header.seq, header.day
    kiosk.waiting, kiosk.oldest = header.waiting, header.oldest
    kiosk.free_mb, kiosk.program, kiosk.content = header.free_mb, header.program, header.content
    kiosk.refusals = json.dumps(header.refusals, sort_keys=True)


def _of_bundle(session: Session, bundle: int) -> int:
    chosen = select(func.count()).select_from(Item).where(Item.bundle == bundle)
    return session.scalar(chosen) or 0

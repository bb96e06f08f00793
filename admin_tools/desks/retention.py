"""Keeps the promise of how long requests are kept, unless deletion was frozen."""

from datetime import date, timedelta

from admin_tools.desks.errors import DeletionFrozen, TooYoung
from admin_tools.desks.returns import KEPT_DAYS
from admin_tools.records.access import Worker, note
from admin_tools.records.database import Records
from admin_tools.records.retention import drop_quarantined, finished, take_out
from admin_tools.records.settings import remember, remembered
from kiosk.exchange.trusted_day import london_day

_FROZEN = "deletion"


def purge(records: Records, before: date, worker: Worker) -> int:
    """Take out the text of what was finished before that day; say how many items that were.

    Refused while deletion is frozen, and for anything that kiosks still show.
    """
    youngest = london_day(worker.now) - timedelta(days=KEPT_DAYS)
    if before > youngest:
        raise TooYoung(youngest)
    with records.write() as session:
        if remembered(session, _FROZEN) == "frozen":
            raise DeletionFrozen
        names = finished(session, before)
        for name in names:
            take_out(session, name)
        drop_quarantined(session, before)
        note(session, worker, "purge")
    records.settle()
    return len(names)


def freeze(records: Records, worker: Worker, *, frozen: bool) -> None:
    """Stop deletion after a death or a serious incident, or let it go on."""
    with records.write() as session:
        remember(session, _FROZEN, "frozen" if frozen else "open")
        note(session, worker, "freeze" if frozen else "unfreeze")

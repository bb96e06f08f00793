"""Collects every file of requests from a stick into the records."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from admin_tools.desks.bundles import Life, OddItem, OpenedItem, ReadBundle
from admin_tools.desks.chain import Finding, look
from admin_tools.desks.office_keys import Bunch
from admin_tools.desks.reading import Job, read_all
from admin_tools.records import collecting as book
from admin_tools.records.database import Records
from admin_tools.records.items import RECEIVED, Held, bundle_of, held
from admin_tools.records.kiosks import lives_of
from kiosk.exchange import requests_bundle, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.trusted_day import london_day

_TRIES = 3
"""Readings of one file when other collectors take its items in between."""


@dataclass(frozen=True, slots=True)
class Collected:
    """What became of one file. `refused` is set when nothing was taken from it."""

    name: str
    new: int = 0
    known: int = 0
    set_apart: int = 0
    waiting: int = 0
    findings: tuple[Finding, ...] = ()
    refused: Refused | None = None


def collect(
    records: Records,
    stick_path: Path,
    collecting: Bunch,
    now: datetime,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[Collected, ...]:
    """Take every file of the stick; one that is refused does not stop the others.

    The same stick twice, or sixteen collectors at once, leave the same records behind.
    """
    jobs = _jobs(records, _requests_folder(stick_path), collecting)
    done: list[Collected] = []
    for job, outcome in read_all(records, jobs):
        done.append(_kept(records, job, outcome, london_day(now)))
        progress(len(done), len(jobs))
    return tuple(done)


def _requests_folder(path: Path) -> Folder:
    root = Folder(path)
    if stick.FOLDER in root.names():
        root = root.below(stick.FOLDER)
    if stick.IDENTITY not in root.names() and stick.REQUESTS not in root.names():
        raise Refused(Refusal.NOT_OUR_STICK)
    return root.below(stick.REQUESTS)


def _jobs(records: Records, folder: Folder, collecting: Bunch) -> tuple[Job, ...]:
    names = [name for name in folder.names() if name.endswith(".requests")]
    keys = tuple(key.private.private_bytes_raw() for key in collecting)
    with records.read() as session:
        return tuple(
            Job(folder.path, name, records.url, _lives(session, name), keys) for name in names
        )


def _lives(session: Session, name: str) -> tuple[Life, ...]:
    named = requests_bundle.named(name)
    if named is None:
        return ()
    return tuple(
        Life(life.kiosk, life.epoch, life.site, life.signing, life.revoked_after)
        for life in lives_of(session, named[0])
    )


def _kept(records: Records, job: Job, outcome: ReadBundle | Refused, day: date) -> Collected:
    for _ in range(_TRIES):
        if isinstance(outcome, Refused):
            return Collected(job.name, refused=outcome)
        with records.write() as session:
            if _still_true(session, outcome):
                return _keep(session, job.name, outcome, day)
        outcome = job.run(records)
    raise Refused(Refusal.STICK_BUSY)


def _still_true(session: Session, bundle: ReadBundle) -> bool:
    """Say whether nobody brought another hash of one of these items since it was read."""
    have = held(session, (item.id for item in bundle.new))
    return all(item.id not in have or _fits(item, have[item.id]) for item in bundle.new)


def _fits(item: OpenedItem, have: Held) -> bool:
    return have.sha256 == item.sha256


def _keep(session: Session, name: str, bundle: ReadBundle, day: date) -> Collected:
    header = bundle.header
    kiosk = book.life(session, header.kiosk, header.epoch)
    before = bundle_of(session, header.kiosk, header.epoch, header.seq - 1)
    same = bundle_of(session, header.kiosk, header.epoch, header.seq)
    findings = look(header, bundle.sha256, same, before, kiosk.last_seq)
    count = bundle.known + len(bundle.new) + len(bundle.odd)
    row = book.add_bundle(session, header, bundle.sha256, count, day)
    new = book.add_items(session, row, list(_item_rows(bundle, row, day)))
    for item in bundle.new:
        if new < len(bundle.new):
            book.mend(session, item.id, item.for_desk, item.for_recovery)
    apart = book.set_apart(session, [_odd_row(bundle, item, day) for item in bundle.odd])
    book.note_health(kiosk, header)
    return Collected(name, new, count - new - len(bundle.odd), apart, header.waiting, findings)


def _item_rows(bundle: ReadBundle, row: int, day: date) -> Iterator[dict[str, Any]]:
    for item in bundle.new:
        yield {
            "id": item.id,
            "kiosk": bundle.header.kiosk,
            "epoch": bundle.header.epoch,
            "type": item.type,
            "sha256": item.sha256,
            "bundle": row,
            "desk": item.desk,
            "for_desk": item.for_desk,
            "for_recovery": item.for_recovery,
            "collected": day,
            "state": RECEIVED,
            "state_day": day,
            "damaged": False,
            "urgent": False,
        }


def _odd_row(bundle: ReadBundle, item: OddItem, day: date) -> dict[str, Any]:
    return {
        "id": item.id,
        "kiosk": bundle.header.kiosk,
        "epoch": bundle.header.epoch,
        "type": item.type,
        "sha256": item.sha256,
        "reason": str(item.reason),
        "sealed": item.sealed,
        "collected": day,
    }

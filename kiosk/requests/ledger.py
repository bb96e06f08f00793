"""Keeps what was asked until the office has it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, delete, exists, func, select, update
from sqlalchemy.orm import Session

from kiosk.database import Database
from kiosk.exchange.requests_bundle import SealedItem, sealed_item
from kiosk.requests.rows import (
    IS_RECEIVED,
    IS_WAITING,
    LAST_RETURN,
    OF_BLOBS,
    BlobRow,
    ReplyRow,
    RequestRow,
    StateRow,
    parts,
    sha256,
    write_days,
)

KEPT_AFTER_RECEIPT = timedelta(days=30)
"""How long the office may ask for an item again."""
KEPT_AFTER_END = timedelta(days=90)
"""How long a person sees a request that has ended: as long as the office sends its state."""
KEPT_AT_ALL = timedelta(days=400)
"""How long a number is remembered, so that it is not given twice."""
ENDS = ("answered", "passed-on", "closed")
SAME = BlobRow.id == RequestRow.id
WAITING = (IS_WAITING, BlobRow.sealed.is_not(None))


@dataclass(frozen=True, slots=True)
class NewItem:
    """Something for the office, sealed before it comes here.

    `tag` and `own` are the person's: without them nobody finds the item on this kiosk.
    `about` is the request that a withdrawal or a note belongs to.
    """

    id: str
    type: str
    day: date
    sealed: bytes
    reference: str | None = None
    tag: str | None = None
    own: bytes | None = None
    about: str | None = None


class Ledger:
    """What waits, what was carried, what the office has. Nothing in it can be read here."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, item: NewItem) -> None:
        """Write an item down once. When this returns, it is on the disk.

        Raises NoRoom (nothing was saved) or another StoreFault; never half of it.
        """
        self._database.need_room()
        row = RequestRow(
            id=item.id,
            type=item.type,
            about=item.about,
            reference=item.reference,
            tag=item.tag,
            asked_day=item.day,
            sealed_sha256=sha256(item.sealed),
        )
        row.seal_row()
        with self._database.write() as session:
            session.add(row)
            session.flush()
            session.add(BlobRow(id=item.id, sealed=item.sealed, own=item.own))

    def is_free(self, reference: str) -> bool:
        """Whether this kiosk has not given this number before."""
        with self._database.read() as session:
            found = select(RequestRow.id).where(RequestRow.reference == reference)
            return session.scalar(found) is None

    def waiting(self) -> dict[str, int]:
        """Give the id of every item without a receipt, oldest day first, and its sealed bytes.

        A damaged item goes too: the office sees that it cannot be opened and can ask the person.
        """
        query = (
            select(RequestRow.id, func.length(BlobRow.sealed))
            .join(BlobRow, SAME)
            .where(*WAITING)
            .order_by(RequestRow.asked_day, RequestRow.id)
        )
        with self._database.read() as session:
            return dict(session.execute(query).all())

    def sealed(self, ids: Sequence[str]) -> tuple[SealedItem, ...]:
        """Give these items in this order. A kiosk may hold more than fits into memory at once."""
        query = (
            select(RequestRow.id, RequestRow.type, BlobRow.sealed)
            .join(BlobRow, SAME)
            .where(RequestRow.id.in_(ids), BlobRow.sealed.is_not(None))
        )
        with self._database.read() as session:
            found = {row.id: row for row in session.execute(query)}
        rows = (found[item_id] for item_id in ids if item_id in found)
        return tuple(sealed_item(row.id, row.type, row.sealed or b"") for row in rows)

    def count_waiting(self) -> int:
        """How many items wait for a receipt."""
        with self._database.read() as session:
            return (
                session.scalar(
                    select(func.count(RequestRow.id)).join(BlobRow, SAME).where(*WAITING)
                )
                or 0
            )

    def oldest_waiting(self) -> date | None:
        """Since which day the oldest of them waits; None when nothing waits."""
        with self._database.read() as session:
            return session.scalar(
                select(func.min(RequestRow.asked_day)).join(BlobRow, SAME).where(*WAITING)
            )

    def damaged(self) -> tuple[str, ...]:
        """List the ids of rows that do not hold any more what was written."""
        query = select(RequestRow, BlobRow.sealed).outerjoin(BlobRow, SAME)
        with self._database.read() as session:
            return tuple(
                row.id
                for row, sealed in session.execute(query).yield_per(200)
                if not row.is_whole() or (sealed and sha256(sealed) != row.sealed_sha256)
            )

    def carried(self, ids: Sequence[str], day: date) -> None:
        """Note that these items stand on a stick; they wait on until the receipt comes.

        A part at a time, so that nobody at the screen waits for it: what the power keeps from
        being noted goes out again with the next stick, as it would anyway.
        """
        for part in parts(ids):
            self._carried(part, day)

    def _carried(self, ids: Sequence[str], day: date) -> None:
        query = select(RequestRow).where(RequestRow.id.in_(ids), RequestRow.carried_day.is_(None))
        with self._database.read() as session:
            rows = session.scalars(query).all()
        for row in rows:
            row.carried_day = day
            row.seal_row()
        with self._database.write() as session:
            write_days(session, rows)

    def purge(self, day: date) -> int:
        """Empty what need not be kept any more, and make sure that it is gone from the disk.

        Returns how many rows were changed. Run it daily and after a return. Some rows at a time:
        a month of requests is hundreds of megabytes to overwrite, and somebody may want to save.
        """
        changed = sum(
            self._in_parts(chore, self._ids(query))
            for query, chore in (
                (_old_received(day - KEPT_AFTER_RECEIPT), _empty),
                (_old_ended(day - KEPT_AFTER_END), _disown),
                (_old_at_all(day - KEPT_AT_ALL), _forget),
            )
        )
        self._database.checkpoint()
        return changed

    def _ids(self, query: Select[str]) -> Sequence[str]:
        with self._database.read() as session:
            return session.scalars(query).all()

    def _in_parts(self, chore: Callable[[Session, Sequence[str]], None], ids: Sequence[str]) -> int:
        for some in parts(ids, OF_BLOBS):
            with self._database.write() as session:
                chore(session, some)
        return len(ids)


def _old_received(before: date) -> Select[str]:
    return (
        select(RequestRow.id)
        .join(BlobRow, SAME)
        .where(IS_RECEIVED, RequestRow.received_day <= before, BlobRow.sealed.is_not(None))
    )


def _old_ended(before: date) -> Select[str]:
    ended = exists().where(
        StateRow.request == RequestRow.id,
        StateRow.state.in_(ENDS),
        StateRow.day <= before,
        StateRow.since <= LAST_RETURN,
    )
    return select(RequestRow.id).join(BlobRow, SAME).where(BlobRow.own.is_not(None), ended)


def _old_at_all(before: date) -> Select[str]:
    return select(RequestRow.id).where(RequestRow.asked_day <= before, IS_RECEIVED)


def _empty(session: Session, ids: Sequence[str]) -> None:
    """Forget the sealed bytes: the office has them."""
    session.execute(update(BlobRow).where(BlobRow.id.in_(ids)).values(sealed=None))


def _disown(session: Session, ids: Sequence[str]) -> None:
    """Forget whose it was, with the person's own copy."""
    for row in session.scalars(select(RequestRow).where(RequestRow.id.in_(ids))):
        row.tag = None
        row.seal_row()
    session.execute(update(BlobRow).where(BlobRow.id.in_(ids)).values(own=None))


def _forget(session: Session, ids: Sequence[str]) -> None:
    """Forget it altogether."""
    for table, column in ((StateRow, StateRow.request), (ReplyRow, ReplyRow.request)):
        session.execute(delete(table).where(column.in_(ids)))
    session.execute(delete(RequestRow).where(RequestRow.id.in_(ids)))

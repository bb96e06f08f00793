"""The tables of what was asked and what came back."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeVar

from sqlalchemy import and_, or_, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.database import Base, Day, Id
from kiosk.requests.standing import StandingRow

T = TypeVar("T")

PART = 250
"""Rows written in one transaction: some milliseconds, so that nobody at the screen waits for it."""
OF_BLOBS = 50
"""The same of rows with what is sealed, which is overwritten as it goes: 17 kB each."""
GONE = ""
"""Stands in a row hash for what is not there."""


class RequestRow(Base):
    """One item on its way to the office: a request, or something else of the closed list.

    Readable without a key: id, type, reference, days. `tag` finds the person's rows.
    `since` is the return that brought `received_day`.
    """

    __tablename__ = "requests"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    type: Mapped[str]
    about: Mapped[str | None] = mapped_column(Id)
    reference: Mapped[str | None]
    tag: Mapped[str | None]
    asked_day: Mapped[date] = mapped_column(Day)
    carried_day: Mapped[date | None] = mapped_column(Day)
    received_day: Mapped[date | None] = mapped_column(Day)
    sealed_sha256: Mapped[str]
    row_hash: Mapped[str]
    since: Mapped[int] = mapped_column(default=0)

    def seal_row(self) -> None:
        """Note what the row says, so that a flipped bit shows; after every change."""
        self.row_hash = self._hash()

    def is_whole(self) -> bool:
        """Whether the row still says what was written, days and all."""
        return self.row_hash == self._hash()

    def _hash(self) -> str:
        parts = (
            self.id,
            self.type,
            self.about,
            self.reference,
            self.tag,
            self.asked_day,
            self.carried_day,
            self.received_day,
            self.sealed_sha256,
        )
        written = "\n".join(GONE if part is None else str(part) for part in parts)
        return sha256(written.encode())


class BlobRow(Base):
    """What is sealed of an item, apart from its days: noting a day must not write 20 kB again.

    `sealed` is for the office and goes 30 days after its receipt, `own` is the person's copy.
    """

    __tablename__ = "blobs"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    sealed: Mapped[bytes | None]
    own: Mapped[bytes | None]


class StateRow(Base):
    """How far a request has come at the office, one row a state."""

    __tablename__ = "states"

    request: Mapped[str] = mapped_column(Id, primary_key=True)
    state: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(Day)
    since: Mapped[int] = mapped_column(default=0)


class ReplyRow(Base):
    """One reply, sealed to this kiosk; `tag` is set once the screen has opened it."""

    __tablename__ = "replies"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    request: Mapped[str] = mapped_column(Id)
    sealed: Mapped[bytes]
    sha256: Mapped[str]
    tag: Mapped[str | None]
    since: Mapped[int] = mapped_column(default=0)


LAST_RETURN = select(StandingRow.last_return).scalar_subquery()
"""The last return that is here whole; what a later one wrote so far nobody sees (`since`)."""
IS_RECEIVED = and_(RequestRow.received_day.is_not(None), RequestRow.since <= LAST_RETURN)
IS_WAITING = or_(RequestRow.received_day.is_(None), RequestRow.since > LAST_RETURN)


def parts(things: Sequence[T], size: int = PART) -> Iterator[Sequence[T]]:
    """Cut what has to be written into parts of one transaction each."""
    return (things[at : at + size] for at in range(0, len(things), size))


def write_days(session: Session, rows: Sequence[RequestRow]) -> None:
    """Write the days of rows that were read and sealed again before this transaction began.

    Only the mailroom writes days, and one mailroom at a time: nobody else changed them meanwhile.
    """
    if rows:
        days = ("id", "carried_day", "received_day", "row_hash", "since")
        session.execute(update(RequestRow), [{n: getattr(row, n) for n in days} for row in rows])


def sha256(data: bytes) -> str:
    """Hash bytes, as hex."""
    return hashlib.sha256(data).hexdigest()

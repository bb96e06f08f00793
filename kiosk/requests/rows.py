"""The tables of what was asked and what came back."""

import hashlib
from datetime import date

from sqlalchemy.orm import Mapped, defer, mapped_column

from kiosk.database import Base, Day, Id

GONE = ""
"""Stands in a row hash for what is not there."""


class RequestRow(Base):
    """One item on its way to the office: a request, or something else of the closed list.

    Readable without a key: id, type, reference, days. `sealed` is for the office and goes 30 days
    after its receipt, `own` is the person's copy, `tag` finds the person's rows.
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
    sealed: Mapped[bytes | None]
    sealed_sha256: Mapped[str]
    own: Mapped[bytes | None]
    row_hash: Mapped[str]

    def seal_row(self) -> None:
        """Note what the row says, so that a flipped bit shows; after every change.

        The two blobs need not be read for it: `sealed` has a hash, `own` a seal of its own.
        """
        self.row_hash = self._hash()

    def is_whole(self) -> bool:
        """Whether the row still holds what was written, days and all."""
        sealed_fits = self.sealed is None or sha256(self.sealed) == self.sealed_sha256
        return sealed_fits and self.row_hash == self._hash()

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


BLOBS = (defer(RequestRow.sealed), defer(RequestRow.own))
"""Options of a query that leaves the two long columns on the disk."""


class StateRow(Base):
    """How far a request has come at the office, one row a state."""

    __tablename__ = "states"

    request: Mapped[str] = mapped_column(Id, primary_key=True)
    state: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(Day)


class ReplyRow(Base):
    """One reply, sealed to this kiosk; `tag` is set once the screen has opened it."""

    __tablename__ = "replies"

    id: Mapped[str] = mapped_column(Id, primary_key=True)
    request: Mapped[str] = mapped_column(Id)
    sealed: Mapped[bytes]
    sha256: Mapped[str]
    tag: Mapped[str | None]


def sha256(data: bytes) -> str:
    """Hash bytes, as hex."""
    return hashlib.sha256(data).hexdigest()

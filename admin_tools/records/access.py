"""The log of who opened or changed what: it only grows."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from admin_tools.records.tables import Access


@dataclass(frozen=True, slots=True)
class Worker:
    """Who is doing this, as they named themselves, at this instant."""

    name: str
    now: datetime


def note(session: Session, worker: Worker, what: str, *, item: str = "", desk: str = "") -> None:
    """Add one line, in the transaction of the thing that it tells about."""
    session.add(Access(at=worker.now, by=worker.name, what=what, item=item, desk=desk))


def lines_about(session: Session, item: str) -> tuple[Access, ...]:
    """Every line about one item, oldest first."""
    return tuple(session.scalars(select(Access).where(Access.item == item).order_by(Access.row)))

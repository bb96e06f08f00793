"""The replies, each sealed to its desk and once for every kiosk."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from admin_tools.records.tables import Item, Kiosk, Reply, ReplyCopy


def latest(session: Session, item: str) -> Reply | None:
    """Find the reply of an item that counts: the one with the highest number."""
    chosen = select(Reply).where(Reply.item == item).order_by(Reply.number.desc()).limit(1)
    return session.scalars(chosen).first()


def copies_for(session: Session, kiosk: Kiosk, since: date) -> tuple[tuple[str, str, bytes], ...]:
    """Give reply id, request id and the sealed text of every reply that counts, newest first."""
    chosen = (
        select(Reply.id, Reply.item, ReplyCopy.sealed)
        .join(ReplyCopy, ReplyCopy.reply == Reply.id)
        .where(
            ReplyCopy.kiosk == kiosk.kiosk,
            ReplyCopy.epoch == kiosk.epoch,
            Reply.made >= since,
            Reply.number == _highest_number(),
        )
        .order_by(Reply.made.desc(), Reply.id)
    )
    return tuple((reply, item, sealed) for reply, item, sealed in session.execute(chosen))


def without_copy(session: Session, kiosk: Kiosk, since: date) -> tuple[tuple[Reply, str], ...]:
    """Give the replies, with their desk, that count but are not sealed to this kiosk yet."""
    has_copy = (
        select(ReplyCopy.reply)
        .where(
            ReplyCopy.reply == Reply.id,
            ReplyCopy.kiosk == kiosk.kiosk,
            ReplyCopy.epoch == kiosk.epoch,
        )
        .exists()
    )
    chosen = (
        select(Reply, Item.desk)
        .join(Item, Item.id == Reply.item)
        .where(Reply.made >= since, Reply.number == _highest_number(), ~has_copy)
        .order_by(Reply.id)
    )
    return tuple((reply, desk) for reply, desk in session.execute(chosen))


def _highest_number() -> object:
    other = Reply.__table__.alias("other")
    return select(func.max(other.c.number)).where(other.c.item == Reply.item).scalar_subquery()

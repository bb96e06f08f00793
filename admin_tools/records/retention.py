"""Takes the sealed text of finished requests out of the records, and keeps that they were there."""

from datetime import date

from sqlalchemy import ColumnElement, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from admin_tools.records.items import CLOSED, DONE, REQUEST
from admin_tools.records.tables import Item, Quarantined, Reply, ReplyCopy

EMPTY = b""
"""What stands in the place of a sealed text that was taken out."""


def finished(session: Session, before: date) -> tuple[str, ...]:
    """Name the items whose text is past its time."""
    chosen = select(Item.id).where(_past(before), Item.for_desk != EMPTY).order_by(Item.id)
    return tuple(session.scalars(chosen))


def take_out(session: Session, name: str) -> None:
    """Take out one item's text and answers. Id and hash stay: it is not collected a second time."""
    replies = select(Reply.id).where(Reply.item == name)
    session.execute(delete(ReplyCopy).where(ReplyCopy.reply.in_(replies)))
    session.execute(delete(Reply).where(Reply.item == name))
    session.execute(
        update(Item)
        .where(Item.id == name)
        .values(for_desk=EMPTY, for_recovery=EMPTY, tag=None, damaged=False, urgent=False)
    )
    session.execute(update(Item).where(Item.id == name, Item.type != REQUEST).values(state=CLOSED))


def drop_quarantined(session: Session, before: date) -> None:
    """Take out what was set apart before that day."""
    session.execute(delete(Quarantined).where(Quarantined.collected < before))


def _past(before: date) -> ColumnElement[bool]:
    request = and_(Item.type == REQUEST, Item.state.in_(DONE), Item.state_day < before)
    return or_(request, and_(Item.type != REQUEST, Item.collected < before))

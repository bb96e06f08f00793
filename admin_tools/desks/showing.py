"""Shows one request to a worker of its desk, and notes who looked."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from admin_tools.desks.errors import ItemDamaged, ItemUnknown
from admin_tools.desks.finding import Found, find
from admin_tools.desks.inbox import index
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.opening import open_item, open_reply
from admin_tools.records import access, replies
from admin_tools.records.access import Worker
from admin_tools.records.database import Records
from admin_tools.records.items import steps_of
from admin_tools.records.tables import Access, Item, Step
from kiosk.exchange.items import Item as Inside
from kiosk.exchange.items import Reply
from kiosk.exchange.trusted_day import london_day


@dataclass(frozen=True, slots=True)
class Shown:
    """One item, open: what it says, how far it came, what was answered, who looked before."""

    item: Item
    inside: Inside
    steps: tuple[Step, ...]
    reply: Reply | None
    looked: tuple[Access, ...]


def show(records: Records, keys: OfficeKeys, named: str, worker: Worker) -> Shown:
    """Open one item for the eyes of its desk. To show an unread one is to read it.

    A damaged item is marked before the refusal, so that the next return asks for it again.
    """
    damage: ItemDamaged | None = None
    shown: Shown | None = None
    with records.write() as session:
        found = find(session, keys, named)
        before = access.lines_about(session, found.item.id)
        access.note(session, worker, "show", item=found.item.id, desk=found.item.desk)
        try:
            inside = open_item(found.item, keys.site, found.keys)
            index(session, found.item, inside, found.keys, london_day(worker.now))
            shown = _shown(session, keys, found, inside, before)
        except ItemDamaged as failed:
            found.item.damaged, damage = True, failed
    if shown is None:
        raise damage or ItemUnknown(named)
    return shown


def _shown(
    session: Session, keys: OfficeKeys, found: Found, inside: Inside, looked: tuple[Access, ...]
) -> Shown:
    kept = replies.latest(session, found.item.id)
    reply = open_reply(kept, keys.site, found.keys) if kept else None
    return Shown(found.item, inside, steps_of(session, found.item.id), reply, looked)

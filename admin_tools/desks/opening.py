"""Opens what is sealed for a desk, one item at a time, in memory only."""

from admin_tools.desks.errors import ItemDamaged, ItemTakenOut
from admin_tools.desks.office_keys import Bunch
from admin_tools.records.retention import EMPTY
from admin_tools.records.tables import Item
from admin_tools.records.tables import Reply as KeptReply
from kiosk.exchange.items import Item as Inside
from kiosk.exchange.items import Reply, item_from_text, reply_from_text
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.sealing import Context, Purpose, unseal

SHORT = 8
"""Hex digits of an id that people read; 15,000 items share none by chance in 38 of 39 prisons."""


def open_item(item: Item, site: str, desk: Bunch) -> Inside:
    """Open an item with its desk's keys; raises ItemDamaged, or Refused when it is no item."""
    if item.for_desk == EMPTY:
        raise ItemTakenOut(short(item.id))
    context = Context(Purpose.ITEM_DESK, site, item.kiosk, item.id)
    try:
        text = open_with(desk, item.for_desk, context)
    except Refused as failed:
        raise ItemDamaged(short(item.id)) from failed
    return item_from_text(item.type, text, item.id)


def open_reply(reply: KeptReply, site: str, desk: Bunch) -> Reply:
    """Open the desk's own copy of a reply."""
    context = Context(Purpose.REPLY_DESK, site, "-", reply.id)
    return reply_from_text(open_with(desk, reply.for_desk, context))


def open_with(keys: Bunch, blob: bytes, context: Context) -> bytes:
    """Open with the first key that fits, newest first, or raise Refused (SEAL_WRONG)."""
    for key in keys:
        try:
            return unseal(blob, key, context)
        except Refused:
            continue
    raise Refused(Refusal.SEAL_WRONG)


def short(item: str) -> str:
    """Shorten an id for people."""
    return item[:SHORT]

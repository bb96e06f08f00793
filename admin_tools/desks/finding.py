"""Finds one request by its reference or the beginning of its id."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from admin_tools.desks.errors import ItemUnknown
from admin_tools.desks.office_keys import Bunch, OfficeKeys
from admin_tools.desks.opening import SHORT
from admin_tools.desks.tags import tags
from admin_tools.records.items import by_beginning, by_tag
from admin_tools.records.tables import Item
from kiosk.exchange.references import is_reference, tidied


@dataclass(frozen=True, slots=True)
class Found:
    """An item with the keys of its desk."""

    item: Item
    keys: Bunch


def find(session: Session, keys: OfficeKeys, named: str) -> Found:
    """Find the item, or raise ItemUnknown; a desk without its key here finds nothing."""
    here = keys.desks_here()
    item = _by_reference(session, keys, here, named) or _by_id(session, named)
    if item is None or item.desk not in here:
        raise ItemUnknown(named[:40])
    return Found(item, keys.desk(item.desk))


def _by_reference(
    session: Session, keys: OfficeKeys, desks: tuple[str, ...], named: str
) -> Item | None:
    reference = tidied(named)
    if not is_reference(reference):
        return None
    kept = [one for desk in desks for one in tags(keys.desk(desk), reference)]
    return by_tag(session, kept)


def _by_id(session: Session, named: str) -> Item | None:
    beginning = named.strip().lower()
    return by_beginning(session, beginning) if len(beginning) >= SHORT else None

"""A desk reads what is new for it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from admin_tools.desks.errors import ItemDamaged
from admin_tools.desks.office_keys import Bunch, OfficeKeys
from admin_tools.desks.opening import open_item
from admin_tools.desks.tags import tag
from admin_tools.records.access import Worker, note
from admin_tools.records.database import Records
from admin_tools.records.items import READ, RECEIVED, take_step, unread
from admin_tools.records.tables import Item
from kiosk.exchange.items import Item as Inside
from kiosk.exchange.items import RequestItem, WithdrawalItem
from kiosk.exchange.refusals import Refused
from kiosk.exchange.trusted_day import london_day


@dataclass(frozen=True, slots=True)
class Opened:
    """What a desk read. `damaged` are asked for again; `unreadable` need the program's keepers."""

    items: tuple[Inside, ...]
    damaged: tuple[str, ...]
    unreadable: tuple[str, ...]


@dataclass(slots=True)
class _Sorted:
    """The piles that opening makes."""

    items: list[Inside]
    damaged: list[str]
    unreadable: list[str]


def open_new(records: Records, keys: OfficeKeys, desk: str, worker: Worker) -> Opened:
    """Open every item that the desk has not read yet, oldest first, and note each in the log.

    Withdrawals come last: the request that they take back may be among the new ones.
    """
    bunch = keys.desk(desk)
    piles = _Sorted([], [], [])
    with records.write() as session:
        for item in sorted(unread(session, desk), key=lambda one: one.type == "withdrawal"):
            _open_one(session, item, _Desk(keys.site, bunch, worker), piles)
    return Opened(tuple(piles.items), tuple(piles.damaged), tuple(piles.unreadable))


@dataclass(frozen=True, slots=True)
class _Desk:
    site: str
    keys: Bunch
    worker: Worker


def _open_one(session: Session, item: Item, desk: _Desk, piles: _Sorted) -> None:
    note(session, desk.worker, "open", item=item.id, desk=item.desk)
    try:
        inside = open_item(item, desk.site, desk.keys)
    except ItemDamaged:
        item.damaged = True
        piles.damaged.append(item.id)
        return
    except Refused:
        mark_read(session, item, london_day(desk.worker.now))
        piles.unreadable.append(item.id)
        return
    index(session, item, inside, desk.keys, london_day(desk.worker.now))
    if isinstance(inside, WithdrawalItem):
        _withdraw(session, inside, desk)
    piles.items.append(inside)


def index(session: Session, item: Item, inside: Inside, keys: Bunch, day: date) -> None:
    """Note that an item was read, and what the list needs of a request: its days and its tag."""
    mark_read(session, item, day)
    if isinstance(inside, RequestItem):
        item.tag = tag(keys, inside.reference)
        item.read_by, item.answer_by = inside.promised.read_by, inside.promised.answer_by
        item.urgent = inside.urgent


def mark_read(session: Session, item: Item, day: date) -> None:
    """Move an item from received to read; a later state stays."""
    if item.state == RECEIVED:
        take_step(session, item, READ, day)


def _withdraw(session: Session, withdrawal: WithdrawalItem, desk: _Desk) -> None:
    """Mark the request, when its own person took it back. It stays open: the desk still asks."""
    item = session.get(Item, withdrawal.request)
    if item is None or item.type != "request" or not withdrawal.proven:
        return
    try:
        request = open_item(item, desk.site, desk.keys)
    except (ItemDamaged, Refused):
        return
    if isinstance(request, RequestItem) and request.person == withdrawal.person:
        item.withdrawn = london_day(withdrawal.asked_at)

"""The sealed items, by the bundle, the desk and the kiosk they belong to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session, defer

from admin_tools.records.tables import Bundle, Item, Quarantined, Step

REQUEST = "request"
RECEIVED, READ, BOOKED = "received", "read", "booked"
ANSWERED, PASSED_ON, CLOSED = "answered", "passed-on", "closed"
DONE = (ANSWERED, CLOSED)
ORDER = {RECEIVED: 0, READ: 1, BOOKED: 2, PASSED_ON: 2, ANSWERED: 3, CLOSED: 4}
"""How far each state is: a request that was set back has not come to the later ones any more."""
_AT_ONCE = 500
"""Values in one question to the database; SQLite takes 32,766, PostgreSQL plans 500 well."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the office has of one id: the hash of the sealed bytes, and whether it is whole."""

    sha256: str
    bundle: int
    damaged: bool


def held(session: Session, ids: Iterable[str]) -> dict[str, Held]:
    """Find which of these ids the office has already."""
    found: dict[str, Held] = {}
    for some in _in_parts(sorted(ids)):
        chosen = select(Item.id, Item.sha256, Item.bundle, Item.damaged).where(Item.id.in_(some))
        for name, sha256, bundle, damaged in session.execute(chosen):
            found[name] = Held(sha256, bundle, damaged)
    return found


def quarantined(session: Session, ids: Iterable[str]) -> set[tuple[str, str]]:
    """Find which of these ids stand in quarantine, each with the hash it came with."""
    found: set[tuple[str, str]] = set()
    for some in _in_parts(sorted(ids)):
        chosen = select(Quarantined.id, Quarantined.sha256).where(Quarantined.id.in_(some))
        found |= {(name, sha256) for name, sha256 in session.execute(chosen)}
    return found


def bundle_of(session: Session, kiosk: str, epoch: str, seq: int) -> tuple[Bundle, ...]:
    """Find what was collected under this number; more than one means a copied kiosk."""
    chosen = select(Bundle).where(Bundle.kiosk == kiosk, Bundle.epoch == epoch, Bundle.seq == seq)
    return tuple(session.scalars(chosen))


def bundle_of_payload(session: Session, sha256: str) -> bool:
    """Say whether a bundle with this payload was collected."""
    return session.scalars(select(Bundle.row).where(Bundle.sha256 == sha256)).first() is not None


def unread(session: Session, desk: str) -> tuple[Item, ...]:
    """Give the items that a desk has not opened yet, oldest first, with what is sealed."""
    chosen = (
        select(Item)
        .where(Item.desk == desk, Item.state == RECEIVED, Item.damaged.is_(False))
        .order_by(Item.collected, Item.id)
    )
    return tuple(session.scalars(chosen))


def listed(session: Session, *, desk: str = "") -> tuple[Item, ...]:
    """Give the items of one desk or of all without loading what is sealed, oldest first."""
    chosen = (
        select(Item)
        .options(defer(Item.for_desk), defer(Item.for_recovery))
        .order_by(Item.collected, Item.id)
    )
    if desk:
        chosen = chosen.where(Item.desk == desk)
    return tuple(session.scalars(chosen))


def of_desk(session: Session, desk: str) -> tuple[str, ...]:
    """Name every item of a desk that still holds its text."""
    chosen = select(Item.id).where(Item.desk == desk, Item.for_desk != b"").order_by(Item.id)
    return tuple(session.scalars(chosen))


def sealed_item(session: Session, name: str) -> Item:
    """Give one item with what is sealed in it."""
    return session.get_one(Item, name)


def by_tag(session: Session, tags: Sequence[str]) -> Item | None:
    """Find the request whose reference has one of these tags."""
    return session.scalars(select(Item).where(Item.tag.in_(tags))).first()


def by_beginning(session: Session, beginning: str) -> Item | None:
    """Find the one item whose id begins like this; none when two do."""
    chosen = select(Item).where(Item.id.startswith(beginning, autoescape=True)).limit(2)
    found = tuple(session.scalars(chosen))
    return found[0] if len(found) == 1 else None


def for_kiosk(session: Session, kiosk: str, epoch: str, since: date) -> tuple[Item, ...]:
    """Give what a return must tell one kiosk: all that is open, or was done since that day."""
    chosen = (
        select(Item)
        .options(defer(Item.for_desk), defer(Item.for_recovery))
        .where(Item.kiosk == kiosk, Item.epoch == epoch, _still_matters(since))
        .order_by(Item.id)
    )
    return tuple(session.scalars(chosen))


def _still_matters(since: date) -> ColumnElement[bool]:
    request = and_(Item.type == REQUEST, or_(Item.state.not_in(DONE), Item.state_day >= since))
    return or_(request, and_(Item.type != REQUEST, Item.collected >= since))


def take_step(session: Session, item: Item, state: str, day: date) -> None:
    """Move a request on, and keep the step for good."""
    item.state, item.state_day = state, day
    session.add(Step(item=item.id, state=state, day=day))


def steps_of(session: Session, item: str) -> tuple[Step, ...]:
    """Give every step of one item, in order."""
    return tuple(session.scalars(select(Step).where(Step.item == item).order_by(Step.row)))


def days_of(session: Session, kiosk: str, epoch: str) -> dict[str, dict[str, date]]:
    """Give, for every item of a kiosk, the last day on which it came to each state."""
    chosen = (
        select(Step.item, Step.state, Step.day)
        .join(Item, Item.id == Step.item)
        .where(Item.kiosk == kiosk, Item.epoch == epoch)
        .order_by(Step.row)
    )
    days: dict[str, dict[str, date]] = {}
    for item, state, day in session.execute(chosen):
        days.setdefault(item, {})[state] = day
    return days


def _in_parts(values: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(values), _AT_ONCE):
        yield values[start : start + _AT_ONCE]

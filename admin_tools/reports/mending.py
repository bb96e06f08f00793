"""Says what of the content to mend first, after what people made of it at the kiosks."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from admin_tools.desks.errors import ItemDamaged, ItemTakenOut
from admin_tools.desks.inbox import mark_read
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.opening import open_item
from admin_tools.records.access import Worker, note
from admin_tools.records.database import Records
from admin_tools.records.tables import Item
from kiosk.exchange.items import CountsItem, ReportItem
from kiosk.exchange.refusals import Refused
from kiosk.exchange.trusted_day import london_day

KINDS = ("report", "counts")
HEAVY = 3
"""One person who says that a page is wrong weighs as much as so many whom it did not help."""
URGENT = frozenset({"wrong", "ended"})
USEFUL = "useful"


@dataclass(slots=True)
class Page:
    """What was said of one page: reasons by code, how often it was read, whom it helped."""

    entry: str
    wrong: Counter[str] = field(default_factory=Counter)
    not_useful: Counter[str] = field(default_factory=Counter)
    useful: int = 0
    read: int = 0

    @property
    def weight(self) -> int:
        """How much there is to mend."""
        said = sum(HEAVY * n if why in URGENT else n for why, n in self.wrong.items())
        return said + self.not_useful.total()


@dataclass(frozen=True, slots=True)
class Mending:
    """Pages, what weighs most first; searches that found nothing; items that nobody could open."""

    pages: tuple[Page, ...]
    missed: tuple[tuple[str, int], ...]
    closed: int = 0


def mending(records: Records, keys: OfficeKeys, worker: Worker, since: date) -> Mending:
    """Open every report and every count of weeks since a day; each opening goes into the log."""
    opened, closed = _opened(records, keys, worker)
    held = [item for item in opened if _day_of(item) >= since]
    return Mending(_pages(held), _missed(held), closed)


def _opened(
    records: Records, keys: OfficeKeys, worker: Worker
) -> tuple[list[ReportItem | CountsItem], int]:
    found: list[ReportItem | CountsItem] = []
    closed = 0
    chosen = select(Item).where(Item.type.in_(KINDS)).order_by(Item.collected, Item.id)
    with records.write() as session:
        for item in session.scalars(chosen):
            note(session, worker, "open", item=item.id, desk=item.desk)
            inside = _inside(item, keys)
            if inside is None:
                closed += 1
                continue
            mark_read(session, item, london_day(worker.now))
            found.append(inside)
    return found, closed


def _inside(item: Item, keys: OfficeKeys) -> ReportItem | CountsItem | None:
    """Open one; None where its text was taken out, is damaged, or its desk's key is elsewhere."""
    if item.desk not in keys.desks_here():
        return None
    try:
        inside = open_item(item, keys.site, keys.desk(item.desk))
    except (ItemDamaged, ItemTakenOut, Refused):
        return None
    return inside if isinstance(inside, ReportItem | CountsItem) else None


def _day_of(item: ReportItem | CountsItem) -> date:
    return item.day if isinstance(item, ReportItem) else item.week


def _pages(items: Iterable[ReportItem | CountsItem]) -> tuple[Page, ...]:
    pages: dict[str, Page] = {}

    def page(entry: str) -> Page:
        return pages.setdefault(entry, Page(entry))

    for item in items:
        if isinstance(item, ReportItem):
            page(item.entry).wrong[item.what] += item.times
        else:
            _count(item, page)
    return tuple(sorted(pages.values(), key=lambda one: (-one.weight, -one.read, one.entry)))


def _count(item: CountsItem, page: Callable[[str], Page]) -> None:
    for entry, times in item.read.items():
        page(entry).read += times
    for entry, answer, times in _answers(item):
        if answer == USEFUL:
            page(entry).useful += times
        else:
            page(entry).not_useful[answer] += times


def _answers(item: CountsItem) -> Iterator[tuple[str, str, int]]:
    for entry, answers in item.useful.items():
        for answer, times in answers.items():
            yield entry, answer, times


def _missed(items: Iterable[ReportItem | CountsItem]) -> tuple[tuple[str, int], ...]:
    missed: Counter[str] = Counter()
    for item in items:
        if isinstance(item, CountsItem):
            missed.update(item.missed)
    return tuple(sorted(missed.items(), key=lambda one: (-one[1], one[0])))

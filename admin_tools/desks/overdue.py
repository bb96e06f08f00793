"""Which requests are late, by the days that the person saw."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from admin_tools.records.items import BOOKED, DONE, RECEIVED, REQUEST
from admin_tools.records.tables import Item
from kiosk.exchange.policy import Calendar
from kiosk.exchange.workdays import Workdays

READ_WITHIN = 1
"""Working days from arrival at the office within which every request is opened."""
_ANSWERED = (BOOKED, *DONE)
NO_HOLIDAYS = Calendar(holidays=(), known_to=date.min, source="none at hand")
"""Counts weekdays alone, where the published calendar is not at hand."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list. `late` is empty, `read` or `answer`."""

    item: Item
    due: date | None
    late: str


def rows(items: Iterable[Item], today: date, calendar: Calendar) -> tuple[Row, ...]:
    """Put the items in the order in which a desk should take them: late, urgent, due, arrived."""
    workdays = Workdays(calendar)
    made = [_row(item, today, workdays) for item in items]
    return tuple(
        sorted(
            made,
            key=lambda row: (
                not row.late,
                not row.item.urgent,
                row.due or date.max,
                row.item.collected,
                row.item.id,
            ),
        )
    )


def _row(item: Item, today: date, workdays: Workdays) -> Row:
    due = _due(item, workdays)
    late = due is not None and today > due
    which = "read" if item.state == RECEIVED else "answer"
    return Row(item, due, which if late else "")


def _due(item: Item, workdays: Workdays) -> date | None:
    """Give the day that counts now. Unopened, the promise is still sealed: arrival counts."""
    if item.state == RECEIVED:
        return workdays.after(item.collected, READ_WITHIN)
    if item.type != REQUEST or item.state in _ANSWERED:
        return None
    return item.answer_by

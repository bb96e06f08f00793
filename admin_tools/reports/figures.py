"""Figures of a month: how many requests, how fast they were read and answered, how many late."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from sqlalchemy import select
from sqlalchemy.orm import Session

from admin_tools.desks.overdue import rows
from admin_tools.records.items import ANSWERED, BOOKED, REQUEST, listed
from admin_tools.records.tables import Item, Step
from kiosk.exchange.policy import Calendar

FEWEST = 5
"""A count under five could point at a person, so a figure hides it."""


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """One desk's month. `None` stands for a count under five, or nothing to measure.

    Days run from arrival at the office to the first answer or appointment.
    """

    desk: str
    arrived: int | None
    answered: int | None
    late_now: int | None
    median_days: float | None


def figures(
    session: Session, first: date, last: date, today: date, calendar: Calendar
) -> tuple[DeskFigures, ...]:
    """Give the figures of what arrived from `first` to `last`, desk by desk."""
    arrived = [
        item for item in listed(session) if item.type == REQUEST and first <= item.collected <= last
    ]
    answered = _first_answers(session, {item.id for item in arrived})
    late = {row.item.id for row in rows(arrived, today, calendar) if row.late}
    desks = sorted({item.desk for item in arrived})
    return tuple(
        _of_desk(desk, [item for item in arrived if item.desk == desk], answered, late)
        for desk in desks
    )


def _of_desk(
    desk: str, items: list[Item], answered: Mapping[str, date], late: Iterable[str]
) -> DeskFigures:
    days = [(answered[item.id] - item.collected).days for item in items if item.id in answered]
    return DeskFigures(
        desk=desk,
        arrived=_enough(len(items)),
        answered=_enough(len(days)),
        late_now=_enough(len({item.id for item in items} & set(late))),
        median_days=median(days) if len(days) >= FEWEST else None,
    )


def _first_answers(session: Session, ids: set[str]) -> dict[str, date]:
    chosen = (
        select(Step.item, Step.day).where(Step.state.in_((ANSWERED, BOOKED))).order_by(Step.row)
    )
    answers: dict[str, date] = {}
    for item, day in session.execute(chosen):
        if item in ids:
            answers.setdefault(item, day)
    return answers


def _enough(count: int) -> int | None:
    return count if count == 0 or count >= FEWEST else None

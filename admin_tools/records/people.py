"""The people of the site, as the kiosks will know them."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from admin_tools.records.tables import Person


def person(session: Session, number: str) -> Person | None:
    """Find the person with this number, if the office knows one."""
    return session.get(Person, number)


def everyone(session: Session) -> tuple[Person, ...]:
    """All people, active or not, by number."""
    return tuple(session.scalars(select(Person).order_by(Person.number)))


def known(session: Session, numbers: Iterable[str]) -> frozenset[str]:
    """Which of these numbers the office knows already."""
    return frozenset(session.scalars(select(Person.number))) & frozenset(numbers)


def how_many(session: Session) -> int:
    """How many people the office knows."""
    return session.scalar(select(func.count()).select_from(Person)) or 0

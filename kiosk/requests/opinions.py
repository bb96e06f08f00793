"""Counts what people made of the pages, a week at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.database import Base, Database, Day

MOST = 999
"""One number is never higher: nobody learns more from it, and somebody may just be playing."""


class Noted(StrEnum):
    """What is counted. The name beside it is an entry, an entry with an answer, or words."""

    READ = "read"
    MISSED = "missed"
    USEFUL = "useful"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, order=True)
class Note:
    """One thing that is counted: a kind, and its name as parts without spaces between them."""

    kind: Noted
    name: tuple[str, ...]


class OpinionRow(Base):
    """How often in one week. Rows lie in the order of their names, never of the time."""

    __tablename__ = "opinions"

    week: Mapped[date] = mapped_column(Day, primary_key=True)
    kind: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class Opinions:
    """Numbers without a person, a time of day or an order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, counted: Mapping[Note, int], day: date) -> None:
        """Add these numbers to those of the week, in one transaction; raises a StoreFault."""
        if not counted:
            return
        self._database.need_room()
        with self._database.write() as session:
            for note in sorted(counted):
                row = insert(OpinionRow).values(
                    week=week_of(day),
                    kind=note.kind.value,
                    name="\n".join(note.name),
                    count=min(MOST, counted[note]),
                )
                more = OpinionRow.count + row.excluded.count
                keys = ("week", "kind", "name")
                session.execute(row.on_conflict_do_update(keys, set_={"count": more}))

    def take(self, kinds: tuple[Noted, ...], before: date) -> dict[date, dict[Note, int]]:
        """Take the numbers of these kinds out, of weeks that began before a day."""
        these = (
            OpinionRow.kind.in_([kind.value for kind in kinds]),
            OpinionRow.week < before,
        )
        found: dict[date, dict[Note, int]] = {}
        with self._database.write() as session:
            for row in session.scalars(select(OpinionRow).where(*these)):
                note = Note(Noted(row.kind), tuple(row.name.split("\n")))
                found.setdefault(row.week, {})[note] = min(MOST, row.count)
            if found:
                session.execute(delete(OpinionRow).where(*these))
        return found


def week_of(day: date) -> date:
    """Give the Monday of a day's week."""
    return day - timedelta(days=day.weekday())

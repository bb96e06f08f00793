"""Remembers the instant before which it cannot be."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.database import Base, Database, UtcDateTime

ONLY = 1


class ClockRow(Base):
    """The one row of the clock."""

    __tablename__ = "clock"

    one: Mapped[int] = mapped_column(primary_key=True)
    low: Mapped[datetime] = mapped_column(UtcDateTime)


class Clock:
    """The low time: the highest day of issue ever accepted, plus the hours awake since.

    `exchange.trusted_day.trusted` tells from it whether the machine's own clock holds.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def low(self) -> datetime:
        """Give the instant before which it cannot be. Enrolment sets the first."""
        with self._database.read() as session:
            return session.get_one(ClockRow, ONLY).low

    def start(self, session: Session, instant: datetime) -> None:
        """Set the first low time of a new kiosk."""
        session.add(ClockRow(one=ONLY, low=instant))

    def issued(self, session: Session, instant: datetime) -> None:
        """Move up to the day of issue of content that was just accepted; never back."""
        row = session.get_one(ClockRow, ONLY)
        row.low = max(row.low, instant)

    def awake(self, passed: timedelta) -> None:
        """Add time that passed awake. Only one process calls this, about once an hour."""
        with self._database.write() as session:
            session.get_one(ClockRow, ONLY).low += passed

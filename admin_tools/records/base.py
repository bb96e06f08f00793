"""The base that every table of the office stands on, with the two kinds of time it keeps."""

from datetime import UTC, date, datetime
from typing import ClassVar

from sqlalchemy import Dialect, Text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An instant in UTC, kept as text so that SQLite and PostgreSQL give the same back."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write whole seconds in UTC; a time without a zone is a mistake of ours."""
        del dialect
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Read it back as an aware instant."""
        del dialect
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A date in Europe/London, kept as text YYYY-MM-DD."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        """Write the day only."""
        del dialect
        return None if value is None else value.isoformat()[:10]

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        """Read it back as a date."""
        del dialect
        return None if value is None else date.fromisoformat(value)


class Base(DeclarativeBase):
    """Every table of the office; the kiosk has its own base in its own database."""

    type_annotation_map: ClassVar = {str: Text, date: Day, datetime: UtcDateTime}

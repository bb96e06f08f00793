"""Things of the office that tests need, each with everything chosen already."""

from datetime import UTC, datetime
from pathlib import Path

from admin_tools.records.access import Worker
from admin_tools.records.database import Records

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday without a holiday near."""


def an_office(folder: Path, name: str = "office.sqlite") -> Records:
    """Open new records in a folder of the test."""
    return Records(f"sqlite:///{folder / name}")


def a_worker(name: str = "J. Harris", now: datetime = MONDAY) -> Worker:
    """Say who is at the desk."""
    return Worker(name, now)


def a_list(folder: Path, *rows: str, header: str = "number,language,wing,active") -> Path:
    """Write a list of people as the prison's own system would."""
    path = folder / "people.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path

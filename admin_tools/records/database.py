"""The one door to the office's database, on SQLite or PostgreSQL."""

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import Any, cast

from sqlalchemy import Connection, Engine, Table, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, OperationalError
from sqlalchemy.orm import Session

from admin_tools.records.base import Base
from admin_tools.records.errors import RecordsNotReadable
from admin_tools.records.steps import bring_up_to_date, is_up_to_date

BUSY_SECONDS = 60
"""How long a writer waits for another: sixteen collectors take turns, a bundle takes 0.2 s."""

_PRAGMAS = {
    "journal_mode": "WAL",
    "synchronous": "FULL",
    "foreign_keys": "ON",
    "secure_delete": "ON",
    "trusted_schema": "OFF",
}
_WRITING = "signpost_writing"


class Records:
    """The records of one office, opened by URL, brought up to date at opening."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._engine = _engine(url)
        self._writer = self._engine.execution_options(**{_WRITING: True})
        try:
            with self._engine.connect() as connection:
                current = is_up_to_date(connection)
            if not current:
                with self._writer.begin() as connection:
                    bring_up_to_date(connection)
        except DBAPIError as failed:
            raise RecordsNotReadable from failed

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction that may change things; all of it happens or none of it."""
        with (
            _faults_named(),
            Session(self._writer, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One picture of the records as they are now."""
        with _faults_named(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    def settle(self) -> None:
        """Empty SQLite's journal: what was deleted stands there until then."""
        if self._engine.dialect.name == "sqlite":
            with self._engine.connect() as connection:
                connection.exec_driver_sql("COMMIT")
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                connection.exec_driver_sql("BEGIN")

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()


def add_new(
    session: Session, table: type[Base], rows: Sequence[Mapping[str, Any]], *, keys: Sequence[str]
) -> None:
    """Add the rows whose keys are not there yet; leave the others exactly as they are.

    Only the dialect that is spoken is loaded: the other one costs each command a fifteenth second.
    """
    if not rows:
        return
    dialect = import_module(f"sqlalchemy.dialects.{session.get_bind().dialect.name}")
    statement = dialect.insert(cast(Table, table.__table__)).on_conflict_do_nothing(
        index_elements=list(keys)
    )
    session.connection().execute(statement, [dict(row) for row in rows])


@contextmanager
def _faults_named() -> Iterator[None]:
    """A full disk or a lost server is a fault with a sentence, not a page of code."""
    try:
        yield
    except OperationalError as failed:
        raise RecordsNotReadable from failed


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url if "://" in url else f"sqlite:///{url}")
        if parsed.get_backend_name() != "sqlite":
            return create_engine(parsed)
        engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS})
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as failed:
        raise RecordsNotReadable from failed
    if parsed.database:
        _owner_only(parsed.database)
    event.listen(engine, "connect", _set_pragmas)
    event.listen(engine, "begin", _begin)
    return engine


def _owner_only(path: str) -> None:
    """Make a new file readable by its owner alone; SQLite gives its side files the same rights."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as failed:
        raise RecordsNotReadable from failed


def _set_pragmas(connection: sqlite3.Connection, _record: object) -> None:
    """Set what protects the file, with the driver's own transactions switched off."""
    connection.isolation_level = None
    cursor = connection.cursor()
    for name, value in _PRAGMAS.items():
        cursor.execute(f"PRAGMA {name} = {value}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the right to write at once, so that nobody has to give it up half way."""
    writing = connection.get_execution_options().get(_WRITING, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

"""The one SQLite file of the kiosk, opened so that nothing saved is ever lost."""

import ctypes
import os
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, Text, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy.types import TypeDecorator

ROOM_BYTES = 64 * 1024 * 1024
"""Free bytes below which nothing new is taken: a full disk can no longer even delete."""

PRAGMAS: dict[str, str | int] = {
    "journal_mode": "wal",  # with FULL: 0 saves lost in 310 power cuts; the default mode lost 3
    "synchronous": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "busy_timeout": 5000,
}
"""What every connection sets, in this order; each is read back, because builds differ."""
LIBC = ctypes.CDLL(None, use_errno=True)
EMPTY_THE_LOG = "PRAGMA wal_checkpoint(TRUNCATE)"

STEPS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE standing (
            one INTEGER PRIMARY KEY CHECK (one = 1), site TEXT NOT NULL, kiosk TEXT NOT NULL,
            wing TEXT NOT NULL, epoch TEXT NOT NULL, demo INTEGER NOT NULL, seq INTEGER NOT NULL,
            prev TEXT NOT NULL, last_return INTEGER NOT NULL) STRICT""",
        "CREATE TABLE clock (one INTEGER PRIMARY KEY CHECK (one = 1), low TEXT NOT NULL) STRICT",
        """CREATE TABLE shelf (
            slot TEXT PRIMARY KEY CHECK (slot IN ('active', 'previous')), version INTEGER NOT NULL,
            issued TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
            demo INTEGER NOT NULL) STRICT""",
        "CREATE TABLE trust (name TEXT PRIMARY KEY, body BLOB NOT NULL) STRICT",
        """CREATE TABLE requests (
            id TEXT PRIMARY KEY, type TEXT NOT NULL, about TEXT, reference TEXT UNIQUE, tag TEXT,
            asked_day TEXT NOT NULL, carried_day TEXT, received_day TEXT,
            sealed_sha256 TEXT NOT NULL, row_hash TEXT NOT NULL) STRICT""",
        """CREATE TABLE blobs (
            id TEXT PRIMARY KEY REFERENCES requests (id) ON DELETE CASCADE,
            sealed BLOB, own BLOB) STRICT""",
        "CREATE INDEX requests_of_person ON requests (tag, asked_day)",
        "CREATE INDEX requests_waiting ON requests (asked_day) WHERE received_day IS NULL",
        """CREATE TABLE states (
            request TEXT NOT NULL, state TEXT NOT NULL, day TEXT NOT NULL,
            PRIMARY KEY (request, state)) STRICT""",
        """CREATE TABLE replies (
            id TEXT PRIMARY KEY, request TEXT NOT NULL, sealed BLOB NOT NULL,
            sha256 TEXT NOT NULL, tag TEXT) STRICT""",
        "CREATE INDEX replies_of_person ON replies (tag)",
        "CREATE INDEX replies_of_request ON replies (request)",
        """CREATE TABLE people (
            one INTEGER PRIMARY KEY CHECK (one = 1), version INTEGER NOT NULL,
            sealed BLOB NOT NULL) STRICT""",
        """CREATE TABLE attempts (
            tag TEXT PRIMARY KEY, failures INTEGER NOT NULL, turn INTEGER NOT NULL) STRICT""",
        """CREATE TABLE register (
            n INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL,
            facts TEXT NOT NULL) STRICT""",
        """CREATE TRIGGER register_is_never_changed BEFORE UPDATE ON register
            BEGIN SELECT RAISE(ABORT, 'the register is only added to'); END""",
        """CREATE TRIGGER register_is_never_cut BEFORE DELETE ON register
            BEGIN SELECT RAISE(ABORT, 'the register is only added to'); END""",
    ),
    (  # a return is written in parts that nobody sees before it is there whole
        "ALTER TABLE requests ADD COLUMN since INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE states ADD COLUMN since INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE replies ADD COLUMN since INTEGER NOT NULL DEFAULT 0",
        "DROP INDEX requests_waiting",
    ),
    (  # what people made of the pages: numbers by week, in the order of their names
        """CREATE TABLE opinions (
            week TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
            PRIMARY KEY (week, kind, name)) STRICT, WITHOUT ROWID""",
    ),
)
"""One tuple of statements a step; `user_version` counts the steps done. Only ever add a step."""


class StoreFault(Exception):
    """The database could not do what it was asked; `sentence` says so to people."""

    sentence = "This screen has a fault. Tell any officer. You can still use a paper form."


class NoRoom(StoreFault):
    """The disk is (nearly) full, and nothing was saved."""

    sentence = "This screen is full. Your question was not saved. Ask any officer for a paper form."


class DiskFault(StoreFault):
    """The disk did not keep what was written: nothing was saved, what was open is let go of."""

    sentence = "This was not saved. The screen has a fault. Ask any officer for a paper form."


class DatabaseBusy(StoreFault):
    """The other process held the database too long, and nothing was saved."""

    sentence = "This was not saved. Wait a minute and try again."


class DatabaseDamaged(StoreFault):
    """The file is not the database that was written."""


class DatabaseMissing(StoreFault):
    """No database stands here (or an empty file): this kiosk is not enrolled."""


class DatabaseTooNew(StoreFault):
    """A newer program has changed this database."""


class SettingRefused(StoreFault):
    """SQLite did not take a setting that saving safely depends on."""


_FAULTS: dict[int, type[StoreFault]] = {
    sqlite3.SQLITE_FULL: NoRoom,
    sqlite3.SQLITE_IOERR: DiskFault,
    sqlite3.SQLITE_READONLY: DiskFault,
    sqlite3.SQLITE_CANTOPEN: DiskFault,
    sqlite3.SQLITE_BUSY: DatabaseBusy,
    sqlite3.SQLITE_LOCKED: DatabaseBusy,
    sqlite3.SQLITE_CORRUPT: DatabaseDamaged,
    sqlite3.SQLITE_NOTADB: DatabaseDamaged,
}


class Base(DeclarativeBase):
    """What every table of the kiosk is declared on."""


class Id(TypeDecorator[str]):
    """A UUID as 32 hex digits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, _dialect: Dialect) -> str | None:
        """Refuse what is not an id before it is written."""
        if value is not None and not re.fullmatch(r"[0-9a-f]{32}", value):
            raise ValueError("not an id of 32 hex digits")
        return value


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, always with its zone: SQLite itself would forget it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> str | None:
        """`2026-11-22T09:30:00Z`, whole seconds."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant without a time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def process_result_value(self, value: str | None, _dialect: Dialect) -> datetime | None:
        """Give the instant, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class Day(TypeDecorator[date]):
    """A day that a person sees or a rule counts, in Europe/London."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, _dialect: Dialect) -> str | None:
        """`2026-11-22`."""
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, _dialect: Dialect) -> date | None:
        """Give the day."""
        return None if value is None else date.fromisoformat(value)


def free_bytes(folder: Path) -> int:
    """Bytes that may still be written beside this path."""
    return shutil.disk_usage(folder).free


class Database:
    """The kiosk's database: short reads, and writes that are on the disk when they return."""

    def __init__(self, path: Path, free: Callable[[Path], int] = free_bytes) -> None:
        """Open the file that enrolment made; carry out steps it has not seen yet."""
        if not path.is_file() or path.stat().st_size == 0:
            raise DatabaseMissing(f"{path.name} is missing or empty")
        self.path = path
        self._free = free
        self._engine = _engine(path)
        self._writer = self._engine.execution_options(writes=True)
        self._carry_out_steps()

    @classmethod
    def create(cls, path: Path) -> None:
        """Make the file and put it safely on the disk, before the first request can come.

        A file that was never synced can come back from a power cut with no bytes, and SQLite
        would then throw away the log beside it.
        """
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        with closing(sqlite3.connect(path)) as connection:
            _prepare(connection)
            connection.execute("CREATE TABLE made (one INTEGER PRIMARY KEY) STRICT")
            connection.execute("DROP TABLE made")
            connection.execute(EMPTY_THE_LOG)
        database = cls(path)
        database.checkpoint()
        database.close()
        sync(path)
        sync(path.parent)

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction that nobody else writes in; on the disk when the block ends well.

        After a disk fault nothing is tried again on the same handle: the next one opens the file
        anew.
        """
        try:
            with (
                _named(),
                Session(self._writer, expire_on_commit=False) as session,
                session.begin(),
            ):
                yield session
        except DiskFault:
            self._engine.dispose()
            raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """One consistent look; what is changed in the block is not kept."""
        with _named(), Session(self._engine, expire_on_commit=False) as session:
            yield session

    def need_room(self, more: int = 0) -> None:
        """Raise NoRoom while there is still room to keep what is already here.

        `more` bytes will be written beside the database.
        """
        if self._free(self.path.parent) < ROOM_BYTES + more:
            raise NoRoom(f"less than {ROOM_BYTES} bytes free")

    def free_megabytes(self) -> int:
        """Whole megabytes still free, for the office."""
        return self._free(self.path.parent) // 1_000_000

    def checkpoint(self) -> bool:
        """Empty the log, so that what was deleted is gone from the disk; False: somebody reads."""
        with _named(), self._engine.connect() as connection:
            busy = (
                connection.execution_options(isolation_level="AUTOCOMMIT")
                .exec_driver_sql(EMPTY_THE_LOG)
                .scalar_one()
            )
        return bool(busy == 0)

    def is_sound(self) -> bool:
        """Whether SQLite finds its own structure whole; content is checked by row hashes."""
        try:
            with self.read() as session:
                return bool(session.execute(text("PRAGMA quick_check")).scalar_one() == "ok")
        except DatabaseDamaged:
            return False

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _carry_out_steps(self) -> None:
        for number, statements in enumerate(STEPS, start=1):
            with self.write() as session:
                done = session.execute(text("PRAGMA user_version")).scalar_one()
                if done > len(STEPS):
                    raise DatabaseTooNew(f"step {done} of the database is not known here")
                if done < number:
                    for statement in statements:
                        session.execute(text(statement))
                    session.execute(text(f"PRAGMA user_version = {number}"))


def sync(path: Path) -> None:
    """Make the disk keep a file, or the names in a folder."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_disk(handle: int) -> None:
    """Make the disk on which this file or folder lies keep all that was written to it.

    For many files one such call takes a quarter of the time of one for each. It tells of what
    could not be written since the handle was opened: open it before the first write.
    """
    if LIBC.syncfs(handle):
        raise OSError(ctypes.get_errno(), "syncfs")


def _engine(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        connect_args={"isolation_level": None, "timeout": 5.0},
        hide_parameters=True,  # what was to be saved never stands in the text of an error
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object = None) -> None:
    for name, wanted in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != wanted:
            raise SettingRefused(f"{name} is {found and found[0]}, not {wanted}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def _named() -> Iterator[None]:
    """Turn what the driver says into our own names, so that no other room needs the driver."""
    try:
        yield
    except (DBAPIError, sqlite3.DatabaseError) as error:
        driver: Any = error.orig if isinstance(error, DBAPIError) else error
        fault = _FAULTS.get(getattr(driver, "sqlite_errorcode", 0) & 0xFF)
        if fault is None:
            raise
        raise fault(getattr(driver, "sqlite_errorname", "")) from None

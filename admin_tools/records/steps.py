"""The numbered steps that take an office database to the newest shape, forward only."""

from collections.abc import Callable
from typing import cast

from sqlalchemy import Connection, Table, inspect, text

from admin_tools.records.base import Base
from admin_tools.records.errors import RecordsTooNew
from admin_tools.records.tables import (
    Access,
    Bundle,
    Item,
    Kiosk,
    Person,
    Quarantined,
    Reply,
    ReplyCopy,
    Setting,
    Step,
)

_APPEND_ONLY = ("access_log", "steps")
_FIRST = (
    Setting,
    Kiosk,
    Bundle,
    Item,
    Quarantined,
    Step,
    Reply,
    ReplyCopy,
    Person,
    Access,
)


def _first_tables(connection: Connection) -> None:
    """Step 1: every table, with the two that may only grow."""
    tables = [cast(Table, table.__table__) for table in _FIRST]
    Base.metadata.create_all(connection, tables=tables)
    for name in _APPEND_ONLY:
        for statement in _guards(name, connection.dialect.name):
            connection.execute(text(statement))


STEPS: tuple[Callable[[Connection], None], ...] = (_first_tables,)
"""Step n stands at place n-1. A step that was released is never edited; add the next one."""


def bring_up_to_date(connection: Connection) -> None:
    """Take every step that this database has not taken yet, in the caller's transaction."""
    done = _version(connection)
    if done > len(STEPS):
        raise RecordsTooNew(done, len(STEPS))
    for number, step in enumerate(STEPS[done:], start=done + 1):
        step(connection)
        connection.execute(text("DELETE FROM settings WHERE name = 'schema'"))
        connection.execute(
            text("INSERT INTO settings (name, value) VALUES ('schema', :v)"), {"v": str(number)}
        )


def is_up_to_date(connection: Connection) -> bool:
    """Say whether there is nothing left to do, without asking for the right to write."""
    return _version(connection) == len(STEPS)


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table("settings"):
        return 0
    value = connection.execute(text("SELECT value FROM settings WHERE name = 'schema'")).scalar()
    return int(value or 0)


def _guards(table: str, dialect: str) -> list[str]:
    """Triggers that refuse to change or delete a row: SQLite and PostgreSQL say it differently."""
    if dialect == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{verb} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} only grows'); END"
            for verb in ("UPDATE", "DELETE")
        ]
    return [
        f"CREATE FUNCTION {table}_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{table} only grows'; END $$",
        f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {table}_only_grows()",
    ]

from datetime import UTC, date, datetime
from pathlib import Path
from typing import cast

import pytest
from sqlalchemy import Table, func, select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.dialects.postgresql.base import PGDialect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateTable

from admin_tools.records.base import Base
from admin_tools.records.database import Records, add_new
from admin_tools.records.errors import RecordsNotReadable, RecordsTooNew
from admin_tools.records.steps import STEPS
from admin_tools.records.tables import Access, Person, Setting, Step
from tests.builders.office import MONDAY, an_office

LOG_LINE = {"at": MONDAY, "by": "J. Harris", "what": "show"}


def a_person(number: str = "A1234BC", wing: str = "B") -> dict[str, object]:
    return {
        "number": number,
        "pin": "$argon2id$",
        "language": "en",
        "wing": wing,
        "active": True,
        "changed": date(2026, 11, 23),
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_what_protects_the_file_is_on(tmp_path: Path, name: str, value: object) -> None:
    with an_office(tmp_path).read() as session:
        assert session.execute(text(f"PRAGMA {name}")).scalar() == value


def test_nobody_else_on_the_machine_may_read_the_records(tmp_path: Path) -> None:
    with an_office(tmp_path).write() as session:
        session.add(Setting(name="site", value="MVX"))
        session.flush()
        modes = {path.stat().st_mode & 0o777 for path in tmp_path.glob("office.sqlite*")}

    assert modes == {0o600}


def test_a_transaction_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    records = an_office(tmp_path)

    with pytest.raises(DBAPIError), records.write() as session:
        session.add_all([Setting(name="site", value="MVX"), Access(**LOG_LINE | {"by": None})])

    with records.read() as session:
        assert session.get(Setting, "site") is None


@pytest.mark.parametrize("statement", ["DELETE FROM access_log", "UPDATE access_log SET by = ''"])
def test_the_log_of_looks_only_grows(tmp_path: Path, statement: str) -> None:
    records = an_office(tmp_path)
    with records.write() as session:
        session.add(Access(**LOG_LINE))

    with pytest.raises(DBAPIError), records.write() as session:
        session.execute(text(statement))

    with records.read() as session:
        assert session.scalar(select(func.count()).select_from(Access)) == 1


def test_the_steps_of_a_request_only_grow(tmp_path: Path) -> None:
    records = an_office(tmp_path)
    with records.read() as session:
        triggers = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        names = {name for (name,) in triggers}

    assert {f"{Step.__tablename__}_no_UPDATE", f"{Step.__tablename__}_no_DELETE"} <= names


def test_a_row_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    records = an_office(tmp_path)
    with records.write() as session:
        add_new(session, Person, [a_person(wing="B")], keys=("number",))

    with records.write() as session:
        rows = [a_person(wing="C"), a_person("A9999ZZ", wing="D")]
        add_new(session, Person, rows, keys=("number",))

    with records.read() as session:
        wings = session.execute(select(Person.number, Person.wing).order_by(Person.number)).all()
    assert [tuple(row) for row in wings] == [("A1234BC", "B"), ("A9999ZZ", "D")]


def test_opening_again_takes_no_step_twice(tmp_path: Path) -> None:
    an_office(tmp_path).close()

    with an_office(tmp_path).read() as session:
        assert session.get_one(Setting, "schema").value == str(len(STEPS))


def test_records_of_a_newer_program_are_left_alone(tmp_path: Path) -> None:
    records = an_office(tmp_path)
    with records.write() as session:
        session.get_one(Setting, "schema").value = "99"

    with pytest.raises(RecordsTooNew):
        an_office(tmp_path)


@pytest.mark.parametrize("url", ["nonsense://x", "sqlite:////no/such/folder/office.sqlite", "://"])
def test_a_wrong_address_is_said_plainly(url: str) -> None:
    with pytest.raises(RecordsNotReadable):
        Records(url)


def test_an_instant_comes_back_as_it_went_in(tmp_path: Path) -> None:
    records = an_office(tmp_path)
    with records.write() as session:
        session.add(Access(**LOG_LINE))

    with records.read() as session:
        at = session.scalars(select(Access.at)).one()
    assert (at, at.tzinfo) == (MONDAY, UTC)


def test_a_time_without_a_zone_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="time zone"), an_office(tmp_path).write() as session:
        session.add(Access(at=datetime(2026, 11, 23, 9, 0), by="x", what="y"))  # noqa: DTZ001


@pytest.mark.parametrize("name", sorted(Base.metadata.tables))
def test_postgresql_understands_every_table(name: str) -> None:
    table = Base.metadata.tables[name]

    said = str(CreateTable(table).compile(dialect=PGDialect()))  # type: ignore[no-untyped-call]

    assert f"CREATE TABLE {name}" in said


def test_postgresql_leaves_rows_alone_that_are_there() -> None:
    people = cast(Table, Person.__table__)
    statement = insert(people).on_conflict_do_nothing(index_elements=["number"])

    said = str(statement.compile(dialect=PGDialect()))  # type: ignore[no-untyped-call]

    assert "ON CONFLICT (number) DO NOTHING" in said

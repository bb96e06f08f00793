"""The database opens safely, keeps what it was given and names what goes wrong."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

import kiosk.catalogue.clock
import kiosk.catalogue.shelf
import kiosk.register.register
import kiosk.requests.opinions
import kiosk.requests.rows
import kiosk.requests.standing
import kiosk.visit.attempts
import kiosk.visit.people  # noqa: F401 - each room declares its tables
from kiosk.database import (
    PRAGMAS,
    STEPS,
    Base,
    Database,
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseMissing,
    DatabaseTooNew,
    Day,
    DiskFault,
    Id,
    NoRoom,
    SettingRefused,
    UtcDateTime,
)
from tests.builders.stores import a_database

NOTE = "INSERT INTO trust VALUES ('root', x'01')"


def names_in(database: Database) -> list[str]:
    with database.read() as session:
        return list(session.execute(text("SELECT name FROM trust")).scalars())


def write(database: Database, *statements: str, then: Callable[[], object] = bool) -> None:
    with database.write() as session:
        for statement in statements:
            session.execute(text(statement))
        then()


def test_what_was_written_is_there_after_opening_again(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    with database.write() as session:
        session.execute(text(NOTE))
    database.close()

    again = Database(tmp_path / "kiosk.db")

    assert names_in(again) == ["root"]


def test_a_write_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    database = a_database(tmp_path)

    with pytest.raises(ZeroDivisionError):
        write(database, NOTE, "SELECT 1", then=lambda: 1 / 0)

    assert names_in(database) == []


def test_a_change_made_while_reading_is_not_kept(tmp_path: Path) -> None:
    database = a_database(tmp_path)

    with database.read() as session:
        session.execute(text(NOTE))

    assert names_in(database) == []


def test_a_write_holds_the_file_from_its_first_look_on(tmp_path: Path) -> None:
    database = a_database(tmp_path)

    with database.write() as session:
        session.execute(text("SELECT 1"))
        with (
            closing(sqlite3.connect(database.path, timeout=0, isolation_level=None)) as other,
            pytest.raises(sqlite3.OperationalError, match="locked"),
        ):
            other.execute("BEGIN IMMEDIATE")


@pytest.mark.parametrize(("name", "value"), PRAGMAS.items())
def test_every_connection_has_the_safe_settings(
    tmp_path: Path, name: str, value: str | int
) -> None:
    database = a_database(tmp_path)

    with database.write() as session:
        assert session.execute(text(f"PRAGMA {name}")).scalar_one() == value


def test_a_setting_that_sqlite_does_not_take_stops_the_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_database(tmp_path).close()
    monkeypatch.setitem(PRAGMAS, "synchronous", 17)

    with pytest.raises(SettingRefused):
        Database(tmp_path / "kiosk.db")


def test_every_table_is_strict(tmp_path: Path) -> None:
    with a_database(tmp_path).read() as session:
        loose = session.execute(
            text(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
                " AND NOT strict AND name NOT LIKE 'sqlite_%'"
            )
        ).scalars()
        assert list(loose) == []


def test_the_file_is_for_its_owner_alone_and_never_empty(tmp_path: Path) -> None:
    Database.create(tmp_path / "kiosk.db")

    made = (tmp_path / "kiosk.db").stat()

    assert stat.S_IMODE(made.st_mode) == 0o600
    assert made.st_size > 0


def test_enrolling_twice_does_not_overwrite_the_first(tmp_path: Path) -> None:
    a_database(tmp_path).close()

    with pytest.raises(FileExistsError):
        Database.create(tmp_path / "kiosk.db")


def test_no_file_means_not_enrolled(tmp_path: Path) -> None:
    with pytest.raises(DatabaseMissing):
        Database(tmp_path / "kiosk.db")


def test_an_empty_file_is_never_taken_for_a_new_database(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").touch()

    with pytest.raises(DatabaseMissing):
        Database(tmp_path / "kiosk.db")


def test_a_file_of_something_else_is_called_damaged(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").write_bytes(b"not a database, but quite long enough " * 40)

    with pytest.raises(DatabaseDamaged):
        Database(tmp_path / "kiosk.db")


def test_a_database_of_a_newer_program_is_left_alone(tmp_path: Path) -> None:
    a_database(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "kiosk.db")) as raw:
        raw.execute(f"PRAGMA user_version = {len(STEPS) + 1}")

    with pytest.raises(DatabaseTooNew):
        Database(tmp_path / "kiosk.db")


def test_a_step_that_was_not_done_yet_is_done_at_opening(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_database(tmp_path).close()
    monkeypatch.setattr("kiosk.database.STEPS", (*STEPS, ("CREATE TABLE later (one TEXT) STRICT",)))

    with Database(tmp_path / "kiosk.db").read() as session:
        assert session.execute(text("SELECT count(*) FROM later")).scalar_one() == 0


def test_room_is_refused_before_the_disk_is_full(tmp_path: Path) -> None:
    a_database(tmp_path).close()
    nearly_full = Database(tmp_path / "kiosk.db", free=lambda _folder: 63 * 1024 * 1024)

    with pytest.raises(NoRoom) as refused:
        nearly_full.need_room()

    assert "not saved" in refused.value.sentence


def test_a_disk_that_is_full_in_the_middle_has_a_name(tmp_path: Path) -> None:
    database = a_database(tmp_path)

    with pytest.raises(NoRoom):
        write(
            database,
            "PRAGMA max_page_count = 1",
            "INSERT INTO trust VALUES ('root', zeroblob(9000000))",
        )

    assert names_in(database) == []


def test_a_file_that_became_read_only_has_a_name(tmp_path: Path) -> None:
    database = a_database(tmp_path)

    with pytest.raises(DiskFault):
        write(database, "PRAGMA query_only = 1", NOTE)

    assert names_in(database) == []


def test_after_a_disk_fault_the_file_is_opened_anew(tmp_path: Path) -> None:
    """What is open stays read-only for ever; only a new handle can write again."""
    database = a_database(tmp_path)
    with pytest.raises(DiskFault):
        write(database, "PRAGMA query_only = 1", NOTE)

    write(database, NOTE)

    assert len(names_in(database)) == 1


def test_what_was_deleted_is_gone_from_the_disk_after_a_checkpoint(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    with database.write() as session:
        session.execute(text("INSERT INTO trust VALUES ('root', CAST('CANARY-4471' AS BLOB))"))

    with database.write() as session:
        session.execute(text("DELETE FROM trust"))
    assert database.checkpoint()

    found = [path for path in tmp_path.iterdir() if b"CANARY-4471" in path.read_bytes()]
    assert found == []


def test_an_instant_keeps_its_zone() -> None:
    column = UtcDateTime()
    summer = datetime(2026, 7, 1, 10, 30, tzinfo=timezone(timedelta(hours=1)))

    written = column.process_bind_param(summer, None)  # type: ignore[arg-type]

    assert written == "2026-07-01T09:30:00Z"
    assert column.process_result_value(written, None) == datetime(2026, 7, 1, 9, 30, tzinfo=UTC)  # type: ignore[arg-type]


def test_an_instant_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 7, 1, 10, 30)  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        UtcDateTime().process_bind_param(naive, None)  # type: ignore[arg-type]


def test_a_day_comes_back_as_a_day() -> None:
    column = Day()
    assert column.process_result_value("2026-11-22", None) == date(2026, 11, 22)  # type: ignore[arg-type]


def test_an_id_is_never_anything_but_hex() -> None:
    with pytest.raises(ValueError, match="32"):
        Id().process_bind_param("K7-4QX-92", None)  # type: ignore[arg-type]


def test_the_tables_on_the_disk_are_the_tables_in_the_rooms(tmp_path: Path) -> None:
    with a_database(tmp_path).read() as session:
        for table in Base.metadata.sorted_tables:
            found = session.execute(
                text("SELECT name FROM pragma_table_info(:t)"), {"t": table.name}
            )
            assert sorted(found.scalars()) == sorted(column.name for column in table.columns)


def test_no_table_on_the_disk_is_without_a_room(tmp_path: Path) -> None:
    with a_database(tmp_path).read() as session:
        found = session.execute(
            text("SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%'")
        )
        assert set(found.scalars()) == set(Base.metadata.tables)


def test_who_comes_while_the_other_writes_waits_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(PRAGMAS, "busy_timeout", 50)
    screen = a_database(tmp_path)
    mailroom = Database(tmp_path / "kiosk.db")

    with mailroom.write() as session:
        session.execute(text(NOTE))
        with pytest.raises(DatabaseBusy) as busy:
            write(screen, "INSERT INTO trust VALUES ('targets', x'02')")

    assert "try again" in busy.value.sentence
    assert names_in(screen) == ["root"]


def test_reading_goes_on_while_the_other_writes(tmp_path: Path) -> None:
    screen = a_database(tmp_path)
    mailroom = Database(tmp_path / "kiosk.db")
    with mailroom.write() as session:
        session.execute(text(NOTE))
        assert names_in(screen) == []


def test_an_error_never_quotes_what_was_to_be_saved(tmp_path: Path) -> None:
    database = a_database(tmp_path)
    write(database, NOTE)
    with pytest.raises(IntegrityError) as failed, database.write() as session:
        session.execute(
            text("INSERT INTO trust VALUES (:name, :body)"), {"name": "root", "body": b"CANARY"}
        )
    assert "CANARY" not in str(failed.value)

"""The register is only added to and holds no person."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from kiosk.register.register import Register
from tests.builders.stores import a_database

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


def a_register(folder: Path) -> Register:
    return Register(a_database(folder), lambda: NOON)


def noted(register: Register, kind: str, **facts: str | int) -> None:
    with register._database.write() as session:
        register.note(session, kind, **facts)


def changed(register: Register, statement: str) -> None:
    with register._database.write() as session:
        session.execute(text(statement))


def test_a_line_is_there_with_its_day_and_facts(tmp_path: Path) -> None:
    register = a_register(tmp_path)
    noted(register, "content", version=31, stick=7)
    (line,) = register.last(5)
    assert (line.at, line.kind, line.facts) == (NOON, "content", {"stick": 7, "version": 31})


def test_the_newest_line_comes_first(tmp_path: Path) -> None:
    register = a_register(tmp_path)
    for number in (1, 2, 3):
        noted(register, "content", version=number)
    assert [line.facts["version"] for line in register.last(2)] == [3, 2]


def test_lines_of_one_kind_can_be_asked_for(tmp_path: Path) -> None:
    register = a_register(tmp_path)
    noted(register, "content", version=1)
    noted(register, "return", seq=1)
    assert [line.kind for line in register.last(5, "content")] == ["content"]


@pytest.mark.parametrize(
    "statement", ["UPDATE register SET kind = 'nothing'", "DELETE FROM register"]
)
def test_no_line_can_be_changed_or_taken_out(tmp_path: Path, statement: str) -> None:
    register = a_register(tmp_path)
    noted(register, "content", version=1)
    with pytest.raises(IntegrityError, match="only added to"):
        changed(register, statement)
    assert len(register.last(5)) == 1


def test_refusals_are_counted_by_code(tmp_path: Path) -> None:
    register = a_register(tmp_path)
    for code in ("content-older", "not-our-stick", "content-older"):
        register.refused(code, stick=7)
    assert register.refusals() == {"content-older": 2, "not-our-stick": 1}


@pytest.mark.parametrize("fact", ["I owe rent", "Jürgen", "a\nb", "x" * 200, ""])
def test_what_a_person_could_have_written_is_not_noted(tmp_path: Path, fact: str) -> None:
    register = a_register(tmp_path)
    register.refused("file-name-odd", name=fact)
    assert register.last(1)[0].facts["name"] == "-"


@pytest.mark.parametrize("fact", ["national/service-en-0.jsonl", "MVX-02", "content-older"])
def test_codes_and_file_names_are_noted(tmp_path: Path, fact: str) -> None:
    register = a_register(tmp_path)
    register.refused("pack-broken", name=fact)
    assert register.last(1)[0].facts["name"] == fact


def test_a_line_of_something_that_failed_does_not_stand(tmp_path: Path) -> None:
    register = a_register(tmp_path)
    with pytest.raises(ZeroDivisionError):
        note_and_fail(register)
    assert register.last(5) == ()


def note_and_fail(register: Register) -> None:
    with register._database.write() as session:
        register.note(session, "content", version=1)
        _ = 1 / 0

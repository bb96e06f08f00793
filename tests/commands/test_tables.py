"""Tables on the command line: what is told, what is written, how it ends."""

from pathlib import Path

import pytest

from tests.builders.sources import sources
from tests.builders.tables import job, table
from tests.commands.test_authoring_commands import said, signpost


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def words(content: Path, *rows: dict[str, str], coding: str = "utf-8") -> list[str | Path]:
    file = table(content.parent / "jobs.csv", *rows, coding=coding)
    return [
        *("interchange", "import", file, "--as", "jobs", "--topic", "work-outside"),
        *("--source", "fictional", "--by", "Employment lead", "--layer", "sites/mvx"),
        *("--sources", content),
    ]


def test_a_table_comes_in(content: Path) -> None:
    result = signpost(*words(content, job()), "--json")

    assert (result.exit_code, said(result)["written"]) == (0, 1)
    assert signpost("content", "check", content).exit_code == 0


def test_each_bad_row_is_a_line_and_a_finding(content: Path) -> None:
    result = signpost(*words(content, job(area="atlantis"), job(title="")))

    assert result.exit_code == 1
    assert "Row 2, area: “atlantis” is not known." in result.output
    assert "Row 3, title: It is empty." in result.output
    assert not (content / "sites/mvx/vacancy").exists()


def test_a_windows_file_is_refused_in_plain_words(content: Path) -> None:
    result = signpost(*words(content, job(title="Café hand"), coding="cp1252"))

    assert result.exit_code == 3
    assert "saved in a Windows encoding" in result.output
    assert not (content / "sites/mvx/vacancy").exists()


def test_the_held_rows_are_named(content: Path) -> None:
    signpost(*words(content, job()))

    result = signpost(*words(content, job(pay_from="13.50")))

    assert result.exit_code == 1
    assert "jobs.held.csv" in result.output
    assert (content.parent / "jobs.held.csv").is_file()


def test_a_dry_run_writes_nothing(content: Path) -> None:
    result = signpost(*words(content, job()), "--dry-run")

    assert result.exit_code == 0
    assert "nothing was written" in result.output
    assert not (content / "sites/mvx/vacancy").exists()


def test_an_area_that_is_in_no_list_is_wrong_use(content: Path) -> None:
    assert signpost(*words(content, job()), "--areas", "atlantis").exit_code == 2


def test_only_the_rows_that_are_wanted_come_in(content: Path) -> None:
    rows = words(content, job(), job(title="Cook", closing_day="2027-03-01"))

    result = signpost(*rows, "--closing-after", "2027-02-01", "--areas", "marlow-vale", "--json")

    assert (said(result)["written"], said(result)["outside"]) == (1, 1)

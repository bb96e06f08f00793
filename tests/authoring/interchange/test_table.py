"""A table is read whatever saved it, or it is said in plain words why not."""

from pathlib import Path

import pytest

from admin_tools.authoring.interchange.rows import NotReadable, Row
from admin_tools.authoring.interchange.table import Table
from tests.builders.tables import job, lines, table


def rows(path: Path) -> list[Row]:
    return list(Table(path).rows())


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("comma", [",", ";"])
def test_a_table_is_read_with_either_comma_with_a_mark_or_without(
    tmp_path: Path, coding: str, comma: str
) -> None:
    path = table(tmp_path / "jobs.csv", job(title="Café hand, days"), comma=comma, coding=coding)

    (row,) = rows(path)

    assert row.cells["title"] == "Café hand, days"


def test_rows_are_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    path = table(tmp_path / "jobs.csv", job(summary="One.\nTwo."), job(title="Second"))

    assert [row.number for row in rows(path)] == [2, 3]


def test_an_empty_row_is_passed_over_and_counted(tmp_path: Path) -> None:
    path = lines(tmp_path / "jobs.csv", ("title", "area"), ("", ""), ("Packer", "northgate"))

    assert [row.number for row in rows(path)] == [3]


def test_names_of_columns_are_found_however_they_are_written(tmp_path: Path) -> None:
    path = lines(tmp_path / "jobs.csv", ("Title", "Closing Day"), ("Packer", "2027-01-01"))

    assert rows(path)[0].cells["closing_day"] == "2027-01-01"


@pytest.mark.parametrize("coding", ["cp1252", "utf-16"])
def test_another_encoding_is_named_in_plain_words(tmp_path: Path, coding: str) -> None:
    path = table(tmp_path / "jobs.csv", job(), job(title="Café hand"), coding=coding)

    with pytest.raises(NotReadable, match="CSV UTF-8"):
        rows(path)


def test_the_line_of_a_windows_letter_is_named(tmp_path: Path) -> None:
    path = table(tmp_path / "jobs.csv", job(), job(title="Café hand"), coding="cp1252")

    with pytest.raises(NotReadable, match="Line 3 is not UTF-8"):
        rows(path)


def test_a_row_with_a_comma_too_many_is_odd(tmp_path: Path) -> None:
    path = lines(tmp_path / "jobs.csv", ("title", "area"), ("Packer", "northgate", "days"))

    assert rows(path)[0].odd == "It has 3 cells, the head has 2."


def test_a_letter_that_was_lost_before_is_not_taken_for_a_space(tmp_path: Path) -> None:
    path = lines(tmp_path / "jobs.csv", ("title",), ("Caf\ufffd hand",))

    assert rows(path)[0].odd.startswith("A letter of it was lost")


def test_a_quotation_mark_that_never_closes_is_named(tmp_path: Path) -> None:
    path = tmp_path / "jobs.csv"
    path.write_text('title,area\n"Packer,northgate\n')

    with pytest.raises(NotReadable, match="quotation mark"):
        rows(path)


def test_a_column_named_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotReadable, match="twice: title"):
        Table(lines(tmp_path / "jobs.csv", ("title", "title"), ("a", "b")))


@pytest.mark.parametrize("data", [b"", b"\n", b"PK\x03\x04\0\0\n", b"x" * 100_000])
def test_what_is_no_table_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "jobs.csv"
    path.write_bytes(data)

    with pytest.raises(NotReadable):
        rows(path)


def test_signs_that_nobody_can_see_become_spaces(tmp_path: Path) -> None:
    path = lines(tmp_path / "jobs.csv", ("title",), ("Pack\u202eer",))

    assert rows(path)[0].cells["title"] == "Pack er"

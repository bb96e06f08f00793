from pathlib import Path

import pytest

from admin_tools.desks.people_list import Listed, read_list
from tests.builders.office import a_list


def test_each_row_becomes_one_person(tmp_path: Path) -> None:
    path = a_list(tmp_path, "A1234BC,en,B,yes", "A9876XY,cy,C,no")

    people, findings = read_list(path)

    assert people == (
        Listed("A1234BC", "en", "B", active=True),
        Listed("A9876XY", "cy", "C", active=False),
    )
    assert findings == ()


def test_the_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    path = a_list(tmp_path, "yes,B,A1234BC,en", header="active,wing,number,language")

    assert read_list(path)[0] == (Listed("A1234BC", "en", "B", active=True),)


def test_a_list_saved_by_a_spreadsheet_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(b"\xef\xbb\xbfnumber,language,wing,active\r\nA1234BC,en,B,yes\r\n")

    assert len(read_list(path)[0]) == 1


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("1234ABC,en,B,yes", "number"),
        ("A1234BC,english,B,yes", "language"),
        ("A1234BC,en,wing b,yes", "wing"),
        ("A1234BC,en,B,maybe", "active"),
        ("=1+2,en,B,yes", "number"),
        ("A1234BC,en,@SUM(A1),yes", "wing"),
        ("A1234BC,en,B", ""),
        ("A1234BC,en,B,yes,", ""),
    ],
)
def test_a_wrong_row_is_named_by_row_and_column(tmp_path: Path, row: str, column: str) -> None:
    _, findings = read_list(a_list(tmp_path, "A1111AA,en,B,yes", row))

    assert [(f.row, f.column) for f in findings] == [(3, column)]


def test_one_wrong_row_lets_nobody_in(tmp_path: Path) -> None:
    people, _ = read_list(a_list(tmp_path, "A1234BC,en,B,yes", "wrong,en,B,yes"))

    assert people == ()


def test_a_number_that_stands_twice_is_a_finding(tmp_path: Path) -> None:
    _, findings = read_list(a_list(tmp_path, "A1234BC,en,B,yes", "A1234BC,cy,C,yes"))

    assert [(f.row, f.column) for f in findings] == [(3, "number")]


def test_a_finding_never_repeats_what_stood_there(tmp_path: Path) -> None:
    _, findings = read_list(a_list(tmp_path, "=cmd|secret,Kowalski,zz zz,maybe"))

    assert len(findings) == 4
    assert not any(word in f.sentence for f in findings for word in ("secret", "Kowalski"))


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe\x00", b'number,language,wing,active\n"A1234BC,en,B,yes\n', b"a,b\n1,2\n"],
)
def test_a_file_that_is_no_list_is_a_finding(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(data)

    people, findings = read_list(path)

    assert people == ()
    assert len(findings) == 1

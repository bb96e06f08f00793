"""Reads the list of people that the prison's own system gives out as CSV."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

COLUMNS = ("number", "language", "wing", "active")
LIST_BYTES = 4 * 1024 * 1024
"""Bytes in a list: ten times the largest prison."""

_SHAPES = {
    "number": (re.compile(r"[A-Z][0-9]{4}[A-Z]{2}"), "a letter, four digits and two letters"),
    "language": (re.compile(r"[a-z]{2,3}"), "a language code like en or cy"),
    "wing": (re.compile(r"[A-Z0-9]{1,4}"), "a wing like B or B2"),
    "active": (re.compile(r"yes|no"), "yes or no"),
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Listed:
    """One person as the list has them."""

    number: str
    language: str
    wing: str
    active: bool


@dataclass(frozen=True, slots=True)
class RowFinding:
    """What is wrong in one row. It names row and column, never what stood there."""

    row: int
    column: str
    sentence: str


def read_list(path: Path) -> tuple[tuple[Listed, ...], tuple[RowFinding, ...]]:
    """Read every row; the people count only when there is not one finding."""
    try:
        data = path.read_bytes()[: LIST_BYTES + 1]
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return (), (RowFinding(0, "", "The list cannot be read. Save it as CSV in UTF-8."),)
    if len(data) > LIST_BYTES:
        return (), (RowFinding(0, "", "The list is larger than 4 MB. Is this the right file?"),)
    try:
        rows = list(csv.reader(text.splitlines(), strict=True))
    except csv.Error:
        return (), (RowFinding(0, "", "A quotation mark is not closed. Export the list again."),)
    return _checked(rows)


def _checked(rows: list[list[str]]) -> tuple[tuple[Listed, ...], tuple[RowFinding, ...]]:
    names = [name.strip().lower() for name in rows[0]] if rows else []
    if sorted(names) != sorted(COLUMNS):
        said = "The first row must name the columns number, language, wing and active."
        return (), (RowFinding(1, "", said),)
    found: list[RowFinding] = []
    people: dict[str, Listed] = {}
    for place, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        values = dict(zip(names, cells, strict=False))
        wrong = list(_findings(place, values, len(cells)))
        if not wrong and values["number"] in people:
            wrong = [RowFinding(place, "number", "This number stands in the list twice.")]
        found += wrong
        if not wrong:
            people[values["number"]] = _listed(values)
    return (() if found else tuple(people.values())), tuple(found)


def _findings(place: int, values: dict[str, str], cells: int) -> Iterator[RowFinding]:
    if cells != len(COLUMNS):
        yield RowFinding(place, "", f"This row has {cells} columns, not {len(COLUMNS)}.")
        return
    for column in COLUMNS:
        shape, words = _SHAPES[column]
        if values[column].startswith(_FORMULA):
            said = "This begins with a sign that a spreadsheet would run as a formula."
            yield RowFinding(place, column, said)
        elif not shape.fullmatch(values[column]):
            yield RowFinding(place, column, f"This is not {words}.")


def _listed(values: dict[str, str]) -> Listed:
    return Listed(
        values["number"], values["language"], values["wing"], active=values["active"] == "yes"
    )

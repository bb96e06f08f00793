"""Reads a table that somebody saved as CSV, one row at a time."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from admin_tools.authoring.interchange.reading import NotReadable
from admin_tools.authoring.texts import is_hidden

LOST = "\ufffd"
LONGEST = 64 * 1024
"""Bytes of one line: more is a mistake in somebody's file."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row as a spreadsheet numbers it: the head is row 1.

    `cells` by the name of their column; `odd` says what is wrong with the row as a whole.
    """

    number: int
    cells: Mapping[str, str]
    odd: str = ""


class Table:
    """One file: its head is read at once, its rows as they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            first = next(_lines(file), "")
        self._comma = ";" if first.count(";") > first.count(",") else ","
        with path.open("rb") as file:
            head = next(_records(file, self._comma), [])
        self.columns = [_name(cell) for cell in head]
        if not any(self.columns):
            raise NotReadable("It has no head: row 1 holds the names of the columns.")
        twice = sorted({one for one in self.columns if one and self.columns.count(one) > 1})
        if twice:
            raise NotReadable(f"Row 1 names a column twice: {', '.join(twice)}.")

    def rows(self) -> Iterator[Row]:
        """Give every row that holds something; only one is in memory at a time."""
        with self._path.open("rb") as file:
            records = _records(file, self._comma)
            next(records)
            for number, record in enumerate(records, 2):
                if any(cell.strip() for cell in record):
                    yield self._row(number, record)

    def _row(self, number: int, record: list[str]) -> Row:
        cells = {name: _tidy(cell) for name, cell in zip(self.columns, record, strict=False)}
        count, wanted = len(record), len(self.columns)
        odd = f"It has {count} cells, the head has {wanted}." if count != wanted else ""
        if any(LOST in cell for cell in record):
            odd = f"A letter of it was lost when it was saved: {LOST} stands in its place."
        return Row(number, cells, odd)


def _records(file: BinaryIO, comma: str) -> Iterator[list[str]]:
    reader = csv.reader(_lines(file), delimiter=comma, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise NotReadable(
            f"Line {reader.line_num}: a quotation mark is opened and not closed, or stands"
            " inside a cell. Save the table again as CSV."
        ) from error


def _lines(file: BinaryIO) -> Iterator[str]:
    """Give each line as text; what is not UTF-8 is named with its line."""
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            raise NotReadable(f"Line {number} is very long. Is this a table saved as CSV?")
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError as error:
            raise NotReadable(
                f"Line {number} is not UTF-8: the file was saved in a Windows encoding."
                " Save it again as “CSV UTF-8”."
            ) from error
        if "\0" in text:
            raise NotReadable(f"Line {number} holds signs of no text. Save it as “CSV UTF-8”.")
        yield text


def _name(cell: str) -> str:
    return re.sub(r"[\s-]+", "_", cell.strip().lower())


def _tidy(cell: str) -> str:
    """Signs that nobody can see become spaces; most cells hold none."""
    if cell.isprintable():
        return cell.strip()
    return "".join(" " if is_hidden(sign) and sign != "\n" else sign for sign in cell).strip()

"""Reads a table that somebody saved as CSV, one row at a time."""

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from admin_tools.authoring.interchange.rows import NotReadable, Row, tidy

LOST = "\ufffd"
MEND = "Mend this row in the table, then save it as “CSV UTF-8”."
LONGEST = 64 * 1024
"""Bytes of one line: more is a mistake in somebody's file."""


class Grid:
    """A table whose first row names its columns, whatever program saved it."""

    each = "Row"
    columns: Sequence[str] = ()
    left_out: Sequence[str] = ()
    remarks: Sequence[str] = ()

    def name_columns(self, head: Sequence[str]) -> None:
        """Take the names of the columns from row 1, or raise NotReadable."""
        self.columns = [column_name(cell) for cell in head]
        if not any(self.columns):
            raise NotReadable("It has no head: row 1 holds the names of the columns.")
        twice = sorted({one for one in self.columns if one and self.columns.count(one) > 1})
        if twice:
            raise NotReadable(f"Row 1 names a column twice: {', '.join(twice)}.")

    def fitted(self, cells: Sequence[str]) -> list[str]:
        """Fill a short row up, and take what is empty off the end of a long one."""
        last = max((n for n, cell in enumerate(cells, 1) if cell), default=0)
        filled = [*cells[:last]]
        return filled + [""] * (len(self.columns) - last)

    def row(self, number: int, record: Sequence[str], odd: str = "", mend: str = MEND) -> Row:
        """Put cells under their columns; a row that does not fit is odd."""
        cells = {name: tidy(cell) for name, cell in zip(self.columns, record, strict=False)}
        count, wanted = len(record), len(self.columns)
        if count != wanted:
            odd = odd or f"It has {count} cells, the head has {wanted}."
        if any(LOST in cell for cell in record):
            odd = f"A letter of it was lost when it was saved: {LOST} stands in its place."
        return Row(number, cells, odd, mend)


class Table(Grid):
    """One CSV file: its head is read at once, its rows as they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            self.name_columns(next(records(file), []))

    def rows(self) -> Iterator[Row]:
        """Give every row that holds something; only one is in memory at a time."""
        with self._path.open("rb") as file:
            read = records(file)
            next(read)
            for number, record in enumerate(read, 2):
                if any(cell.strip() for cell in record):
                    yield self.row(number, record)


def records(file: BinaryIO) -> Iterator[list[str]]:
    """Give each row of a CSV file as its cells, the head first; or raise NotReadable."""
    lines = _lines(file)
    first = next(lines, "")
    comma = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(chain((first,), lines), delimiter=comma, strict=True)
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


def column_name(cell: str) -> str:
    """Write the name of a column as we do: Closing Day is closing_day."""
    return re.sub(r"[\s-]+", "_", cell.strip().lower())

"""Spreadsheets of Excel (.xlsx) as rows: the first sheet, with what its cells show."""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from xml.etree.ElementTree import Element

from admin_tools.authoring.interchange.archive import Archive
from admin_tools.authoring.interchange.markup import (
    below,
    count,
    damaged,
    each,
    local,
    value,
    whole,
)
from admin_tools.authoring.interchange.rows import NotReadable, Row
from admin_tools.authoring.interchange.table import Grid

WIDEST = 200
"""Columns of a sheet: more is a mistake in somebody's file."""
JOINED = "Cells of it are joined with others."
_SINCE = {
    False: datetime(1899, 12, 30),  # noqa: DTZ001 - the clock on a wall
    True: datetime(1904, 1, 1),  # noqa: DTZ001
}
"""The day that a sheet counts from; the second where it says so."""
_LAST = 2_958_466
"""The day after the last one that a sheet can show."""
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_BUILT_IN_DAYS = frozenset({*range(14, 23), *range(45, 48)})
_DAY_MARKS = re.compile(r"[dyhsDYHS]|m{3}")
_MEND = "Mend it in the spreadsheet, and save it again."


class Sheet(Grid):
    """One sheet. A formula counts with the result that was saved with it."""

    def __init__(self, path: Path) -> None:
        archive = Archive(path)
        self.remarks: list[str] = []
        self._data = archive.read(self._first(archive))
        self._words = _shared(archive)
        self._days = _styles_of_days(archive)
        self._joined = set(_joined(self._data))
        self._head, head, _ = next(self._lines(), (1, [], ""))
        self.name_columns(self.fitted(head))

    def rows(self) -> Iterator[Row]:
        """Give every row that holds something, short ones filled up."""
        for number, cells, odd in self._lines():
            if number > self._head and any(cells):
                joined = JOINED if number in self._joined else ""
                yield self.row(number, self.fitted(cells), odd or joined, _MEND)

    def _first(self, archive: Archive) -> str:
        """Find the part of the first sheet that is shown."""
        book = whole(archive.read("xl/workbook.xml"))
        settings = [value(one, "date1904") for one in below(book, "workbookPr")]
        self._since = _SINCE[bool(set(settings) & {"1", "true"})]
        sheets = [one for group in below(book, "sheets") for one in below(group, "sheet")]
        shown = [one for one in sheets if value(one, "state") in ("", "visible")]
        if not shown:
            raise NotReadable("There is no sheet in it.")
        if len(shown) > 1:
            name = value(shown[0], "name")
            self.remarks.append(f"Only the first sheet was read, “{name}”: {len(shown)} are there.")
        if hidden := len(sheets) - len(shown):
            self.remarks.append(f"Hidden sheets were passed over ({hidden}).")
        links = whole(archive.read("xl/_rels/workbook.xml.rels"))
        wanted = next((said for key, said in shown[0].items() if key.endswith("}id")), "")
        target = next((value(one, "Target") for one in links if value(one, "Id") == wanted), "")
        return target.lstrip("/") if target.startswith("/") else f"xl/{target}"

    def _lines(self) -> Iterator[tuple[int, list[str], str]]:
        """Give each row: its number, its cells, and what is wrong with one of them."""
        number = 0
        for row in each(self._data, "row"):
            number = count(row, "r", number + 1)
            cells: list[str] = []
            odd = ""
            for cell in below(row, "c"):
                place = _PLACE.fullmatch(value(cell, "r"))
                at = _column(place[1]) if place else len(cells)
                if at >= WIDEST:
                    raise NotReadable(f"It has more than {WIDEST} columns.")
                cells += [""] * (at + 1 - len(cells))
                cells[at], wrong = self._shown(cell)
                odd = odd or wrong
            yield number, cells, odd

    def _shown(self, cell: Element) -> tuple[str, str]:
        """Read what a cell shows, or say why it cannot be known."""
        kind = value(cell, "t")
        said = "".join(one.text or "" for one in below(cell, "v"))
        where = value(cell, "r")
        if kind == "e":
            return "", f"{where} shows {said}: a formula that went wrong."
        if not said and next(below(cell, "f"), None) is not None:
            return "", f"{where} is a formula whose result was not saved."
        if kind == "inlineStr":
            said = "".join(map(_text, below(cell, "is")))
        elif kind == "s":
            said = self._word(said)
        elif kind == "b":
            said = "yes" if said == "1" else "no"
        elif said and kind in ("", "n"):
            said = self._number(said, value(cell, "s"))
        return said, ""

    def _word(self, said: str) -> str:
        """Look a text up in the list that all sheets share."""
        if not said.isdecimal() or int(said) >= len(self._words):
            raise damaged()
        return self._words[int(said)]

    def _number(self, said: str, style: str) -> str:
        """Write a number plainly; one that is shown as a day becomes that day."""
        try:
            number = float(said)
        except ValueError:
            return said
        if style in self._days and 0 < number < _LAST:
            at = self._since + timedelta(days=number)
            return f"{at:%Y-%m-%d}" if number == int(number) else f"{at:%Y-%m-%d %H:%M}"
        return f"{round(number, 6):f}".rstrip("0").rstrip(".")


def _shared(archive: Archive) -> Sequence[str]:
    """Read the texts that cells name by number."""
    if "xl/sharedStrings.xml" not in archive.names:
        return ()
    return [_text(one) for one in each(archive.read("xl/sharedStrings.xml"), "si")]


def _text(node: Element) -> str:
    """Read the words of a cell, without how they are said (rPh)."""
    return "".join(
        (one.text or "") if local(one) == "t" else _text(one) for one in node if local(one) != "rPh"
    )


def _styles_of_days(archive: Archive) -> frozenset[str]:
    """Find the styles under which a number is shown as a day."""
    if "xl/styles.xml" not in archive.names:
        return frozenset()
    styles = whole(archive.read("xl/styles.xml"))
    own = {
        count(one, "numFmtId", 0): re.sub(r'"[^"]*"|\[[^\]]*\]|\\.', "", value(one, "formatCode"))
        for group in below(styles, "numFmts")
        for one in group
    }
    days = _BUILT_IN_DAYS | {number for number, form in own.items() if _DAY_MARKS.search(form)}
    formats = (one for group in below(styles, "cellXfs") for one in group)
    return frozenset(str(n) for n, one in enumerate(formats) if count(one, "numFmtId", 0) in days)


def _joined(data: bytes) -> Iterator[int]:
    """Give the numbers of rows that hold joined cells."""
    for one in each(data, "mergeCell"):
        ends = [int(found[2]) for found in _PLACE.finditer(value(one, "ref"))]
        if ends:
            yield from range(min(ends), min(max(ends), min(ends) + 10_000) + 1)


def _column(letters: str) -> int:
    """Count a column from 0: A is 0, AA is 26."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1

"""Spreadsheets of OpenDocument (.ods) as rows: the first sheet, with what its cells hold."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from admin_tools.authoring.interchange.archive import Archive
from admin_tools.authoring.interchange.markup import below, count, local, value, whole
from admin_tools.authoring.interchange.rows import NotReadable, Row
from admin_tools.authoring.interchange.sheets import JOINED, WIDEST
from admin_tools.authoring.interchange.table import Grid

_PART, _LIST = "content.xml", "META-INF/manifest.xml"
_HEADERS = frozenset({"table-rows", "table-header-rows", "table-row-group"})
_MEND = "Mend it in the spreadsheet, and save it again."


class OpenSheet(Grid):
    """One sheet, whole in memory. A formula counts with the result that was saved with it."""

    def __init__(self, path: Path) -> None:
        archive = Archive(path)
        if _LIST in archive.names and b"encryption-data" in archive.read(_LIST):
            raise NotReadable(
                "It is locked with a password. Take the password away and save it again."
            )
        tables = [one for one in whole(archive.read(_PART)).iter() if local(one) == "table"]
        if not tables:
            raise NotReadable("There is no sheet in it.")
        self.remarks: list[str] = []
        if len(tables) > 1:
            name = value(tables[0], "name")
            self.remarks.append(
                f"Only the first sheet was read, “{name}”: {len(tables)} are there."
            )
        self._table = tables[0]
        self._head, head, _ = next(self._lines(), (1, [], ""))
        self.name_columns(head)

    def rows(self) -> Iterator[Row]:
        """Give every row that holds something, short ones filled up."""
        for number, cells, odd in self._lines():
            if number > self._head:
                yield self.row(number, self.fitted(cells), odd, _MEND)

    def _lines(self) -> Iterator[tuple[int, list[str], str]]:
        """Give each row that holds something: its number, its cells, what is wrong with it."""
        number = 1
        for row in _rows(self._table):
            cells, odd = _cells(row)
            if any(cells):
                yield number, cells, odd
            number += count(row, "number-rows-repeated", 1)


def _rows(node: Element) -> Iterator[Element]:
    for child in node:
        if local(child) == "table-row":
            yield child
        elif local(child) in _HEADERS:
            yield from _rows(child)


def _cells(row: Element) -> tuple[list[str], str]:
    cells: list[str] = []
    odd = ""
    for cell in row:
        spans = {value(cell, f"number-{which}-spanned") for which in ("rows", "columns")}
        if local(cell) == "covered-table-cell" or spans - {"", "1"}:
            odd = JOINED
        shown = _shown(cell)
        if shown.startswith(("#", "Err:")):
            odd = f"A cell shows {shown}: a formula that went wrong."
        times = count(cell, "number-columns-repeated", 1)
        if shown and len(cells) + times > WIDEST:
            raise NotReadable(f"It has more than {WIDEST} columns.")
        cells += [shown] * min(times, WIDEST)
    while cells and not cells[-1]:
        cells.pop()
    return cells, odd


def _shown(cell: Element) -> str:
    match value(cell, "value-type"):
        case "date":
            return value(cell, "date-value").removesuffix("T00:00:00").replace("T", " ")
        case "boolean":
            return "yes" if value(cell, "boolean-value") == "true" else "no"
        case "float" | "currency" | "percentage":
            return value(cell, "value")
    return "\n".join(_text(one) for one in below(cell, "p"))


def _text(node: Element) -> str:
    """Read the words of a paragraph, without notes that somebody stuck to it."""
    words = node.text or ""
    for child in node:
        if local(child) == "s":
            words += " "
        elif local(child) not in ("annotation", "tracked-changes"):
            words += " " if local(child) == "tab" else _text(child)
        words += child.tail or ""
    return words

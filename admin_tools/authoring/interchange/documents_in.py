"""Word documents as rows: of a table in it, or a page for each heading."""

from collections.abc import Iterator, Sequence, Set
from itertools import zip_longest
from pathlib import Path

from admin_tools.authoring.interchange import guides
from admin_tools.authoring.interchange.documents import JOINED, Cells, Document, Line
from admin_tools.authoring.interchange.draft import HEADING
from admin_tools.authoring.interchange.rows import NotReadable, Row
from admin_tools.authoring.interchange.table import Grid, column_name

_SAVE = "Mend it in the document."


class DocumentTable(Grid):
    """The table of a document; a form of two columns, names on the left, is one row."""

    def __init__(self, path: Path, names: Set[str]) -> None:
        document = Document(path)
        tables = [_upright(part, names) for part in document.parts if not isinstance(part, Line)]
        tables = [table for table in tables if table]
        if not tables:
            raise NotReadable(
                "There is no table in it. For its headings and text, say --as guides."
            )
        best = max(tables, key=lambda table: _known(table[0].cells, names))
        self.name_columns(best[0].cells)
        same = [table for table in tables if table[0].cells == best[0].cells]
        self._rows = [row for table in same for row in table[1:]]
        self.remarks = document.remarks
        if others := len(tables) - len(same):
            self.remarks.append(f"Other tables in it were passed over ({others}).")

    def rows(self) -> Iterator[Row]:
        """Give every row that holds something."""
        for number, row in enumerate(self._rows, 2):
            if any(row.cells):
                yield self.row(number, row.cells, JOINED if row.joined else "", _SAVE)


class DocumentPages:
    """The pages of a document: each title, or heading of the first level, begins one."""

    each = "Page"
    columns: Sequence[str] = sorted(guides.NAMES)
    left_out: Sequence[str] = ()

    def __init__(self, path: Path) -> None:
        document = Document(path)
        lines = [part for part in document.parts if isinstance(part, Line) and part.text]
        if not lines:
            raise NotReadable("There is no text in it.")
        self._lines = lines
        self.remarks = document.remarks
        if tables := len(document.parts) - sum(isinstance(p, Line) for p in document.parts):
            self.remarks.append(f"Tables in it were left out ({tables}). Write them as sentences.")

    def rows(self) -> Iterator[Row]:
        """Give each page as a row."""
        for number, page in enumerate(_pages(self._lines), 1):
            said = [line for line in page[1:] if not line.level]
            summary = said[0] if said else None
            rest = [_marked(line) for line in page[1:] if line is not summary]
            cells = {"title": page[0].text, "description": "\n".join(rest)}
            yield Row(number, cells | {"summary": summary.text if summary else ""}, mend=_SAVE)


def _pages(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part lines at the headings of the highest level; without one, the first line is the title."""
    top = min((line.level for line in lines if line.level), default=0)
    page: list[Line] = []
    for line in lines:
        if page and top and line.level == top:
            yield page
            page = []
        page.append(line)
    yield page


def _marked(line: Line) -> str:
    text = " ".join(line.text.split())
    return HEADING + text if line.level else text


def _upright(table: tuple[Cells, ...], names: Set[str]) -> tuple[Cells, ...]:
    """Turn a form, with the names of its columns on the left, into a table of one row."""
    left = [row.cells[0] for row in table if row.cells]
    if not table or _known(left, names) <= _known(table[0].cells, names):
        return table
    joined = any(row.joined for row in table)
    return tuple(
        Cells(cells, joined) for cells in zip_longest(*(r.cells for r in table), fillvalue="")
    )


def _known(cells: Sequence[str], names: Set[str]) -> int:
    return sum(column_name(cell) in names for cell in cells)

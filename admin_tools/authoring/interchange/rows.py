"""What every file of others becomes: rows of cells under the names of columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from admin_tools.authoring.texts import is_hidden


class NotReadable(Exception):
    """The file from elsewhere is not what it should be."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, counted as whoever sent the file sees it.

    `cells` by the name of their column. `odd` says what is wrong with the row as a whole, `mend`
    what to do. `over`: its sender says that it is not there any more.
    """

    number: int
    cells: Mapping[str, str]
    odd: str = ""
    mend: str = "Mend this row in the table."
    over: bool = False


class Listing(Protocol):
    """One file of others: its columns are known at once, its rows as they are asked for.

    `each` is what one row is called. `left_out` and `remarks` are whole after the last row:
    what has no place here, and what was passed over.
    """

    each: str
    columns: Sequence[str]

    @property
    def left_out(self) -> Sequence[str]:
        """Name what has no place here."""

    @property
    def remarks(self) -> Sequence[str]:
        """Say what was passed over."""

    def rows(self) -> Iterator[Row]:
        """Give every row that holds something."""


@dataclass(slots=True)
class Filled:
    """A listing whose empty cells hold what the author says of all of them."""

    listing: Listing
    said: Mapping[str, str]
    each: str = field(init=False)
    columns: Sequence[str] = field(init=False)

    def __post_init__(self) -> None:
        """Take over the names, with those that the author adds."""
        self.each = self.listing.each
        self.columns = tuple(dict.fromkeys((*self.listing.columns, *self.said)))

    @property
    def left_out(self) -> Sequence[str]:
        """What has no place here."""
        return self.listing.left_out

    @property
    def remarks(self) -> Sequence[str]:
        """What was passed over."""
        return self.listing.remarks

    def rows(self) -> Iterator[Row]:
        """Give every row, filled."""
        for row in self.listing.rows():
            there = {name: cell for name, cell in row.cells.items() if cell}
            yield Row(row.number, {**self.said, **there}, row.odd, row.mend, row.over)


def tidy(cell: str) -> str:
    """Make signs that nobody can see spaces; most cells hold none."""
    if cell.isprintable():
        return cell.strip()
    return "".join(" " if is_hidden(sign) and sign != "\n" else sign for sign in cell).strip()

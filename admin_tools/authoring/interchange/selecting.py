"""Which rows travel: most of a national list is of no use in one prison."""

from dataclasses import dataclass
from datetime import date

from admin_tools.authoring.interchange.cells import Cells, Codes
from admin_tools.authoring.interchange.table import Row


@dataclass(frozen=True, slots=True)
class Selection:
    """Areas, occupations and closing days that are wanted; nothing: all of them.

    A row is left out only for what it says clearly: one that cannot be read is judged.
    """

    areas: frozenset[str] = frozenset()
    occupations: frozenset[str] = frozenset()
    after: date | None = None
    before: date | None = None

    def takes(self, row: Row, codes: Codes) -> bool:
        """Tell whether a row is wanted."""
        cells = Cells(row, codes)
        return (
            _among(cells, ("area", "areas"), "areas", self.areas)
            and _among(cells, ("occupation", "occupations"), "occupations", self.occupations)
            and self._closes(cells)
        )

    def _closes(self, cells: Cells) -> bool:
        """One that says no closing day is judged by its other fields."""
        if not (self.after or self.before):
            return True
        closing = cells.day("closing_day")
        if closing is None:
            return True
        return (not self.after or closing >= self.after) and (
            not self.before or closing <= self.before
        )


def _among(cells: Cells, columns: tuple[str, ...], listed: str, wanted: frozenset[str]) -> bool:
    """Tell whether a cell names one that is wanted, or none that anybody knows."""
    if not wanted:
        return True
    found = [code for column in columns for code in cells.codes(column, listed)]
    return not found or not wanted.isdisjoint(found)

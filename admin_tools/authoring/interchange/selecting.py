"""Which rows travel: most of a national list is of no use in one prison."""

from dataclasses import dataclass
from datetime import date

from admin_tools.authoring.interchange.cells import Cells, Codes
from admin_tools.authoring.interchange.rows import Row
from admin_tools.authoring.interchange.vacancies import areas_of


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
        return self._is_near(cells) and self._is_of_work(cells) and self._closes(cells)

    def _is_near(self, cells: Cells) -> bool:
        """A place that is no area of ours is elsewhere; an area that nobody knows is judged."""
        if not self.areas:
            return True
        found = areas_of(cells) + cells.codes("areas", "areas")
        if not found:
            return any(map(cells.text, ("area", "areas"))) or not cells.text("location")
        return not self.areas.isdisjoint(found)

    def _is_of_work(self, cells: Cells) -> bool:
        found = [
            code
            for name in ("occupation", "occupations")
            for code in cells.codes(name, "occupations")
        ]
        return not (self.occupations and found) or not self.occupations.isdisjoint(found)

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

"""Guides out of rows: a page of a document is one."""

from datetime import date

from admin_tools.authoring.interchange.cells import Cells
from admin_tools.authoring.interchange.columns import PAGE, begin
from admin_tools.authoring.interchange.draft import Draft
from kiosk.exchange.entries import Kind

NAMES = frozenset({"title", "areas", *PAGE})
NEEDED = ("title", "summary")


def guide(cells: Cells, today: date) -> Draft:
    """Make one guide of a row."""
    draft = begin(cells, Kind.GUIDE, "title", (), today)
    if areas := cells.codes("areas", "areas"):
        draft.header["areas"] = areas
    return draft

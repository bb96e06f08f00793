"""Finds out how the file of others is to be read, by its ending and by what is wanted of it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from admin_tools.authoring.interchange import hsds_in, hsds_tables, postings_in
from admin_tools.authoring.interchange.calendars import Calendar
from admin_tools.authoring.interchange.documents_in import DocumentPages, DocumentTable
from admin_tools.authoring.interchange.kinds import KINDS
from admin_tools.authoring.interchange.objects import Objects
from admin_tools.authoring.interchange.open_sheets import OpenSheet
from admin_tools.authoring.interchange.references import joined
from admin_tools.authoring.interchange.rows import Listing, NotReadable
from admin_tools.authoring.interchange.sheets import Sheet
from admin_tools.authoring.interchange.table import Table

_OLD = {
    ".doc": "It is in the old Word format. Open it and save it as .docx.",
    ".xls": "It is in the old Excel format. Open it and save it as .xlsx.",
    ".docm": "It carries a program (macros). Save it as .docx.",
    ".xlsm": "It carries a program (macros). Save it as .xlsx.",
    ".odt": "Open it and save it as .docx.",
    ".pdf": "It is a PDF. Ask for the document that it was made of.",
}
_TABLES: Mapping[str, Callable[[Path], Listing]] = {
    ".csv": Table,
    ".xlsx": Sheet,
    ".ods": OpenSheet,
}


def listing(path: Path, kind: str) -> Listing:
    """Open a file as what it is said to be; raise NotReadable when it is not."""
    ending = path.suffix.lower()
    if ending in _OLD:
        raise NotReadable(_OLD[ending])
    if ending == ".docx":
        return DocumentPages(path) if kind == "guides" else DocumentTable(path, KINDS[kind].names)
    if ending in _TABLES:
        return _TABLES[ending](path)
    if kind == "jobs":
        form = postings_in.FORM
        return Objects(path, form, lambda: joined(path, form.lists))
    if kind == "services":
        return Objects(path, hsds_in.FORM, lambda: hsds_tables.services(path))
    return Calendar(path) if kind == "calendar" else Table(path)

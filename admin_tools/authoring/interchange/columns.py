"""What the columns of a table become, kind by kind."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from admin_tools.authoring.interchange.cells import Cells
from admin_tools.authoring.interchange.draft import Draft, english
from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.fields import Fields

LONGEST_ID = 60


class Shape(Enum):
    """How a cell is read."""

    WORDS = auto()
    PLAIN = auto()
    CHOICE = auto()
    HOURS = auto()
    CODE = auto()
    CODES = auto()
    IDS = auto()
    DAY = auto()
    COUNT = auto()
    YES = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the field that it fills, how it is read, which list its codes are of.

    `listed` of a choice: what may be written, with spaces between.
    """

    name: str
    field: str
    shape: Shape
    listed: str = ""


ASKED = (
    Column("convictions", "convictions", Shape.CODE, "convictions"),
    Column("convictions_note", "convictions_note", Shape.WORDS),
    Column("job_limits", "job_limits", Shape.CODES, "job-limits"),
)
"""What an employer asks, in every table of employers and of their jobs."""
APPLY = (
    Column("apply_with", "applies_with", Shape.CODE, "ways"),
    Column("how_to_apply", "how_to_apply", Shape.WORDS),
)
"""How somebody gets to an employer."""
PAGE = ("id", "summary", "description", "synonyms", "checked_on")
"""Columns that every kind has beside its title."""


_READ: Mapping[Shape, Callable[[Cells, str, str], object]] = {
    Shape.WORDS: lambda cells, name, _: english(cells.text(name)) if cells.text(name) else None,
    Shape.PLAIN: lambda cells, name, _: cells.text(name),
    Shape.CHOICE: lambda cells, name, listed: cells.choice(name, listed.split()),
    Shape.HOURS: lambda cells, name, _: cells.hours(name),
    Shape.CODE: lambda cells, name, listed: cells.code(name, listed),
    Shape.CODES: lambda cells, name, listed: cells.codes(name, listed),
    Shape.IDS: lambda cells, name, _: cells.several(name),
    Shape.DAY: lambda cells, name, _: cells.day(name),
    Shape.COUNT: lambda cells, name, _: cells.count(name),
    Shape.YES: lambda cells, name, _: cells.yes(name),
}


def begin(cells: Cells, kind: Kind, title: str, named: Iterable[str], today: date) -> Draft:
    """Begin a draft with its page: title, summary, text, other words, the day it was checked."""
    heading = cells.need(title, "Write what it is called.")
    summary = cells.need("summary", "Write one or two sentences about it.")
    said = [line.strip() for line in cells.text("description").split("\n") if line.strip()]
    name = cells.text("id") or slug(" ".join((heading, *named)))
    draft = Draft(kind, name, heading, summary, paragraphs=said)
    draft.synonyms = cells.several("synonyms")
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]{0,59}", name):
        cells.tell("id", "An id is small letters, digits and -.", "Write another, or none.")
    checked = cells.day("checked_on")
    if checked and checked > today:
        cells.tell("checked_on", "This day has not come yet.", "Write when it was checked.")
    if checked:
        draft.header["checked_on"] = checked
    return draft


def fill(cells: Cells, draft: Draft, columns: Iterable[Column]) -> None:
    """Fill the fields of a draft from their columns; an empty cell fills nothing."""
    for one in columns:
        draft.give(one.field, _READ[one.shape](cells, one.name, one.listed) or None)


def written(about: object, columns: Iterable[Column]) -> dict[str, str]:
    """Write the fields of an entry back into cells, without what is as always."""
    known = type(about).model_fields if isinstance(about, Fields) else {}
    found = {
        one.name: _cell(getattr(about, one.field))
        for one in columns
        if one.field in known and getattr(about, one.field) != known[one.field].default
    }
    return {name: cell for name, cell in found.items() if cell}


def _cell(value: object) -> str:
    match value:
        case True:
            return "yes"
        case None | False:
            return ""
        case tuple():
            return "|".join(map(str, value))
        case date():
            return value.isoformat()
    return str(value)


def slug(words: str) -> str:
    """Make an id of words: small letters, digits and -."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    parts = re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "").lower()).strip("-")
    return parts[:LONGEST_ID].strip("-") or "entry"

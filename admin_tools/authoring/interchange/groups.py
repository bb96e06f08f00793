"""Employers and small organisations out of a table, one a row."""

from datetime import date

from admin_tools.authoring.interchange.cells import Cells
from admin_tools.authoring.interchange.columns import APPLY, ASKED, PAGE, Column, Shape, begin, fill
from admin_tools.authoring.interchange.draft import Draft
from admin_tools.authoring.interchange.opening import phones
from kiosk.exchange.entries import Kind

EMPLOYER = (
    Column("sectors", "sectors", Shape.CODES, "sectors"),
    Column("occupations", "occupations", Shape.CODES, "occupations"),
    Column("national", "national", Shape.YES),
    Column("location", "location", Shape.WORDS),
    Column("open_to_records", "open_to_records", Shape.YES),
    *ASKED,
    Column("offers", "offers", Shape.WORDS),
    Column("interviews_inside", "interviews_inside", Shape.YES),
    *APPLY,
    Column("evidence", "evidence", Shape.WORDS),
    Column("evidence_on", "evidence_on", Shape.DAY),
    Column("consent_to_list", "consent_to_list", Shape.YES),
    Column("agreement_ends", "agreement_ends", Shape.DAY),
)
ORGANISATION = (
    Column("type", "organization_type", Shape.CODE, "organisation-types"),
    Column("reach", "reach", Shape.CHOICE, "national regional local"),
    Column("role", "role", Shape.WORDS),
    Column("remit", "remit", Shape.WORDS),
    Column("independent", "independent", Shape.YES),
    Column("address", "address", Shape.WORDS),
    Column("how_to_ask", "how_to_ask", Shape.WORDS),
    Column("complaints", "complaints", Shape.WORDS),
    Column("cost", "fees_description", Shape.WORDS),
    Column("quality", "quality", Shape.WORDS),
    Column("agreement", "agreement", Shape.WORDS),
    Column("contract_from", "contract_from", Shape.DAY),
    Column("contract_ends", "contract_ends", Shape.DAY),
    Column("vetted_until", "vetted_until", Shape.DAY),
)
_PAGE = {"name", "areas", *PAGE}
EMPLOYER_NAMES = frozenset(_PAGE | {one.name for one in EMPLOYER})
ORGANISATION_NAMES = frozenset(
    _PAGE | {one.name for one in ORGANISATION} | {"former_names", "phones", "phones_free"}
)
EMPLOYER_NEEDED = ("name", "summary", "occupations", "areas", "convictions")
ORGANISATION_NEEDED = ("name", "summary", "type")


def employer(cells: Cells, today: date) -> Draft:
    """Make one employer of a row."""
    draft = begin(cells, Kind.EMPLOYER, "name", (), today)
    fill(cells, draft, EMPLOYER)
    for name in ("occupations", "convictions"):
        cells.need(name, "An employer is looked for by it.")
    cells.need("areas", "Write codes of policy/areas.toml.")
    draft.header["areas"] = cells.codes("areas", "areas")
    _not_ended(cells, "agreement_ends", draft, today)
    return draft


def organisation(cells: Cells, today: date) -> Draft:
    """Make one organisation of a row."""
    draft = begin(cells, Kind.ORGANISATION, "name", (), today)
    fill(cells, draft, ORGANISATION)
    cells.need("type", "Write a code of policy/organisation-types.toml.")
    if areas := cells.codes("areas", "areas"):
        draft.header["areas"] = areas
    if former := cells.several("former_names"):
        draft.fields["former_names"] = [{"en": name} for name in former]
    free = cells.yes("phones_free")
    numbers = phones(cells, "phones", free=free)
    draft.give("phones", numbers)
    if not any(map(cells.text, ("how_to_ask", "address", "role"))):
        problem = "The only way is by telephone." if numbers else "Nothing says how to reach them."
        cells.tell("how_to_ask", problem, "Write how somebody inside asks: on paper, with whom.")
    _not_ended(cells, "contract_ends", draft, today)
    return draft


def _not_ended(cells: Cells, column: str, draft: Draft, today: date) -> None:
    ends = draft.fields.get(column)
    if isinstance(ends, date) and ends < today:
        cells.tell(column, f"It ended on {ends:%Y-%m-%d}.", "Ask them, or take the row away.")

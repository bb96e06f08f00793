"""Services out of rows, one a row, under the names of Open Referral HSDS 3.0."""

from datetime import date

from admin_tools.authoring.interchange.cells import Cells
from admin_tools.authoring.interchange.columns import PAGE, Column, Shape, begin, fill
from admin_tools.authoring.interchange.draft import Draft
from admin_tools.authoring.interchange.opening import phones, schedules
from kiosk.exchange.entries import Kind

COLUMNS = (
    Column("organization", "organization", Shape.WORDS),
    Column("run_by", "run_by", Shape.PLAIN),
    Column("status", "status", Shape.CHOICE, "active temporarily-closed"),
    Column("alert", "alert", Shape.WORDS),
    Column("settings", "settings", Shape.CODES, "settings"),
    Column("eligibility_description", "eligibility_description", Shape.WORDS),
    Column("not_for", "not_for", Shape.WORDS),
    Column("minimum_age", "minimum_age", Shape.COUNT),
    Column("maximum_age", "maximum_age", Shape.COUNT),
    Column("what_you_get", "what_you_get", Shape.WORDS),
    Column("what_happens", "what_happens", Shape.WORDS),
    Column("location", "location", Shape.WORDS),
    Column("schedule_note", "schedule_note", Shape.WORDS),
    Column("referral", "referral", Shape.CODES, "ways"),
    Column("application_process", "application_process", Shape.WORDS),
    Column("required_documents", "required_documents", Shape.WORDS),
    Column("fees_description", "fees_description", Shape.WORDS),
    Column("wait_time", "wait_time", Shape.WORDS),
    Column("address", "address", Shape.WORDS),
    Column("accessibility", "accessibility", Shape.WORDS),
    Column("interpretation_services", "interpretation_services", Shape.WORDS),
    Column("contract_ends", "contract_ends", Shape.DAY),
)
NAMES = frozenset({"name", "areas", "schedules", "phones", *PAGE} | {one.name for one in COLUMNS})
NEEDED = ("name", "summary")


def service(cells: Cells, today: date) -> Draft:
    """Make one service of a row; `cells.problems` says what stands in the way."""
    draft = begin(cells, Kind.SERVICE, "name", [cells.text("organization")], today)
    fill(cells, draft, COLUMNS)
    if areas := cells.codes("areas", "areas"):
        draft.header["areas"] = areas
    draft.give("schedules", schedules(cells, "schedules"))
    draft.give("phones", phones(cells, "phones"))
    return draft

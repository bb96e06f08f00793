"""Vacancies to schema.org JobPosting, with every field that a table of vacancies has."""

from admin_tools.authoring.interchange.columns import written
from admin_tools.authoring.interchange.postings_in import (
    CODED,
    CONTRACTS,
    DAYS,
    OURS,
    PREFIX,
    UNITS,
    WORDS,
)
from admin_tools.authoring.interchange.vacancies import COLUMNS
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.entries import Entry
from kiosk.exchange.kinds.fields import Pay
from kiosk.exchange.kinds.vacancy import Vacancy

CONTEXT = ("https://schema.org", {PREFIX.rstrip(":"): "urn:signpost:vacancy:"})
_NAMED = frozenset(
    {"employer", "location", "place", "hours", "hours_to", "times", "openings", "reference"}
    | {*CODED.values(), *WORDS.values(), *DAYS.values()}
)
"""Columns that schema.org has a name for."""


def to_posting(entry: Entry) -> dict[str, object]:
    """Write one vacancy as a JobPosting; a field that schema.org has no name for has ours."""
    cells = written(entry.about, COLUMNS)
    if entry.valid_to:
        cells["closing_day"] = entry.valid_to.isoformat()
    posting: dict[str, object] = {
        "@context": list(CONTEXT),
        "@type": "JobPosting",
        "title": entry.title,
        "description": _description(entry),
        "alternateName": list(entry.synonyms),
        "identifier": _identifiers(entry, cells),
        **_written(cells),
    }
    if isinstance(entry.about, Vacancy) and entry.about.base_salary:
        posting["baseSalary"] = _money(entry.about.base_salary)
    return {name: value for name, value in (posting | _own(entry, cells)).items() if value}


def _description(entry: Entry) -> str:
    more = [" ".join((b.lead, b.text)).strip() for b in entry.blocks if isinstance(b, Paragraph)]
    return "\n".join([entry.summary, *more])


def _identifiers(entry: Entry, cells: dict[str, str]) -> list[dict[str, str]]:
    ours = {"@type": "PropertyValue", "name": OURS, "value": entry.id}
    if "reference" not in cells:
        return [ours]
    return [ours, {"@type": "PropertyValue", "name": "reference", "value": cells["reference"]}]


def _written(cells: dict[str, str]) -> dict[str, object]:
    """Write what schema.org has a name for."""
    contracts = {ours: theirs for theirs, ours in CONTRACTS.items()}
    place = {"@type": "PostalAddress", "addressLocality": cells.get("location")}
    firm = {"@type": "Organization", "name": cells.get("employer")}
    return {
        "hiringOrganization": firm if "employer" in cells else None,
        "jobLocation": {"@type": "Place", "address": place} if "location" in cells else None,
        "jobLocationType": "TELECOMMUTE" if cells.get("place") == "remote" else None,
        "workHours": _hours(cells),
        "employmentType": contracts.get(cells.get("contract", "")),
        "totalJobOpenings": int(cells.get("openings", "0")),
        **{theirs: cells.get(ours) for theirs, ours in (*WORDS.items(), *DAYS.items())},
        **{
            theirs: _coded(ours, cells[ours]) if ours in cells else None
            for theirs, ours in CODED.items()
        },
    }


def _coded(listed: str, code: str) -> dict[str, str]:
    return {"@type": "CategoryCode", "inCodeSet": f"{OURS} {listed}", "codeValue": code}


def _hours(cells: dict[str, str]) -> str:
    least, most = cells.get("hours"), cells.get("hours_to")
    week = f"{least} to {most}" if most else least
    said = f"{week} hours a week" if week else ""
    return ". ".join(part for part in (said, cells.get("times", "")) if part)


def _own(entry: Entry, cells: dict[str, str]) -> dict[str, object]:
    """Write what schema.org has no name for, under the names of our columns."""
    job = entry.about
    own = {name: cell for name, cell in cells.items() if name not in _NAMED}
    if cells.get("contract") in CONTRACTS.values():
        del own["contract"]
    if cells.get("place") == "hybrid":
        own["place"] = "hybrid"
    own["area"] = "|".join(entry.areas)
    own["checked_on"] = entry.checked_on.isoformat()
    if isinstance(job, Vacancy):
        own["keeps_looking"] = "" if entry.valid_to else "yes"
        own["pay_per"] = "once" if job.base_salary and job.base_salary.unit == "once" else ""
    return {PREFIX + name: cell for name, cell in own.items()}


def _money(pay: Pay) -> dict[str, object]:
    amount: dict[str, object] = {"@type": "QuantitativeValue"}
    if pay.maximum is None:
        amount["value"] = pay.minimum / 100
    else:
        amount |= {"minValue": pay.minimum / 100, "maxValue": pay.maximum / 100}
    unit = {each: name for name, each in UNITS.items()}.get(pay.unit)
    if unit:
        amount["unitText"] = unit
    return {"@type": "MonetaryAmount", "currency": "GBP", "value": amount}

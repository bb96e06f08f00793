"""Vacancies out of a table, one a row."""

import re
from datetime import date

from admin_tools.authoring.facts import until
from admin_tools.authoring.interchange.cells import Cells
from admin_tools.authoring.interchange.columns import APPLY, ASKED, PAGE, Column, Shape, begin, fill
from admin_tools.authoring.interchange.draft import REVIEW, Draft
from kiosk.exchange.entries import Kind

COLUMNS = (
    Column("employer", "hiring_organization", Shape.WORDS),
    Column("employer_id", "employer", Shape.PLAIN),
    Column("occupation", "occupational_category", Shape.CODE, "occupations"),
    Column("sector", "sector", Shape.CODE, "sectors"),
    Column("location", "job_location", Shape.WORDS),
    Column("inside", "inside", Shape.YES),
    Column("place", "job_location_type", Shape.CHOICE, "on-site hybrid remote"),
    Column("travel", "travel", Shape.WORDS),
    Column("minimum_wage", "minimum_wage", Shape.YES),
    Column("hours", "weekly_hours", Shape.HOURS),
    Column("hours_to", "weekly_hours_to", Shape.HOURS),
    Column("times", "work_hours", Shape.WORDS),
    Column("work_patterns", "work_patterns", Shape.CODES, "work-patterns"),
    Column("contract", "employment_type", Shape.CODE, "contracts"),
    Column("openings", "total_job_openings", Shape.COUNT),
    Column("must_have", "qualifications", Shape.WORDS),
    Column("good_to_have", "skills", Shape.WORDS),
    Column("benefits", "job_benefits", Shape.WORDS),
    *ASKED,
    Column("only_prison_leavers", "only_for_prison_leavers", Shape.YES),
    Column("day_release", "day_release", Shape.CHOICE, "yes no unknown"),
    Column("start_day", "job_start_date", Shape.DAY),
    *APPLY,
    Column("documents", "required_documents", Shape.WORDS),
    Column("reference", "identifier", Shape.WORDS),
    Column("posted_by", "posted_by", Shape.CHOICE, "employer board charity"),
    Column("loaded_on", "date_loaded", Shape.DAY),
    Column("courses", "courses", Shape.IDS),
)
NAMES = frozenset(
    {"title", "area", "pay_from", "pay_to", "pay_per", "closing_day", "keeps_looking", *PAGE}
    | {one.name for one in COLUMNS}
)
NEEDED = ("title", "summary", "employer", "occupation", "area", "apply_with")
"""Columns without which a table holds no vacancies."""
_WEB = re.compile(r"https?:|www\.|\bonline\b|\bweb ?site\b|\bweb ?page\b|\bapp\b|e-?mail|@", re.I)
_PHONE = re.compile(r"\b(tele)?phone\b|\bcall\b|\bring\b|\btext us\b|\b0\d{2,4} ?\d{3}", re.I)
_PAPER = re.compile(r"\bpaper\b|\bletter\b|\bpost\b|\badviser\b|\bin writing\b", re.I)
_PER = {"hour": "hour", "week": "week", "month": "month", "year": "year", "once": "once"}


def vacancy(cells: Cells, today: date) -> Draft:
    """Make one vacancy of a row; `cells.problems` says what stands in the way."""
    draft = begin(cells, Kind.VACANCY, "title", [cells.text("employer")], today)
    cells.need("employer", "Write the name, or “a local firm” when it is held back.")
    cells.need("occupation", "Write a code of policy/occupations.toml.")
    fill(cells, draft, COLUMNS)
    draft.header["areas"] = areas_of(cells)
    if not draft.header["areas"]:
        cells.need("area", "Write a code of policy/areas.toml; “anywhere” for the whole country.")
    draft.give("base_salary", _pay(cells))
    closing = _closing(cells, today)
    draft.give("valid_through", closing)
    review = until(Kind.VACANCY, today, REVIEW)
    draft.header["review_by"] = min(closing or review, review)
    _way(cells)
    return draft


def areas_of(cells: Cells) -> list[str]:
    """Read where a job is: its area, or the place when that is the name of one."""
    return cells.codes("area", "areas") if cells.text("area") else cells.named("location", "areas")


def _pay(cells: Cells) -> dict[str, object] | None:
    least, most = cells.pence("pay_from"), cells.pence("pay_to")
    if least is None:
        if most is not None and not cells.text("pay_from"):
            cells.tell("pay_from", "Only the most is said.", "Write the least too.")
        return None
    per = _PER.get(cells.text("pay_per").lower())
    if per is None:
        cells.tell("pay_per", "It does not say how often.", "Write hour, week, month or year.")
        return None
    if most is not None and most < least:
        cells.tell("pay_to", "It is less than pay_from.", "Write the higher pay here.")
    return {"minimum": least, **({"maximum": most} if most else {}), "unit": per}


def _closing(cells: Cells, today: date) -> date | None:
    """Read the closing day: one must be there, unless they keep on looking."""
    closing, keeps = cells.day("closing_day"), cells.yes("keeps_looking")
    if closing is None and not cells.text("closing_day") and not keeps:
        mend = "Write the day, or yes under keeps_looking."
        cells.tell("closing_day", "There is no closing day.", mend)
    if closing and closing < today:
        mend = "Take the row away, or write the new day."
        cells.tell("closing_day", f"It closed on {closing:%Y-%m-%d}.", mend)
    return closing


def _way(cells: Cells) -> None:
    """A person inside has no web, and may have no telephone: there must be another way."""
    way, said = cells.text("apply_with").lower(), cells.text("how_to_apply")
    if way not in ("", "yourself") or _PAPER.search(said):
        if not way:
            cells.tell("apply_with", "It is empty.", "Write adviser, letter or paper-form.")
        return
    mend = "Ask for a way on paper or with an adviser, then write adviser or paper-form."
    if _WEB.search(said):
        cells.tell("apply_with", "The only way is over the web.", mend)
    elif _PHONE.search(said):
        cells.tell("apply_with", "The only way is by telephone.", mend)
    else:
        cells.tell("apply_with", "Nothing says how to apply from inside.", mend)

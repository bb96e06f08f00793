"""Vacancies from and to schema.org JobPosting."""

import re
from collections.abc import Mapping

from admin_tools.authoring.interchange.draft import Draft
from admin_tools.authoring.interchange.reading import day, inner, number, paragraphs, text
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.fields import Pay
from kiosk.exchange.kinds.vacancy import Vacancy

UNITS = {"HOUR": "hour", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
CONTRACTS = {
    "TEMPORARY": "temporary",
    "CONTRACTOR": "self-employed",
    "VOLUNTEER": "volunteer",
    "PER_DIEM": "casual",
}
OURS, CODES = "Signpost", "Signpost occupations"
_TEXTS = {
    "qualifications": "qualifications",
    "skills": "skills",
    "jobBenefits": "job_benefits",
}
_TAKEN = {
    *("@context", "@type", "title", "description", "hiringOrganization", "jobLocation"),
    *("baseSalary", "validThrough", "jobStartDate", "identifier", "workHours", "employmentType"),
    *("jobLocationType", "totalJobOpenings", "occupationalCategory", *_TEXTS),
}
_HOURS = re.compile(r"([1-9][0-9]?(?:\.(?:25|5|75))?) hours? (?:a|per) week")


def from_posting(posting: Mapping[str, object]) -> Draft:
    """Read one JobPosting. A job that ends has its last day; others end at their review."""
    said = paragraphs(posting, "description")
    title = text(posting, "title")
    draft = Draft(Kind.VACANCY, title, (said or [title])[0], paragraphs=said[1:])
    draft.left_out += sorted(set(posting) - _TAKEN)
    draft.say("hiring_organization", text(inner(posting, "hiringOrganization"), "name"))
    place = inner(inner(posting, "jobLocation"), "address")
    draft.say("job_location", text(place, "addressLocality"))
    _salary(posting, draft)
    hours = text(posting, "workHours")
    weekly = _HOURS.fullmatch(hours)
    draft.give("weekly_hours", weekly[1] if weekly else None)
    draft.say("work_hours", "" if weekly else hours)
    for name, field in _TEXTS.items():
        draft.say(field, text(posting, name))
    draft.give("total_job_openings", number(posting, "totalJobOpenings"))
    draft.give("job_start_date", day(posting, "jobStartDate"))
    draft.give("valid_through", day(posting, "validThrough"))
    _coded(posting, draft)
    return draft


def to_posting(entry: Entry) -> dict[str, object]:
    """Write one vacancy as a JobPosting."""
    posting: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "name": OURS, "value": entry.id},
        "title": entry.title,
        "description": _description(entry),
    }
    if isinstance(entry.about, Vacancy):
        posting |= {name: value for name, value in _written(entry.about).items() if value}
    if entry.valid_to:
        posting.setdefault("validThrough", entry.valid_to.isoformat())
    return posting


def _salary(posting: Mapping[str, object], draft: Draft) -> None:
    """Take pay in pounds with its unit; other pay is left out, and said."""
    salary = inner(posting, "baseSalary")
    value = inner(salary, "value")
    unit = UNITS.get(text(value, "unitText"))
    least = _pence(value.get("value", value.get("minValue")))
    if not salary:
        return
    if text(salary, "currency") != "GBP" or not unit or least is None:
        draft.left_out.append("baseSalary")
        return
    pay: dict[str, object] = {"minimum": least, "unit": unit}
    most = _pence(value.get("maxValue"))
    draft.give("base_salary", pay if most is None else {**pay, "maximum": most})


def _pence(amount: object) -> int | None:
    return round(amount * 100) if isinstance(amount, int | float) and amount >= 0 else None


def _coded(posting: Mapping[str, object], draft: Draft) -> None:
    """Take what is one of our own codes; another word for it is left out, and said."""
    contract = text(posting, "employmentType")
    draft.give("employment_type", CONTRACTS.get(contract))
    category = inner(posting, "occupationalCategory")
    if text(category, "inCodeSet") == CODES:
        draft.give("occupational_category", text(category, "codeValue"))
    elif "occupationalCategory" in posting:
        draft.left_out.append("occupationalCategory")
    if contract and contract not in CONTRACTS:
        draft.left_out.append("employmentType")
    if text(posting, "jobLocationType") == "TELECOMMUTE":
        draft.give("job_location_type", "remote")
    named = inner(posting, "identifier")
    if text(named, "name") != OURS:
        draft.say("identifier", text(named, "value"))


def _description(entry: Entry) -> str:
    more = [" ".join((b.lead, b.text)).strip() for b in entry.blocks if isinstance(b, Paragraph)]
    return "\n".join([entry.summary, *more])


def _written(job: Vacancy) -> dict[str, object]:
    address = {"@type": "PostalAddress", "addressLocality": job.job_location}
    organization = {"@type": "Organization", "name": job.hiring_organization}
    week = f"{job.weekly_hours} hours a week" if job.weekly_hours else ""
    contracts = {ours: theirs for theirs, ours in CONTRACTS.items()}
    coded = {"@type": "CategoryCode", "inCodeSet": CODES, "codeValue": job.occupational_category}
    return {
        "hiringOrganization": organization if job.hiring_organization else None,
        "jobLocation": {"@type": "Place", "address": address} if job.job_location else None,
        "jobLocationType": "TELECOMMUTE" if job.job_location_type == "remote" else None,
        "baseSalary": _money(job.base_salary) if job.base_salary else None,
        "workHours": ". ".join(part for part in (week, job.work_hours) if part),
        "employmentType": contracts.get(job.employment_type or ""),
        "occupationalCategory": coded if job.occupational_category else None,
        "totalJobOpenings": job.total_job_openings,
        "jobStartDate": job.job_start_date.isoformat() if job.job_start_date else None,
        "validThrough": job.valid_through.isoformat() if job.valid_through else None,
        **{name: getattr(job, field) for name, field in _TEXTS.items()},
    }


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

"""Vacancies from and to schema.org JobPosting."""

from collections.abc import Mapping
from datetime import date

from admin_tools.authoring.interchange.draft import Draft
from admin_tools.authoring.interchange.reading import day, inner, paragraphs, text
from kiosk.exchange.blocks import DayValue, Fact, Label, Paragraph, PenceValue, TextValue
from kiosk.exchange.entries import Entry, Kind

UNITS = {"HOUR": "hour", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
_TEXTS = {
    "workHours": Label.HOURS,
    "skills": Label.SKILLS,
    "jobBenefits": Label.WHAT_YOU_GET,
}
_TAKEN = {
    *("@context", "@type", "title", "description", "hiringOrganization", "jobLocation"),
    *("baseSalary", "validThrough", "jobStartDate", "identifier", *_TEXTS),
}


def from_posting(posting: Mapping[str, object]) -> Draft:
    """Read one JobPosting. A job that ends has its last day; others end at their review."""
    said = paragraphs(posting, "description")
    title = text(posting, "title")
    draft = Draft(Kind.VACANCY, title, (said or [title])[0], paragraphs=said[1:])
    draft.fact("who-runs-it", text=text(inner(posting, "hiringOrganization"), "name"))
    place = inner(inner(posting, "jobLocation"), "address")
    draft.fact("where", text=text(place, "addressLocality"))
    for name, label in _TEXTS.items():
        draft.fact(label.value, text=text(posting, name))
    _salary(posting, draft)
    starts, closes = day(posting, "jobStartDate"), day(posting, "validThrough")
    if starts:
        draft.fact("starts", day=starts)
    if closes:
        draft.fact("closes", day=closes)
        draft.header["valid_to"] = closes
    draft.left_out += sorted(set(posting) - _TAKEN)
    return draft


def to_posting(entry: Entry) -> dict[str, object]:
    """Write one vacancy as a JobPosting."""
    posting: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "identifier": {"@type": "PropertyValue", "name": "Signpost", "value": entry.id},
        "title": entry.title,
        "description": _description(entry),
    }
    for block in entry.blocks:
        if isinstance(block, Fact):
            _fact(posting, block)
    if entry.valid_to:
        posting.setdefault("validThrough", entry.valid_to.isoformat())
    return posting


def _salary(posting: Mapping[str, object], draft: Draft) -> None:
    """Take pay in pounds with its unit; other pay is left out, and said."""
    salary = inner(posting, "baseSalary")
    value = inner(salary, "value")
    unit = UNITS.get(text(value, "unitText"))
    amount = value.get("value", value.get("minValue"))
    if not salary:
        return
    if text(salary, "currency") == "GBP" and unit and isinstance(amount, int | float):
        draft.facts.append({"label": "pay", "pence": round(amount * 100), "each": unit})
    else:
        draft.left_out.append("baseSalary")


def _description(entry: Entry) -> str:
    more = [" ".join((b.lead, b.text)).strip() for b in entry.blocks if isinstance(b, Paragraph)]
    return "\n".join([entry.summary, *more])


def _fact(posting: dict[str, object], fact: Fact) -> None:
    value = fact.value
    named = {label: name for name, label in _TEXTS.items()}
    if isinstance(value, TextValue):
        if fact.label is Label.WHO_RUNS_IT:
            posting["hiringOrganization"] = {"@type": "Organization", "name": value.text}
        elif fact.label is Label.WHERE:
            address = {"@type": "PostalAddress", "addressLocality": value.text}
            posting["jobLocation"] = {"@type": "Place", "address": address}
        elif fact.label in named:
            posting[named[fact.label]] = value.text
    elif isinstance(value, PenceValue) and fact.label is Label.PAY:
        posting["baseSalary"] = _money(value)
    elif isinstance(value, DayValue):
        _days(posting, fact.label, value.day)


def _days(posting: dict[str, object], label: Label, when: date) -> None:
    names = {Label.STARTS: "jobStartDate", Label.CLOSES: "validThrough"}
    if label in names:
        posting[names[label]] = when.isoformat()


def _money(value: PenceValue) -> dict[str, object]:
    unit = {each: name for name, each in UNITS.items()}.get(value.each)
    amount: dict[str, object] = {"@type": "QuantitativeValue", "value": value.pence / 100}
    if unit:
        amount["unitText"] = unit
    return {"@type": "MonetaryAmount", "currency": "GBP", "value": amount}

"""Vacancies from schema.org JobPosting, cut into the cells of a table of vacancies."""

import re

from admin_tools.authoring.interchange import vacancies
from admin_tools.authoring.interchange.objects import Cut, Form, Object
from admin_tools.authoring.interchange.reading import (
    day,
    inner,
    named,
    objects_in,
    paragraphs,
    summed,
    text,
    texts,
    words,
)

OURS = "Signpost"
"""Names our own ids and codes in what goes out, so that they are known when they come back."""
PREFIX = "signpost:"
"""Begins the name of every field that schema.org has no name for: then comes our column."""
CONTRACTS = {
    "TEMPORARY": "temporary",
    "CONTRACTOR": "self-employed",
    "VOLUNTEER": "volunteer",
    "PER_DIEM": "casual",
}
UNITS = {"HOUR": "hour", "WEEK": "week", "MONTH": "month", "YEAR": "year"}
CODED = {"occupationalCategory": "occupation", "industry": "sector"}
WORDS = {"qualifications": "must_have", "skills": "good_to_have", "jobBenefits": "benefits"}
DAYS = {"datePosted": "loaded_on", "jobStartDate": "start_day", "validThrough": "closing_day"}
_TAKEN = {
    *("@context", "@type", "@id", "title", "description", "hiringOrganization", "jobLocation"),
    *("baseSalary", "identifier", "workHours", "employmentType", "jobLocationType"),
    *("totalJobOpenings", "alternateName", *CODED, *WORDS, *DAYS),
}
_HOURS = re.compile(
    r"(?P<least>[1-9]\d?(\.\d+)?)( to (?P<most>[1-9]\d?(\.\d+)?))? hours? (a|per) week"
    r"(\. (?P<more>.*))?"
)


def from_posting(posting: Object) -> Cut:
    """Cut one JobPosting; what has no place here, or no meaning, is named."""
    summary, rest = summed(paragraphs(posting, "description"))
    cells = {
        "title": words(posting, "title"),
        "summary": summary,
        "description": rest,
        "synonyms": "|".join(texts(posting, "alternateName")),
        "employer": named(posting, "hiringOrganization"),
        "location": _place(posting),
        "place": "remote" if text(posting, "jobLocationType") == "TELECOMMUTE" else "",
        "openings": text(posting, "totalJobOpenings"),
        **{ours: _said(posting, theirs) for theirs, ours in WORDS.items()},
        **{ours: day(posting, theirs) for theirs, ours in DAYS.items()},
        **_hours(posting),
        **_pay(posting),
        **_identifiers(posting),
    }
    cut = Cut(cells, sorted(name for name in set(posting) - _TAKEN if PREFIX not in name))
    _coded(posting, cut)
    own = {name.removeprefix(PREFIX): text(posting, name) for name in posting if PREFIX in name}
    cut.left_out += sorted(PREFIX + name for name in own if name not in vacancies.NAMES)
    cells |= {name: said for name, said in own.items() if name in vacancies.NAMES}
    return cut


def is_posting(value: Object) -> bool:
    """Tell a vacancy from what stands beside it in a graph: the firm, the page, the list."""
    kinds = texts(value, "@type")
    return not kinds or any(kind.rpartition("/")[2] == "JobPosting" for kind in kinds)


def _unwrapped(value: Object) -> Object:
    """Take a posting out of its place in an ItemList."""
    return inner(value, "item") if "ListItem" in texts(value, "@type") else value


FORM = Form(
    "Vacancy",
    vacancies.NAMES,
    ("@graph", "itemListElement"),
    lambda value: from_posting(_unwrapped(value)),
    lambda value: is_posting(_unwrapped(value)),
)


def _said(posting: Object, name: str) -> str:
    """Read words, or what an object says of itself."""
    return words(posting, name) or named(posting, name) or text(inner(posting, name), "description")


def _place(posting: Object) -> str:
    place = inner(posting, "jobLocation")
    address = inner(place, "address")
    parts = [text(address, name) for name in ("addressLocality", "addressRegion")]
    return (
        ", ".join(dict.fromkeys(filter(None, parts)))
        or text(place, "address")
        or text(place, "name")
    )


def _hours(posting: Object) -> dict[str, str]:
    said = text(posting, "workHours")
    found = _HOURS.fullmatch(said)
    if not found:
        return {"times": said}
    parts = {"hours": found["least"], "hours_to": found["most"], "times": found["more"]}
    return {name: part or "" for name, part in parts.items()}


def _pay(posting: Object) -> dict[str, str]:
    """Write pay as pounds; other money stands with its name, so that the row is told."""
    salary = inner(posting, "baseSalary")
    value = inner(salary, "value")
    least = (
        text(value, "minValue")
        or text(value, "value")
        or text(salary, "value")
        or text(salary, "minValue")
    )
    if not least:
        return {"pay_from": text(posting, "baseSalary")}
    currency, unit = text(salary, "currency"), text(value, "unitText") or text(salary, "unitText")
    return {
        "pay_from": _money(least) if currency in ("", "GBP") else f"{least} {currency}",
        "pay_to": _money(text(value, "maxValue")),
        "pay_per": UNITS.get(unit.upper(), unit),
    }


def _money(amount: str) -> str:
    """Write 12.5 as 12.50 and 25400.0 as 25400; other words stay as they are."""
    found = re.fullmatch(r"(\d+)\.(\d)0*", amount)
    return f"{found[1]}.{found[2]}0" if found else amount


def _identifiers(posting: Object) -> dict[str, str]:
    """Find our own id, and the reference that its sender gave it."""
    several = objects_in(posting, "identifier") or [inner(posting, "identifier")]
    ours = [text(one, "value") for one in several if text(one, "name") == OURS]
    theirs = [text(one, "value") for one in several if text(one, "name") != OURS]
    return {
        "id": next(iter(ours), ""),
        "reference": next(filter(None, theirs), "") or text(posting, "identifier"),
    }


def _coded(posting: Object, cut: Cut) -> None:
    """Take what is one of our own codes; another word for it is left out, and said."""
    for theirs, ours in CODED.items():
        category = inner(posting, theirs)
        if text(category, "inCodeSet") == f"{OURS} {ours}":
            cut.cells[ours] = text(category, "codeValue")
        elif theirs in posting:
            cut.left_out.append(theirs)
    kinds = texts(posting, "employmentType")
    known = [CONTRACTS[kind] for kind in kinds if kind in CONTRACTS]
    cut.cells["contract"] = next(iter(known), "")
    if len(known) < len(kinds):
        cut.left_out.append("employmentType")

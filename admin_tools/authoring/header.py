"""Puts the facts of an entry together with one of its pages."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from admin_tools.authoring.findings import Finding, must
from admin_tools.authoring.page import Page
from admin_tools.authoring.texts import Toml, as_json
from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.about import FIELDS
from kiosk.exchange.kinds.notice import Notice

VANISHING = frozenset(
    {
        Kind.VACANCY,
        Kind.MONEY_PRODUCT,
        Kind.PAYMENT_RULE,
        Kind.ENTITLEMENT,
        Kind.EVENT,
        Kind.NOTICE,
        Kind.LABOUR_MARKET,
    }
)
"""Kinds that must not be shown once they are past review: money, law, dates, vacancies."""
_FROM_ELSEWHERE = (
    *("id", "kind", "language", "languages", "title", "summary", "blocks", "synonyms"),
    *("about", "facts_at"),
)
MISSING: Mapping[str, tuple[str, str, str]] = {
    "checked_on": ("undated", "Nobody says when this was checked.", "Write checked_on = a day."),
    "review_by": (
        "undated",
        "Nobody says until when this is believed.",
        "Write review_by = a day.",
    ),
    "checked_by": ("no-contact", "Nobody says who checked this.", 'Write checked_by = "a role".'),
    "owner": (
        "no-contact",
        "There is nobody to tell when something here is wrong.",
        'Write owner = "the role that keeps it true".',
    ),
    "source": (
        "undated",
        "Nobody says where this comes from.",
        "Write [source] with name and day.",
    ),
}
"""What an entry lacks when a field is not there: code, problem, how to mend it."""
_VALUES = ("text", "day", "time", "pence", "code")


def header(
    said: dict[str, object], page: Page, toml: Toml
) -> tuple[dict[str, object], list[Finding]]:
    """Put the page and the facts together as one entry."""
    findings = [
        must(
            toml.name,
            toml.line((field,)),
            "field",
            f"{field} does not belong here.",
            "It comes from the folder's name or from the page.",
        )
        for field in _FROM_ELSEWHERE
        if field in said
    ]
    facts: list[dict[str, object]] = []
    listed = said.pop("facts", [])
    for number, fact in enumerate(listed if isinstance(listed, list) else []):
        made = _fact(fact)
        if made is None:
            findings.append(_not_a_fact(toml, number))
        else:
            facts.append(made)
    blocks: list[dict[str, object]] = [block.model_dump(mode="json") for block in page.blocks]
    blocks[page.facts_at : page.facts_at] = facts
    page.lines[page.facts_at : page.facts_at] = [0] * len(facts)
    words = {"title": page.title, "summary": page.summary, "synonyms": list(page.synonyms)}
    return {"ages": _ages(toml), **said, **words, "blocks": blocks}, findings


def with_fields(data: dict[str, object], page: Page, toml: Toml) -> list[Finding]:
    """Take the table of the kind as its fields; the entry ends no later than they say."""
    kind = str(data["kind"])
    fields = data.pop(kind, None) if kind in FIELDS else None
    if isinstance(fields, dict):
        data["about"] = {"kind": kind, **fields}
        data["facts_at"] = page.facts_at
        last = _last_day(kind, fields)
        ends = data.get("valid_to")
        if last and (not isinstance(ends, date) or ends > last):
            data["valid_to"] = last
    elif kind in FIELDS and FIELDS[kind].needed:
        mend = "docs/writing-content.md says what this kind tells."
        return [must(toml.name, 1, "no-fields", f"There is no [{kind}] table.", mend)]
    return []


def seventh_day(data: dict[str, object]) -> date | None:
    """Say when a notice that one key vouched for ends by itself."""
    first = data.get("valid_from", data.get("checked_on"))
    return first + Notice.lasts if isinstance(first, date) else None


def _ages(toml: Toml) -> str:
    kind = Path(toml.name).parent.parent.name
    return "vanish" if kind in VANISHING else "sink"


def _fact(fact: object) -> dict[str, object] | None:
    """Turn `label` and one value into a fact block; None when it is not one."""
    if not isinstance(fact, dict):
        return None
    given = [name for name in _VALUES if name in fact]
    allowed = {"label", *given, *(["each"] if given == ["pence"] else [])}
    if len(given) != 1 or set(fact) - allowed:
        return None
    kind = given[0]
    value = {"type": kind, **{k: v for k, v in fact.items() if k != "label"}}
    if kind == "code":
        listed, slash, code = str(fact["code"]).partition("/")
        value = {"type": "code", "list": listed, "code": code if slash else ""}
    return {"block": "fact", "label": fact.get("label", ""), "value": value}


def _not_a_fact(toml: Toml, number: int) -> Finding:
    return must(
        toml.name,
        toml.line(("facts", number)),
        "fact",
        "This fact does not hold a label and exactly one value.",
        "Give label and one of text.en, day, time, pence (with each) or code.",
    )


def _last_day(kind: str, fields: dict[str, object]) -> date | None:
    """Give the last day that the fields of a kind say; None when they cannot be read."""
    try:
        return FIELDS[kind].model_validate_json(as_json({"kind": kind, **fields})).ends
    except ValidationError:
        return None

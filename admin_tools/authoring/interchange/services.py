"""Services from and to Open Referral HSDS 3.0."""

import uuid
from collections.abc import Mapping

from admin_tools.authoring.interchange.draft import Draft
from admin_tools.authoring.interchange.reading import first, inner, paragraphs, text
from kiosk.exchange.blocks import Fact, Label, Paragraph, TextValue
from kiosk.exchange.entries import Entry, Kind

_TEXTS = {
    "eligibility_description": Label.WHO,
    "fees_description": Label.COST,
    "application_process": Label.HOW_TO_ASK,
    "wait_time": Label.HOW_LONG,
}
_TAKEN = {
    *("id", "name", "description", "organization", "schedules", "phones", "status"),
    *("assured_date", "last_modified", *_TEXTS),
}
_NAMESPACE = uuid.UUID("5c9a9b0e-6f0b-5f0a-9d55-7a3c1f1d2e64")
"""Ids of HSDS are UUIDs; ours are words. The same words always give the same UUID."""


def from_service(service: Mapping[str, object]) -> Draft | None:
    """Read one service; None when it is not active any more."""
    if text(service, "status") not in ("", "active"):
        return None
    said = paragraphs(service, "description")
    title = text(service, "name")
    draft = Draft(Kind.SERVICE, title, (said or [title])[0], paragraphs=said[1:])
    for name, label in _TEXTS.items():
        draft.fact(label.value, text=text(service, name))
    draft.fact("when", text=text(first(service, "schedules"), "description"))
    draft.fact("phone", text=text(first(service, "phones"), "number"))
    draft.fact("who-runs-it", text=text(inner(service, "organization"), "name"))
    draft.left_out += sorted(set(service) - _TAKEN)
    return draft


def to_service(entry: Entry) -> dict[str, object]:
    """Write one service as HSDS says it."""
    facts = {
        block.label: block.value.text
        for block in entry.blocks
        if isinstance(block, Fact) and isinstance(block.value, TextValue)
    }
    more = [b.text for b in entry.blocks if isinstance(b, Paragraph)]
    runs = facts.get(Label.WHO_RUNS_IT, entry.owner)
    service: dict[str, object] = {
        "id": _id(entry.id),
        "name": entry.title,
        "description": "\n".join([entry.summary, *more]),
        "status": "active",
        "assured_date": entry.checked_on.isoformat(),
        "organization": {"id": _id(runs), "name": runs, "description": runs},
    }
    service |= {name: facts[label] for name, label in _TEXTS.items() if label in facts}
    if Label.WHEN in facts:
        service["schedules"] = [{"id": _id(f"{entry.id}/when"), "description": facts[Label.WHEN]}]
    if Label.PHONE in facts:
        service["phones"] = [{"id": _id(f"{entry.id}/phone"), "number": facts[Label.PHONE]}]
    return service


def _id(words: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, words))

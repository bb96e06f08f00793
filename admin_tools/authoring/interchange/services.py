"""Services from and to Open Referral HSDS 3.0."""

import re
import uuid
from collections.abc import Iterator, Mapping
from typing import get_args

from admin_tools.authoring.interchange.draft import Draft, english
from admin_tools.authoring.interchange.reading import inner, number, objects_in, paragraphs, text
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.hsds import Schedule
from kiosk.exchange.kinds.service import Service
from kiosk.exchange.kinds.weekly import Day

TEXTS = (
    *("eligibility_description", "fees_description", "application_process", "wait_time"),
    *("interpretation_services", "alert"),
)
"""Fields that have the same name there and here."""
AGES = ("minimum_age", "maximum_age")
_TAKEN = {
    *("id", "name", "description", "organization", "schedules", "phones", "status"),
    *("assured_date", "last_modified", "required_documents", *TEXTS, *AGES),
}
_NAMESPACE = uuid.UUID("5c9a9b0e-6f0b-5f0a-9d55-7a3c1f1d2e64")
"""Ids of HSDS are UUIDs; ours are words. The same words always give the same UUID."""
_CLOSED = {"temporarily closed": "temporarily-closed"}
_TIME = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
_DAYS = frozenset(get_args(Day))


def from_service(service: Mapping[str, object]) -> Draft | None:
    """Read one service; None when it is not there any more."""
    status = text(service, "status")
    if status not in ("", "active", *_CLOSED):
        return None
    said = paragraphs(service, "description")
    title = text(service, "name")
    draft = Draft(Kind.SERVICE, title, (said or [title])[0], paragraphs=said[1:])
    draft.say("organization", text(inner(service, "organization"), "name"))
    draft.give("status", _CLOSED.get(status))
    for name in TEXTS:
        draft.say(name, text(service, name))
    for name in AGES:
        draft.give(name, number(service, name))
    documents = [text(one, "document") for one in objects_in(service, "required_documents")]
    draft.say("required_documents", "; ".join(filter(None, documents)))
    _schedules(service, draft)
    draft.give("phones", list(_phones(service)))
    draft.left_out += sorted(set(service) - _TAKEN)
    return draft


def to_service(entry: Entry) -> dict[str, object]:
    """Write one service as HSDS says it."""
    about = entry.about if isinstance(entry.about, Service) else Service()
    more = [b.text for b in entry.blocks if isinstance(b, Paragraph)]
    runs = about.organization or entry.owner
    closed = about.status == "temporarily-closed"
    service: dict[str, object] = {
        "id": _id(entry.id),
        "name": entry.title,
        "description": "\n".join([entry.summary, *more]),
        "status": "temporarily closed" if closed else "active",
        "assured_date": entry.checked_on.isoformat(),
        "organization": {"id": _id(runs), "name": runs, "description": runs},
    }
    names = (*TEXTS, *AGES)
    service |= {name: value for name in names if (value := getattr(about, name)) not in ("", None)}
    if about.required_documents:
        document = {"id": _id(f"{entry.id}/bring"), "document": about.required_documents}
        service["required_documents"] = [document]
    schedules = list(_written(entry.id, about))
    if schedules:
        service["schedules"] = schedules
    if about.phones:
        service["phones"] = [
            {"id": _id(f"{entry.id}/{p.number}"), "number": p.number, "description": p.description}
            for p in about.phones
        ]
    return service


def _schedules(service: Mapping[str, object], draft: Draft) -> None:
    """Take weekly hours as hours; what only words say stays words."""
    weekly, notes = [], []
    for one in objects_in(service, "schedules"):
        days = [part.strip() for part in text(one, "byday").split(",")]
        opens, closes = (_TIME.match(text(one, name)) for name in ("opens_at", "closes_at"))
        said = text(one, "description")
        if not opens or not set(days) <= _DAYS:
            notes += [said] if said else []
            continue
        schedule: dict[str, object] = {"byday": days, "opens_at": opens[0]}
        schedule |= {"closes_at": closes[0]} if closes else {}
        weekly.append(schedule | ({"description": english(said)} if said else {}))
    draft.give("schedules", weekly)
    draft.say("schedule_note", ". ".join(notes))


def _phones(service: Mapping[str, object]) -> Iterator[dict[str, object]]:
    for one in objects_in(service, "phones"):
        if text(one, "number"):
            said = text(one, "description")
            described = {"description": english(said)} if said else {}
            yield {"number": text(one, "number"), **described}


def _written(entry_id: str, about: Service) -> Iterator[dict[str, object]]:
    for number_, schedule in enumerate(about.schedules):
        yield {"id": _id(f"{entry_id}/when/{number_}"), "freq": "WEEKLY", **_times(schedule)}
    if about.schedule_note:
        yield {"id": _id(f"{entry_id}/when"), "description": about.schedule_note}


def _times(schedule: Schedule) -> dict[str, object]:
    times = {"opens_at": schedule.opens_at, "closes_at": schedule.closes_at}
    said = {name: value for name, value in times.items() if value}
    said |= {"description": schedule.description} if schedule.description else {}
    return {"byday": ",".join(schedule.byday), **said}


def _id(words: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, words))

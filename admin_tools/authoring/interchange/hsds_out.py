"""Services to Open Referral HSDS 3.0."""

import uuid
from collections.abc import Iterator

from admin_tools.authoring.interchange.hsds_in import CLOSED, SAME
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.entries import Entry
from kiosk.exchange.kinds.hsds import Schedule
from kiosk.exchange.kinds.service import Service

_NAMES = (*SAME, "fees_description", "interpretation_services")
_NAMESPACE = uuid.UUID("5c9a9b0e-6f0b-5f0a-9d55-7a3c1f1d2e64")
"""Ids of HSDS are UUIDs; ours are words. The same words always give the same UUID."""


def to_service(entry: Entry) -> dict[str, object]:
    """Write one service as HSDS says it."""
    about = entry.about if isinstance(entry.about, Service) else Service()
    more = [b.text for b in entry.blocks if isinstance(b, Paragraph)]
    runs = about.organization or entry.owner
    theirs = {ours: theirs for theirs, ours in CLOSED.items()}
    service: dict[str, object] = {
        "id": _id(entry.id),
        "name": entry.title,
        "description": "\n".join([entry.summary, *more]),
        "status": theirs.get(about.status, "active"),
        "assured_date": entry.checked_on.isoformat(),
        "organization": {"id": _id(runs), "name": runs, "description": runs},
    }
    service |= {name: value for name in _NAMES if (value := getattr(about, name)) not in ("", None)}
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

"""Services from Open Referral HSDS 3.0 and Open Referral UK, cut into the cells of a table."""

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from admin_tools.authoring.interchange import services
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
from kiosk.exchange.kinds.weekly import Day

SAME = (
    *("eligibility_description", "application_process", "wait_time", "alert"),
    *("minimum_age", "maximum_age"),
)
"""Fields that have the same name there and here."""
CLOSED = {"temporarily closed": "temporarily-closed"}
HERE = frozenset({"", "active", *CLOSED})
"""What a sender says of a service that is still there."""
_TAKEN = frozenset(
    {"id", "name", "alternate_name", "description", "organization", "status", "assured_date"}
    | {"last_modified", "schedules", "regular_schedules", "phones", "contacts", "fees_description"}
    | {"fees", "cost_options", "required_documents", "languages", "interpretation_services"}
    | {"service_at_locations", "organization_id", *SAME}
)
_CLOCK = re.compile(r"(([01]\d|2[0-3]):[0-5]\d)")
_DAYS = frozenset(get_args(Day))


def from_service(service: Object) -> Cut:
    """Cut one service; hours that are not weekly stay words, what has no place is named."""
    summary, rest = summed(paragraphs(service, "description"))
    status = text(service, "status").lower()
    places = objects_in(service, "service_at_locations")
    weekly, notes = _schedules((service, *places))
    cells = {
        "name": words(service, "name"),
        "summary": summary,
        "description": rest,
        "synonyms": "|".join(texts(service, "alternate_name")),
        "checked_on": day(service, "assured_date"),
        "organization": named(service, "organization"),
        "status": CLOSED.get(status, status),
        **{name: words(service, name) for name in SAME},
        "fees_description": _fees(service),
        "required_documents": "; ".join(_named_in(service, "required_documents", "document")),
        "interpretation_services": words(service, "interpretation_services")
        or ", ".join(_named_in(service, "languages", "name", "language")),
        "schedules": "|".join(weekly),
        "schedule_note": ". ".join(notes),
        "phones": "|".join(dict.fromkeys(_phones(service))),
        **_place(places),
    }
    left_out = sorted(name for name in set(service) - _TAKEN if service[name])
    return Cut(cells, left_out, over=status not in HERE)


FORM = Form("Service", services.NAMES, ("contents", "content", "services", "service"), from_service)


def _named_in(service: Object, listed: str, *names: str) -> list[str]:
    """Read one text of each object of a list."""
    found = (
        next(filter(None, (text(one, name) for name in names)), "")
        for one in objects_in(service, listed)
    )
    return list(filter(None, found))


def _fees(service: Object) -> str:
    """Read what it costs, in words; else as amounts."""
    said = words(service, "fees_description") or words(service, "fees")
    if said:
        return said
    return "; ".join(filter(None, map(_cost, objects_in(service, "cost_options"))))


def _cost(option: Object) -> str:
    names = ("option", "amount", "currency", "amount_description")
    return " ".join(filter(None, (text(option, name) for name in names)))


def _schedules(holders: tuple[Object, ...]) -> tuple[list[str], list[str]]:
    """Part hours into those of a week and what only words say."""
    weekly: list[str] = []
    notes: list[str] = []
    for holder in holders:
        for one in (*objects_in(holder, "schedules"), *objects_in(holder, "regular_schedules")):
            when, said = _weekly(one), _plain(words(one, "description"))
            if when:
                weekly.append(f"{when} ({said})" if said else when)
            elif said:
                notes.append(said)
    return list(dict.fromkeys(weekly)), list(dict.fromkeys(notes))


def _weekly(schedule: Object) -> str:
    days = [part.strip().upper() for part in text(schedule, "byday").split(",")]
    opens, closes = (_CLOCK.match(text(schedule, name)) for name in ("opens_at", "closes_at"))
    every = text(schedule, "interval") in ("", "1") and text(schedule, "freq") in ("", "WEEKLY")
    if not opens or not every or not set(days) <= _DAYS:
        return ""
    return f"{','.join(days)} {opens[1]}{f'-{closes[1]}' if closes else ''}"


def _phones(service: Object) -> Iterator[str]:
    holders: list[Mapping[str, object]] = [service, *objects_in(service, "contacts")]
    for holder in holders:
        for one in objects_in(holder, "phones"):
            number, said = text(one, "number").strip('"'), _plain(words(one, "description"))
            if number:
                yield f"{number} ({said})" if said else number


def _place(places: list[Mapping[str, object]]) -> dict[str, str]:
    """Read where it is met: the first place that is named."""
    for location in (inner(one, "location") for one in places):
        for address in (
            *objects_in(location, "addresses"),
            *objects_in(location, "physical_addresses"),
        ):
            names = ("address_1", "address_2", "city", "region", "state_province", "postal_code")
            parts = dict.fromkeys(filter(None, (text(address, name) for name in names)))
            return {"location": named({"place": location}, "place"), "address": ", ".join(parts)}
    return {}


def _plain(said: str) -> str:
    """Words without the signs that part a cell."""
    return said.replace("|", "/").replace("(", "").replace(")", "")

"""Sessions and events from a calendar (RFC 5545)."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta

from pydantic import ValidationError

from admin_tools.authoring.interchange.draft import Draft
from admin_tools.authoring.interchange.reading import NotReadable
from admin_tools.authoring.texts import is_hidden
from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.weekly import Times

_LINE = re.compile(r"(?P<name>[A-Za-z-]+)(?P<more>(;[^:]*)?):(?P<value>.*)")
_TIME = "%Y%m%dT%H%M%S"
_LONDON = re.compile(r";TZID=\"?Europe/London\"?")
_TAKEN = frozenset(
    {"UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "SUMMARY", "LOCATION"}
    | {"DESCRIPTION", "SEQUENCE", "STATUS", "CREATED", "LAST-MODIFIED"}
)
Lines = Mapping[str, tuple[str, str]]
"""What an event says: its parameters and its value, by name."""


def from_calendar(text: str) -> Iterator[Draft]:
    """Read every event: what comes again is a session, what is once is an event.

    What is not in the wall time of London, or comes again in another way than weekly, is left
    out of the draft and named: the author writes the times, and the check asks for them.
    """
    if not text.lstrip("\ufeff").upper().startswith("BEGIN:VCALENDAR"):
        raise NotReadable("It is no calendar.")
    for event in _events(text):
        yield _draft(event)


def _events(text: str) -> Iterator[Lines]:
    inside: dict[str, tuple[str, str]] | None = None
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        if line.upper() == "BEGIN:VEVENT":
            inside = {}
        elif line.upper() == "END:VEVENT" and inside is not None:
            yield inside
            inside = None
        elif inside is not None and (found := _LINE.fullmatch(line)):
            inside[found["name"].upper()] = (found["more"], found["value"])


def _draft(event: Lines) -> Draft:
    weekly = "RRULE" in event
    title = _said(event, "SUMMARY") or "Untitled"
    said = [line for line in _said(event, "DESCRIPTION").split("\n") if line]
    kind = Kind.SESSION if weekly else Kind.EVENT
    draft = Draft(kind, title, (said or [title])[0], paragraphs=said[1:])
    draft.left_out += sorted(set(event) - _TAKEN)
    draft.say("location", _said(event, "LOCATION"))
    times = _times(event)
    draft.give("times", times)
    if times is None:
        draft.left_out.append("DTSTART")
    return draft


def _times(event: Lines) -> dict[str, object] | None:
    """Take the times as far as our small form goes; None when it does not reach."""
    start, end = _instant(event, "DTSTART"), _instant(event, "DTEND")
    if start is None:
        return None
    length = event.get("DURATION", ("", ""))[1] or _length(start, end)
    skipped = [_day(one) for one in event.get("EXDATE", ("", ""))[1].split(",") if one]
    rule = re.sub(r"(UNTIL=[0-9]{8})T[0-9]{6}Z?", r"\1", event.get("RRULE", ("", ""))[1])
    said: dict[str, object] = {"dtstart": start.isoformat()}
    said |= {"duration": length} if length else {}
    said |= {"rrule": rule} if rule else {}
    said |= {"exdate": [day.isoformat() for day in skipped if day]} if skipped else {}
    try:
        read = Times.model_validate_json(json.dumps(said))
    except ValidationError:
        return None
    days = {"exdate": list(read.exdate)} if read.exdate else {}
    return said | {"dtstart": read.dtstart} | days


def _instant(event: Lines, name: str) -> datetime | None:
    more, value = event.get(name, ("", ""))
    if more and not _LONDON.fullmatch(more):
        return None
    try:
        return datetime.strptime(value, _TIME)  # noqa: DTZ007 - wall time
    except ValueError:
        return None


def _length(start: datetime, end: datetime | None) -> str:
    if end is None or end <= start:
        return ""
    return f"PT{(end - start) // timedelta(minutes=1)}M"


def _day(text: str) -> date | None:
    try:
        return datetime.strptime(text[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day
    except ValueError:
        return None


def _said(event: Lines, name: str) -> str:
    """Read words: signs that nobody can see become spaces."""
    value = event.get(name, ("", ""))[1]
    plain = re.sub(r"\\([,;\\])", r"\1", re.sub(r"\\[nN]", "\n", value))
    return "".join(" " if is_hidden(sign) and sign != "\n" else sign for sign in plain).strip()

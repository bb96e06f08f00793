"""Sessions and events of a calendar (RFC 5545), cut into the cells of a table."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from admin_tools.authoring.interchange import dated
from admin_tools.authoring.interchange.reading import summed
from admin_tools.authoring.interchange.rows import NotReadable, Row, tidy
from kiosk.exchange.kinds.weekly import DAYS
from kiosk.exchange.trusted_day import LONDON

MOST = 32 * 1024 * 1024
"""Bytes of a calendar: one of a prison has a few thousand."""
_LINE = re.compile(r"(?P<name>[A-Za-z-]+)(?P<more>(;[^:]*)?):(?P<value>.*)")
_TIME = "%Y%m%dT%H%M%S"
_LONDON = re.compile(r";TZID=\"?(Europe/London|GMT Standard Time)\"?")
"""London's clock, as most calendars name it and as Outlook does."""
_WALL = re.compile(r"[0-9]{8}T[0-9]{6}")
_MINUTES = re.compile(r"PT(?:(\d{1,2})H)?(?:(\d{1,4})M)?(?:0S)?")
_TAKEN = frozenset(
    {"UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "RRULE", "EXDATE", "SUMMARY", "LOCATION"}
    | {"DESCRIPTION", "SEQUENCE", "STATUS", "CREATED", "LAST-MODIFIED", "TRANSP", "CLASS"}
)
_PARTS = frozenset({"FREQ", "INTERVAL", "BYDAY", "UNTIL", "WKST"})
Lines = Mapping[str, tuple[str, str]]
"""What an event says: its parameters and its value, by name."""


class Calendar:
    """One calendar as a listing: each event is a row."""

    each = "Event"
    columns: Sequence[str] = sorted(dated.NAMES)
    remarks: Sequence[str] = ()

    def __init__(self, path: Path) -> None:
        self._text = _text(path)
        self._left_out: Counter[str] = Counter()

    @property
    def left_out(self) -> Sequence[str]:
        """What has no place here, the commonest first."""
        return [name for name, _ in self._left_out.most_common()]

    def rows(self) -> Iterator[Row]:
        """Give each event as a row; one that is called off is over."""
        for number, event in enumerate(_events(self._text), 1):
            self._left_out.update(set(event) - _TAKEN)
            yield Row(number, _cells(event), over=_said(event, "STATUS") == "CANCELLED")


def _text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(MOST + 1)
    if len(data) > MOST:
        raise NotReadable(f"It is bigger than {MOST // 1024 // 1024} MB. Ask for fewer weeks.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotReadable(f"Line {line} is not UTF-8. Ask for it again as UTF-8.") from error
    if not text.upper().startswith("BEGIN:VCALENDAR"):
        raise NotReadable("It is no calendar: it does not begin with BEGIN:VCALENDAR.")
    return text


def _events(text: str) -> Iterator[Lines]:
    inside: dict[str, tuple[str, str]] | None = None
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        if line.upper() == "BEGIN:VEVENT":
            inside = {}
        elif line.upper() == "END:VEVENT" and inside is not None:
            yield inside
            inside = None
        elif inside is not None and (found := _LINE.fullmatch(line)):
            name, before = found["name"].upper(), inside.get(found["name"].upper())
            value = (
                f"{before[1]},{found['value']}" if before and name == "EXDATE" else found["value"]
            )
            inside[name] = (found["more"], value)


def _cells(event: Lines) -> dict[str, str]:
    title = _said(event, "SUMMARY")
    summary, rest = summed([line for line in _said(event, "DESCRIPTION").split("\n") if line])
    return {
        "title": title,
        "summary": summary or title,
        "description": rest,
        "location": _said(event, "LOCATION"),
        "starts": _starts(event),
        "minutes": _minutes(event),
        "repeats": _rule(event),
        "not_on": "|".join(_day(one) for one in event.get("EXDATE", ("", ""))[1].split(",") if one),
    }


def _instant(event: Lines, name: str) -> datetime | None:
    """Read a time as London's clock shows it; None when that cannot be known.

    What comes again at an instant of UTC would move by an hour twice a year: nobody means that.
    """
    more, value = event.get(name, ("", ""))
    try:
        if value.endswith("Z") and "RRULE" not in event:
            at = datetime.strptime(value, f"{_TIME}Z").replace(tzinfo=UTC)
            return at.astimezone(LONDON).replace(tzinfo=None)
        wall = datetime.strptime(value, _TIME)  # noqa: DTZ007 - wall time
    except ValueError:
        return None
    return None if more and not _LONDON.fullmatch(more) else wall


def _starts(event: Lines) -> str:
    """Write 2026-11-24 09:30 in London's clock; any other time as it stands, to be told."""
    more, value = event.get("DTSTART", ("", ""))
    instant = _instant(event, "DTSTART")
    if instant:
        return f"{instant:%Y-%m-%d %H:%M}"
    if value.isdigit():
        return _day(value)
    if _WALL.fullmatch(value) and (not more or _LONDON.fullmatch(more)):
        return f"{_day(value)} {value[9:11]}:{value[11:13]}"  # a day that does not exist
    zone = more.rpartition("=")[2].strip('"')
    return f"{value} {zone}".strip()


def _rule(event: Lines) -> str:
    """Write the rule in our order, without what says nothing; any other stands as it is."""
    rule = event.get("RRULE", ("", ""))[1].upper()
    said = dict(part.split("=", 1) for part in rule.split(";") if "=" in part)
    if said.get("FREQ") != "WEEKLY" or set(said) - _PARTS:
        return rule
    start = _instant(event, "DTSTART")
    if said.get("INTERVAL") == "1":
        del said["INTERVAL"]
    if said.get("WKST", "MO") != "MO" and "INTERVAL" in said:
        return rule  # which weeks these are depends on it
    if start:
        said.setdefault("BYDAY", DAYS[start.weekday()])
    said["UNTIL"] = said.get("UNTIL", "")[:8]
    names = ("FREQ", "INTERVAL", "BYDAY", "UNTIL")
    return ";".join(f"{name}={said[name]}" for name in names if said.get(name))


def _minutes(event: Lines) -> str:
    """Count how long it lasts; what cannot be counted stands as it is, to be told."""
    start, end = _instant(event, "DTSTART"), _instant(event, "DTEND")
    said = event.get("DURATION", ("", ""))[1]
    if start and end and end > start:
        return str((end - start) // timedelta(minutes=1))
    found = _MINUTES.fullmatch(said)
    return str(int(found[1] or 0) * 60 + int(found[2] or 0)) if found and said else said


def _day(text: str) -> str:
    return f"{text[:4]}-{text[4:6]}-{text[6:8]}" if text[:8].isdigit() else text


def _said(event: Lines, name: str) -> str:
    """Read words: signs that nobody can see become spaces."""
    value = event.get(name, ("", ""))[1]
    return tidy(re.sub(r"\\([,;\\])", r"\1", re.sub(r"\\[nN]", "\n", value)))

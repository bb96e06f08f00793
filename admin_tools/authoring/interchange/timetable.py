"""A prison's week as a calendar (RFC 5545)."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from kiosk.exchange.entries import Entry
from kiosk.exchange.kinds.event import Event
from kiosk.exchange.kinds.session import Session
from kiosk.exchange.kinds.weekly import DAYS, Times
from kiosk.exchange.policy import Session as FixedTime
from kiosk.exchange.policy import SiteProfile

ZONE = "Europe/London"
LONDON = (
    *("BEGIN:VTIMEZONE", f"TZID:{ZONE}"),
    *("BEGIN:DAYLIGHT", "DTSTART:19810329T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU"),
    *("TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "TZNAME:BST", "END:DAYLIGHT"),
    *("BEGIN:STANDARD", "DTSTART:19961027T020000", "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU"),
    *("TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "TZNAME:GMT", "END:STANDARD"),
    "END:VTIMEZONE",
)
"""When the clocks change: a calendar must say so for every zone that it names."""
LINE = 73
"""Bytes of a line before it is folded: 75 with its end."""


def to_calendar(
    profile: SiteProfile, entries: Iterable[Entry], language: str, start: date
) -> bytes:
    """Write every weekly session from this day on, in one language, with the dated entries.

    `entries` are in this language; sessions and events among them are written.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Signpost//{profile.site}//EN"]
    lines += LONDON
    for number, session in enumerate(profile.sessions):
        lines += _fixed(profile, number, session, language, start)
    for entry in entries:
        lines += _dated(profile, entry, start)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _fixed(
    profile: SiteProfile, number: int, session: FixedTime, language: str, start: date
) -> list[str]:
    if not session.days:
        return []
    ahead = min((weekday - start.weekday()) % 7 for weekday in session.days)
    first = f"{start + timedelta(days=ahead):%Y%m%d}"
    weekdays = ",".join(DAYS[weekday] for weekday in sorted(session.days))
    where = session.where.get(language, session.where["en"])
    wings = f" ({', '.join(session.wings)})" if session.wings else ""
    return [
        *_begin(profile, str(number), start),
        f"DTSTART;TZID={ZONE}:{first}T{session.start.replace(':', '')}00",
        f"DTEND;TZID={ZONE}:{first}T{session.end.replace(':', '')}00",
        f"RRULE:FREQ=WEEKLY;BYDAY={weekdays}",
        *_end(session.what.get(language, session.what["en"]) + wings, where),
    ]


def _dated(profile: SiteProfile, entry: Entry, start: date) -> list[str]:
    """Write one session or event; nothing for another kind, or for what is over."""
    about = entry.about
    if not isinstance(about, Session | Event):
        return []
    times = about.times
    if times.until and times.until < start:
        return []
    wings = f" ({', '.join(about.wings)})" if about.wings else ""
    lines = _begin(profile, entry.id, start)
    lines.append(f"DTSTART;TZID={ZONE}:{times.dtstart:%Y%m%dT%H%M}00")
    if times.duration:
        minutes = int(times.duration.total_seconds()) // 60
        lines.append(f"DURATION:PT{minutes}M")
    if times.rrule:
        lines.append(f"RRULE:{_until_instant(times)}")
    if times.exdate:
        days = ",".join(f"{day:%Y%m%d}T{times.dtstart:%H%M}00" for day in sorted(times.exdate))
        lines.append(f"EXDATE;TZID={ZONE}:{days}")
    return [*lines, *_end(entry.title + wings, about.location)]


def _until_instant(times: Times) -> str:
    """Write the rule with its last day as an instant, as a calendar with a zone wants it."""
    return re.sub(r"UNTIL=([0-9]{8})", r"UNTIL=\1T235959Z", times.rrule or "")


def _begin(profile: SiteProfile, name: str, start: date) -> list[str]:
    uid = f"UID:{profile.site.lower()}-{name}@signpost.invalid"
    return ["BEGIN:VEVENT", uid, f"DTSTAMP:{start:%Y%m%d}T000000Z"]


def _end(summary: str, where: str) -> list[str]:
    located = [f"LOCATION:{_escaped(where)}"] if where else []
    return [f"SUMMARY:{_escaped(summary)}", *located, "END:VEVENT"]


def _escaped(words: str) -> str:
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """Break a long line between signs; what follows begins with a space."""
    rows, row = [], b""
    for sign in line:
        data = sign.encode()
        if len(row) + len(data) > LINE:
            rows.append(row)
            row = b" "
        row += data
    return b"".join(part + b"\r\n" for part in (*rows, row))

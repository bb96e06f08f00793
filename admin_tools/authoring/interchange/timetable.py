"""A prison's week as a calendar (RFC 5545)."""

from datetime import date, timedelta

from kiosk.exchange.policy import Session, SiteProfile

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
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


def to_calendar(profile: SiteProfile, language: str, start: date) -> bytes:
    """Write every weekly session from this day on, in one language."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Signpost//{profile.site}//EN"]
    lines += LONDON
    for number, session in enumerate(profile.sessions):
        lines += _event(profile, number, session, language, start)
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _event(
    profile: SiteProfile, number: int, session: Session, language: str, start: date
) -> list[str]:
    if not session.days:
        return []
    ahead = min((weekday - start.weekday()) % 7 for weekday in session.days)
    first = f"{start + timedelta(days=ahead):%Y%m%d}"
    weekdays = ",".join(DAYS[weekday] for weekday in sorted(session.days))
    where = session.where.get(language, session.where["en"])
    wings = f" ({', '.join(session.wings)})" if session.wings else ""
    return [
        "BEGIN:VEVENT",
        f"UID:{profile.site.lower()}-{number}@signpost.invalid",
        f"DTSTAMP:{start:%Y%m%d}T000000Z",
        f"DTSTART;TZID={ZONE}:{first}T{session.start.replace(':', '')}00",
        f"DTEND;TZID={ZONE}:{first}T{session.end.replace(':', '')}00",
        f"RRULE:FREQ=WEEKLY;BYDAY={weekdays}",
        f"SUMMARY:{_escaped(session.what.get(language, session.what['en']) + wings)}",
        f"LOCATION:{_escaped(where)}",
        "END:VEVENT",
    ]


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

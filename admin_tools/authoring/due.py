"""Lists what must be checked again, soonest first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from admin_tools.authoring.writing import ENGLISH, Written
from kiosk.exchange.entries import Entry

SOON = timedelta(days=60)
"""Long enough before the day for somebody who has an hour a month."""


@dataclass(frozen=True, slots=True, order=True)
class Due:
    """One entry that somebody must look at by `day`, because it is reviewed or ends then.

    `afterwards`: what the kiosks do by themselves when nobody has looked.
    """

    day: date
    owner: str
    layer: str
    kind: str
    id: str
    title: str
    why: str
    afterwards: str
    checked_on: date

    def days(self, today: date) -> int:
        """Count the days that are left; negative once it is late."""
        return (self.day - today).days


def due(written: Iterable[Written], today: date, within: timedelta = SOON) -> tuple[Due, ...]:
    """Everything whose day comes within this time, or is past; each entry once, by its English."""
    each = [_of(one) for one in written if one.entry.language == ENGLISH]
    return tuple(sorted(one for one in each if one.day <= today + within))


def _of(written: Written) -> Due:
    entry = written.entry
    day, why, afterwards = _next(entry)
    return Due(
        day=day,
        owner=entry.owner,
        layer=written.layer,
        kind=entry.kind.value,
        id=entry.id,
        title=entry.title,
        why=why,
        afterwards=afterwards,
        checked_on=entry.checked_on,
    )


def _next(entry: Entry) -> tuple[date, str, str]:
    """Say which day comes first: the last day on which it is true, or its review."""
    until = entry.believed_until
    if entry.valid_to is not None and entry.valid_to <= until:
        return entry.valid_to, "it ends", "leaves the screens"
    if entry.ages == "vanish":
        return until, "review", "leaves the screens"
    return until, "review", 'says "Not checked" and sinks'

"""Lays out what happens on one wing, day by day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

from kiosk.catalogue.cards import Card, Shown
from kiosk.catalogue.policies import in_language
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.daily import Daily, Slot
from kiosk.exchange.kinds.event import Event
from kiosk.exchange.kinds.notice import Notice
from kiosk.exchange.kinds.session import Session
from kiosk.exchange.kinds.weekly import Times
from kiosk.exchange.policy import SiteProfile

MOST = 60
"""Entries of one kind that are laid out; a wing has no week that is fuller."""
DAYS = 7


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happens at one time of one day.

    `part` says which of several things of the entry it is. `about` is the code of what belongs to
    every week (policy/daily). `cancelled` with `why`, if that is said.
    """

    day: date
    start: str
    end: str
    what: str
    part: str = ""
    where: str = ""
    entry: str = ""
    kind: Kind = Kind.DAILY
    about: str = ""
    cancelled: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `first` on, and the entries about daily life that name no time."""

    first: date
    happenings: tuple[Happening, ...] = ()
    timeless: tuple[Card, ...] = ()

    @property
    def days(self) -> tuple[date, ...]:
        """The days of this week."""
        return tuple(self.first + timedelta(days=n) for n in range(DAYS))

    @property
    def is_known(self) -> bool:
        """Whether the prison has said anything about its week."""
        return bool(self.happenings or self.timeless)

    def on(self, day: date) -> tuple[Happening, ...]:
        """What happens on this day, in order."""
        return tuple(one for one in self.happenings if one.day == day)


class Reading(Protocol):
    """The catalogue, as far as a week needs it."""

    def of_kind(self, kind: Kind, language: str) -> tuple[Card, ...]:
        """List everything of one kind."""

    def entry(self, entry_id: str, language: str) -> Shown | None:
        """Give a whole entry."""

    def profile(self) -> SiteProfile | None:
        """Give what is particular to this prison."""


def week_from(reading: Reading, language: str, wing: str, first: date) -> Week:
    """Lay out the week that begins with this day.

    What is not open to everybody's eyes is left out, and so is the room of a session that belongs
    to one service: who is seen on the way there should not be seen to need that service.
    """
    found = list(_fixed(reading.profile(), language, wing, first))
    timeless = []
    for kind in (Kind.DAILY, Kind.SESSION, Kind.EVENT):
        for card in reading.of_kind(kind, language)[:MOST]:
            shown = reading.entry(card.id, language)
            if shown is None or shown.entry.sensitivity != "open" or shown.stale:
                continue
            own = tuple(_of_entry(shown.entry, wing, first))
            found.extend(own)
            if kind is Kind.DAILY and not own:
                timeless.append(card)
    found.sort(key=lambda one: (one.day, one.start, one.end, one.what, one.part))
    return Week(first, tuple(found), tuple(timeless))


def _of_entry(entry: Entry, wing: str, first: date) -> Iterator[Happening]:
    """Everything that this entry says about these days, on this wing."""
    about = entry.about
    if isinstance(about, Daily):
        for slot in (slot for slot in about.slots if _is_for(slot.wings, wing)):
            yield from _of_slot(entry, about.what or "", slot, first)
    elif isinstance(about, Session | Event) and _is_for(about.wings, wing):
        for one in _each(entry, about.times, first):
            here = replace(one, where=_where(about))
            yield _told_why(here, about, entry) if isinstance(about, Session) else here


def _told_why(one: Happening, about: Session, entry: Entry) -> Happening:
    """Say why it is cancelled: on the days that are named, else all of them for seven days.

    Nobody has to remember to take it back.
    """
    every = not about.times.exdate and one.day <= entry.checked_on + Notice.lasts
    cancelled = one.cancelled or (every and bool(about.cancelled))
    return replace(one, cancelled=cancelled, why=about.cancelled if cancelled else "")


def _of_slot(entry: Entry, about: str, slot: Slot, first: date) -> Iterator[Happening]:
    """The times of one slot; where it names its wings, its words are theirs."""
    part = "" if slot.wings else slot.what
    for one in _each(entry, slot.times, first):
        yield replace(one, part=part, where=slot.location, about=about)


def _where(about: Session | Event) -> str:
    """The room, unless it would say which service somebody goes to."""
    if isinstance(about, Session) and (about.service or about.referral):
        return ""
    return about.location


def _each(entry: Entry, times: Times, first: date) -> Iterator[Happening]:
    """Every time of these days, also those that are cancelled."""
    last = first + timedelta(days=DAYS - 1)
    held = times.days(first, last)
    for day in times.model_copy(update={"exdate": ()}).days(first, last):
        yield Happening(
            day=day,
            start=f"{times.dtstart:%H:%M}",
            end=f"{times.dtstart + times.duration:%H:%M}" if times.duration else "",
            what=entry.title,
            entry=entry.id,
            kind=entry.kind,
            cancelled=day not in held,
        )


def _fixed(
    profile: SiteProfile | None, language: str, wing: str, first: date
) -> Iterator[Happening]:
    """The fixed times of the prison's own profile, which lead to no entry."""
    for session in profile.sessions if profile else ():
        if _is_for(session.wings, wing):
            for day in (first + timedelta(days=n) for n in range(DAYS)):
                if day.weekday() in session.days:
                    yield Happening(
                        day=day,
                        start=session.start,
                        end=session.end,
                        what=in_language(session.what, language),
                        where=in_language(session.where, language),
                    )


def _is_for(wings: tuple[str, ...], wing: str) -> bool:
    return not wings or wing in wings

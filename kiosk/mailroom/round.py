"""One stick, from in to out."""

import errno
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from kiosk.catalogue.catalogue import Catalogue
from kiosk.database import NoRoom, StoreFault
from kiosk.exchange.policy import TrustList
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.trusted_day import TrustedTime, trusted
from kiosk.mailroom.answers import Answers, Opened
from kiosk.mailroom.arrivals import Arrivals, Checked
from kiosk.mailroom.departures import Carrying, Departures
from kiosk.mailroom.identity import better_words, identify
from kiosk.mailroom.medium import Medium
from kiosk.mailroom.outcome import Outcome
from kiosk.mailroom.progress import Progress, Step
from kiosk.mailroom.rooms import Rooms
from kiosk.mailroom.slot import Presence, look
from kiosk.requests.standing import Stand

T = TypeVar("T")
HARMLESS = {
    Refusal.CONTENT_OLDER,
    Refusal.RETURN_OLD,
    Refusal.RETURN_OF_ANOTHER_KIOSK,
    Refusal.RETURN_OF_ANOTHER_EPOCH,
}
"""What is left on the stick while everything else goes on: sticks do get swapped, and requests
must not wait another day for that."""


@dataclass(slots=True)
class _Told:
    """What is known of the stick so far."""

    stick: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    notes: list[Refused] = field(default_factory=list)


class Round:
    """Does everything that one stick asks for, or turns it away with nothing half done."""

    def __init__(self, rooms: Rooms, show: Callable[[Progress], None]) -> None:
        self._rooms = rooms
        self._show = show
        self._arrivals = Arrivals(rooms)
        self._answers = Answers(rooms)
        self._departures = Departures(rooms)

    def work(self, mount: Path) -> Outcome:
        """Take in what the stick brings, put on it what waits, and say how it ended.

        1. Our folder stands on the stick.
        2. Its content may be believed (TUF); without content, what is installed counts.
        3. Its paper is signed by the office that the content names.
        4. Its answers may be believed. Nothing has changed until here.
        5. Content, then answers, then requests: each in one transaction of its own.
        """
        told = _Told()
        self._show(Progress(Step.READING))
        try:
            self._with(Medium(mount), told)
            outcome = Outcome(told.stick, None, told.counts, tuple(told.notes))
        except (Refused, StoreFault, OSError) as trouble:
            outcome = self._turned_away(trouble, mount, told)
        self._show(outcome.progress())
        return outcome

    def _with(self, medium: Medium, told: _Told) -> None:
        paper = medium.identity()
        if strangers := medium.strangers():
            told.counts["unknown"] = strangers
        self._show(Progress(Step.CHECKING))
        kiosk = self._rooms.standing.now()
        checked, left = self._or_left(lambda: self._checked(medium, paper, kiosk))
        office = (checked.keys if checked else self._stored_keys(kiosk)).office
        try:
            told.stick = identify(paper, office, kiosk.site, demo=kiosk.demo).number
        except Refused as refused:
            raise left or refused from refused
        opened, passed = self._or_left(lambda: self._answers.read(medium, office))
        for note in (left, passed):
            self._note(note, told)
        if checked is not None:
            self._take_content(medium, checked, told)
        if opened is not None:
            self._take_answers(opened, told)
            self._follow_to_another_wing(medium, paper, kiosk, told)
        self._carry_out(medium, told)

    def _checked(self, medium: Medium, paper: bytes, kiosk: Stand) -> Checked | None:
        if not medium.has_content():
            return None
        try:
            return self._arrivals.check(medium.folder, kiosk)
        except Refused as refused:
            raise better_words(refused, paper, kiosk.site) from refused

    def _stored_keys(self, kiosk: Stand) -> TrustList:
        """Give the keys that the installed content names, or raise Refused."""
        active = self._rooms.shelf.active()
        if active is None or not self._rooms.shelf.is_sound(active):
            raise Refused(Refusal.NO_CONTENT)
        catalogue = Catalogue(active.path, self._time().day, kiosk.site, kiosk.wing)
        keys = catalogue.trust_list()
        catalogue.close()
        if keys is None:
            raise Refused(Refusal.NO_CONTENT)
        return keys

    def _or_left(self, look: Callable[[], T | None]) -> tuple[T | None, Refused | None]:
        """Look at something on the stick; what is turned away but harmless is left on it."""
        try:
            return look(), None
        except Refused as refused:
            if refused.code not in HARMLESS:
                raise
            return None, refused

    def _note(self, left: Refused | None, told: _Told) -> None:
        if left is not None:
            self._note_refusal(left, told.stick)
            told.notes.append(left)

    def _take_content(self, medium: Medium, checked: Checked, told: _Told) -> None:
        def show(done: int, of: int) -> None:
            self._show(Progress(Step.INSTALLING, done, of, stick=told.stick))

        show(0, 0)
        new = self._arrivals.take_content(medium.folder, checked, told.stick, show)
        told.counts["pages"] = told.counts.get("pages", 0) + new

    def _take_answers(self, opened: Opened, told: _Told) -> None:
        self._show(Progress(Step.RETURN, stick=told.stick))
        told.counts |= self._answers.apply(opened, told.stick)

    def _follow_to_another_wing(
        self, medium: Medium, paper: bytes, before: Stand, told: _Told
    ) -> None:
        """Take in what the new wing shows, when the answers moved this kiosk there."""
        after = self._rooms.standing.now()
        if after.wing == before.wing:
            return
        checked = self._checked(medium, paper, after)
        if checked is not None:
            self._take_content(medium, checked, told)

    def _carry_out(self, medium: Medium, told: _Told) -> None:
        def show(done: int, of: int) -> None:
            self._show(Progress(Step.WRITING, done, of, stick=told.stick))

        rooms = self._rooms
        active = rooms.shelf.active()
        carrying = Carrying(
            stick=told.stick,
            day=self._time().day,
            program=rooms.program,
            content=active.number if active else 0,
            key=rooms.signing(),
            pick=rooms.pick,
        )
        told.counts["requests"] = self._departures.carry_out(medium, carrying, show)

    def _turned_away(
        self, trouble: Refused | StoreFault | OSError, mount: Path, told: _Told
    ) -> Outcome:
        """Say what staff read, note it in the register; a stick that is out is the first cause."""
        refused = _plain(trouble)
        if look(mount).presence is Presence.NOTHING and refused.code is not Refusal.EMPTY_STICK:
            refused = Refused(Refusal.STICK_TAKEN_OUT)
        self._note_refusal(refused, told.stick)
        return Outcome(told.stick, refused, told.counts, tuple(told.notes))

    def _note_refusal(self, refused: Refused, stick: int) -> None:
        """A full disk may keep the register from it; the stick is turned away all the same."""
        with suppress(StoreFault):
            self._rooms.register.refused(refused.code.value, stick=stick, **refused.facts)

    def _time(self) -> TrustedTime:
        return trusted(self._rooms.clock.low(), self._rooms.now())


def _plain(trouble: Refused | StoreFault | OSError) -> Refused:
    if isinstance(trouble, Refused):
        return trouble
    if isinstance(trouble, OSError):  # a file that was there a moment ago; else our own full disk
        full = trouble.errno in {errno.ENOSPC, errno.EDQUOT}
        return Refused(Refusal.DISK_FULL if full else Refusal.STICK_NOT_READ)
    return Refused(Refusal.DISK_FULL if isinstance(trouble, NoRoom) else Refusal.DISK_FAULT)

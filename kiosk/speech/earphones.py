"""Finds out whether earphones are in their socket."""

import re
from enum import StrEnum
from pathlib import Path

from kiosk.speech.program import CannotStart, Child

AMIXER = Path("/usr/bin/amixer")
CARDS = Path("/proc/asound")
OFTEN, LIMIT = 1.0, 3.0
"""Seconds between two questions; seconds that an answer may take."""
_CONTROL = re.compile(r"^numid=\d+,iface=\w+,name='(?P<name>[^']*)'", re.MULTILINE)
_EARPHONES = re.compile(r"^(?!.*Phantom).*Head(?:phone|set).*Jack")
"""What Linux calls the socket. A phantom jack is one that feels nothing, and is always "on"."""
_VALUES = re.compile(r"^  : values=(on|off)", re.MULTILINE)


class Known(StrEnum):
    """How it is known that only one person hears: as the installer found out on the bench."""

    SOCKET = "socket"
    ALWAYS = "always"
    NEVER = "never"


def plugged(listing: str) -> bool | None:
    """Read what `amixer contents` says; None where no socket of this card feels anything."""
    found = _CONTROL.split(listing)[1:]
    felt = [
        value[1] == "on"
        for name, rest in zip(found[::2], found[1::2], strict=True)
        if _EARPHONES.match(name) and (value := _VALUES.search(rest))
    ]
    return any(felt) if felt else None


class Earphones:
    """Asks each sound card in turn, through a child that is polled and never waited for."""

    def __init__(
        self, known: Known = Known.SOCKET, program: Path = AMIXER, cards: Path = CARDS
    ) -> None:
        self._known = known
        self._program = program
        self._cards = cards
        self._child: Child | None = None
        self._asked_at = 0.0
        self._left: list[int] = []
        self._answers: list[bool | None] = []
        self._plugged: bool | None = None
        self._answered = False

    @property
    def are_in(self) -> bool:
        """Whether what is said now is heard by one person alone, as far as that can be known."""
        return self._known is Known.ALWAYS or bool(self._plugged)

    @property
    def is_unsure(self) -> bool:
        """Whether this machine should feel the socket, but cannot."""
        return self._known is Known.SOCKET and self._answered and self._plugged is None

    def poll(self, now: float) -> bool:
        """Look for an answer, ask again when it is time; True when somebody plugged or pulled."""
        if self._known is not Known.SOCKET:
            return False
        if self._child is not None:
            return self._look(self._child, now)
        if self._left:
            return self._ask(now)
        if now - self._asked_at >= OFTEN or not self._asked_at:
            self._left = sorted(
                int(card.name[4:]) for card in self._cards.glob("card*") if card.name[4:].isdigit()
            )
            self._answers, self._asked_at = [], now
            if not self._left:
                return self._take(None)
        return False

    def end(self) -> None:
        """Ask no more, and leave nobody behind."""
        if self._child is not None:
            self._child.end_for_good()
            self._child = None

    def _ask(self, now: float) -> bool:
        card = self._left.pop(0)
        try:
            self._child = Child((str(self._program), "-c", str(card), "contents"))
        except CannotStart:
            self._left = []
            return self._take(None)
        self._asked_at = now
        return False

    def _look(self, child: Child, now: float) -> bool:
        if not child.has_ended():
            if now - self._asked_at > LIMIT:
                child.end()
            return False
        self._child = None
        self._answers.append(plugged(child.said) if child.did_well else None)
        if self._left:
            return False
        felt = [answer for answer in self._answers if answer is not None]
        return self._take(any(felt) if felt else None)

    def _take(self, plugged: bool | None) -> bool:  # noqa: FBT001  what was felt, if anything
        before, self._answered = self.are_in, True
        self._plugged = plugged
        return before != self.are_in

"""Finds out whether this machine can speak."""

from collections.abc import Callable
from enum import StrEnum

from kiosk.speech.program import CannotStart, Child, Program
from kiosk.speech.voices import Voices, voices_in

LIMIT = 5.0
"""Seconds for each question; the program answers in a tenth of one."""


class Silence(StrEnum):
    """Why nothing is read aloud. `unknown`: it has not been found out yet."""

    NONE = "none"
    UNKNOWN = "unknown"
    NO_PROGRAM = "no-program"
    NO_ANSWER = "no-answer"
    NO_VOICE = "no-voice"
    NO_SOUND = "no-sound"


class Survey:
    """Asks for the voices, then for the sound device; looks for the answers when told to."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._child: Child | None = None
        self._asked_at = 0.0
        self.silence = Silence.UNKNOWN
        self.voices = Voices()

    def begin(self, now: float) -> None:
        """Ask from the start; nothing is known until `poll` has seen both answers."""
        self.end()
        self.silence, self.voices = Silence.UNKNOWN, Voices()
        self._ask(self._program.list_voices, now)

    def poll(self, now: float) -> bool:
        """Look for an answer; True when everything has just become known."""
        child = self._child
        if child is None:
            return False
        if child.has_ended():
            self._child = None
            self._take(child, now)
        elif now - self._asked_at > LIMIT:
            child.end()
            self.silence = Silence.NO_ANSWER
        return self._child is None and self.silence is not Silence.UNKNOWN

    def end(self) -> None:
        """Ask no more, and leave nobody behind."""
        if self._child is not None:
            self._child.end_for_good()
            self._child = None

    def _take(self, child: Child, now: float) -> None:
        if self.silence is not Silence.UNKNOWN:
            return  # it was given up on, and is gone now
        if self.voices.found:
            self.silence = Silence.NONE if child.did_well else Silence.NO_SOUND
            return
        if not child.did_well:
            self.silence = Silence.NO_PROGRAM
            return
        self.voices = voices_in(child.said)
        if not self.voices.of("en"):
            self.silence = Silence.NO_VOICE
            return
        self._ask(self._program.try_sound, now)

    def _ask(self, question: Callable[[], Child], now: float) -> None:
        try:
            self._child, self._asked_at = question(), now
        except CannotStart:
            self._child, self.silence = None, Silence.NO_PROGRAM

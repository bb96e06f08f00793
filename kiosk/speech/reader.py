"""Reads a page aloud, piece by piece."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from kiosk.speech.program import LOUDEST, USUAL, CannotStart, Child, Manner, Program
from kiosk.speech.saying import said, sentences
from kiosk.speech.survey import Silence
from kiosk.speech.voices import Voices

PACES = (USUAL, 110)
"""Words a minute: usual, slow."""
LOUDNESSES = (50, 90, 140, LOUDEST)
"""Of 200. The first is what everybody begins with: 65 dBA or less, measured when the kiosk is put
up (EN 301 549 5.1.3.12)."""
LONGEST = 1200
"""Signs said by one child: a minute and a half."""
PATIENCE = 20.0
A_SIGN = 0.3
"""Seconds a piece may take: this much for each sign, beside the patience. Twice what is needed."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What is said in one breath; `key` is what it stands for on the screen."""

    text: str
    language: str
    key: Hashable = None
    recording: "Recorded | None" = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A voice that says several pieces in one go; they are said one by one where it cannot."""

    load: Callable[[], bytes | None]
    seconds: float
    instead: tuple[Piece, ...]

    def part(self, passed: float) -> Hashable:
        """What is about now being said, so many seconds after the beginning."""
        share, whole = passed / self.seconds, sum(len(piece.text) for piece in self.instead)
        for piece in self.instead:
            share -= len(piece.text) / whole
            if share < 0:
                return piece.key
        return self.instead[-1].key


class Reader:
    """Says pieces one after the other; `poll` has to be called often while it does.

    There is never more than one child: the next begins when the one before is gone. A pause ends
    the child too; going on says the piece from its start, as does a new pace or loudness.
    """

    def __init__(self, program: Program) -> None:
        self._program = program
        self.voices = Voices()
        self._pieces: tuple[Piece, ...] = ()
        self._at = 0
        self._paused = False
        self._child: Child | None = None
        self._going: Child | None = None
        self._until = 0.0
        self._slow = False
        self._loudness = 0
        self._began = 0.0
        self.silence = Silence.NONE
        self.broken = 0
        """Recordings that could not be played, since the start."""

    @property
    def is_on(self) -> bool:
        """Whether it reads, or is paused in the middle."""
        return self._at < len(self._pieces)

    @property
    def is_busy(self) -> bool:
        """Whether it has to be polled: it reads, or somebody is still to be seen gone."""
        return self.is_on or self._going is not None

    @property
    def is_paused(self) -> bool:
        """Whether it waits to go on."""
        return self.is_on and self._paused

    @property
    def is_speaking(self) -> bool:
        """Whether something is being said, or is about to be."""
        return self.is_on and not self._paused

    @property
    def is_slow(self) -> bool:
        """Whether it speaks slowly."""
        return self._slow

    @property
    def is_loudest(self) -> bool:
        """Whether it cannot be louder."""
        return self._loudness == len(LOUDNESSES) - 1

    @property
    def piece(self) -> Piece | None:
        """What is being said."""
        return self._pieces[self._at] if self.is_on else None

    def lit(self, now: float) -> Hashable:
        """What the words that are heard now stand for on the screen."""
        piece = self.piece
        if piece is None:
            return None
        return piece.recording.part(now - self._began) if piece.recording else piece.key

    def begin(self, pieces: Sequence[Piece], now: float) -> None:
        """Read these; what was read before is silent at once."""
        self.stop()
        self._pieces = self._sayable(pieces)
        self._say(now)

    def pause(self) -> None:
        """Be silent, to go on later."""
        self._silence_child()
        self._paused = True

    def carry_on(self, now: float) -> None:
        """Say the piece again that was paused, then the rest."""
        self._paused = False
        self._say_again(now)

    def again(self, now: float) -> None:
        """Say the piece from its start."""
        self.carry_on(now)

    def change_pace(self, now: float) -> None:
        """Speak slowly, or at the usual pace again."""
        self._slow = not self._slow
        self._say_again(now)

    def change_loudness(self, now: float) -> None:
        """Speak louder; after the loudest comes the quiet beginning again."""
        self._loudness = (self._loudness + 1) % len(LOUDNESSES)
        self._say_again(now)

    def stop(self) -> None:
        """Be silent now."""
        self._silence_child()
        self._pieces, self._at, self._paused = (), 0, False

    def forget(self) -> None:
        """The next person begins with the quiet, usual voice."""
        self.stop()
        self._slow, self._loudness = False, 0

    def close(self) -> None:
        """The screen ends: nothing is left running."""
        self.stop()
        if self._going is not None:
            self._going.end_for_good()
            self._going = None

    def poll(self, now: float) -> None:
        """Look how far the child is; begin the next piece when it is done."""
        if self._going is not None and self._going.has_ended():
            self._going = None
        if self._child is None:
            self._say(now)
        elif self._child.has_ended():
            ended, self._child = self._child, None
            self._follow(now, heard=ended.did_well)
        elif now > self._until:
            self._fail(Silence.NO_ANSWER)

    def _sayable(self, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
        """What was recorded, and what there is a voice for, in pieces of a bearable length."""
        found: list[Piece] = []
        for piece in pieces:
            if piece.recording:
                found.append(piece)
            elif self.voices.of(piece.language):
                parts = sentences(said(piece.text, piece.language), LONGEST)
                found += [Piece(part, piece.language, piece.key) for part in parts]
        return tuple(found)

    def _follow(self, now: float, *, heard: bool) -> None:
        piece = self.piece
        if not heard and piece and piece.recording:
            self._say_instead(piece.recording, now)
            return
        if not heard:
            self._fail(Silence.NO_SOUND)
            return
        self._at += 1
        self._say(now)

    def _say_again(self, now: float) -> None:
        if not self._paused:
            self._silence_child()
            self._say(now)

    def _say(self, now: float) -> None:
        piece = self.piece
        if piece is None or self._paused or self._going is not None or self._child is not None:
            return
        manner = Manner(
            self.voices.of(piece.language), PACES[self._slow], LOUDNESSES[self._loudness]
        )
        self._began = now
        if piece.recording:
            self._play(piece.recording, manner, now)
            return
        try:
            self._child = self._program.say(piece.text, manner)
        except CannotStart:
            self._fail(Silence.NO_PROGRAM)
        self._until = now + PATIENCE + A_SIGN * len(piece.text)

    def _play(self, recording: Recorded, manner: Manner, now: float) -> None:
        sound = recording.load()
        try:
            self._child = self._program.play(sound, manner) if sound else None
        except (CannotStart, OSError):
            self._child = None
        if self._child is None:
            self._say_instead(recording, now)
        self._until = now + PATIENCE + 2 * recording.seconds

    def _say_instead(self, recording: Recorded, now: float) -> None:
        """The program says what a recording should have said."""
        self.broken += 1
        before, after = self._pieces[: self._at], self._pieces[self._at + 1 :]
        self._pieces = (*before, *self._sayable(recording.instead), *after)
        self._say(now)

    def _fail(self, why: Silence) -> None:
        self.stop()
        self.silence = why

    def _silence_child(self) -> None:
        """A child that was ended goes by itself within milliseconds; `poll` sees it gone."""
        if self._child is not None:
            self._child.end()
            self._going, self._child = self._child, None

"""Shows staff how far their stick is, until it may come out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from string import Formatter
from typing import Protocol
from zoneinfo import ZoneInfo

from kiosk.exchange.refusals import Refusal, sentence_of
from kiosk.screens.parts.shapes import ButtonItem, LineItem, StepItem
from kiosk.screens.presenting import Presenter
from kiosk.screens.staff.seen import Doing, Seen
from kiosk.speech.survey import Silence
from kiosk.translation import Words

HERE = ZoneInfo("Europe/London")
HOURS = 4
"""How many full hours ahead staff can close the screen for, touch by touch."""
CAME_IN = ("pages", "replies", "receipts")
"""Counts of what a stick changed here before something else of it was turned away."""
ORDER = (Doing.READING, Doing.CHECKING, Doing.INSTALLING, Doing.RETURN, Doing.WRITING)


class Closing(Protocol):
    """Keeps until when the screen is closed."""

    def until(self) -> datetime | None:
        """Say when it opens again; None while it is open."""

    def close(self, until: datetime) -> None:
        """Close the screen until then."""

    def lift(self) -> None:
        """Open the screen now."""


class Mood(StrEnum):
    """What fills the screen."""

    WORKING = "working"
    TAKE_OUT = "take-out"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class StaffState:
    """Numbers only: never a person, a topic or a desk."""

    mood: Mood = Mood.WORKING
    title: str = ""
    lead: str = ""
    share: float = 0.0
    steps: tuple[StepItem, ...] = ()
    numbers: tuple[LineItem, ...] = ()
    summary: str = ""
    closed: str = ""
    close_for_now: str = ""
    hours: tuple[ButtonItem, ...] = ()


def _no_trouble(_: Words) -> str:
    """All is well, so there is nothing to say of it."""
    return ""


@dataclass(frozen=True, slots=True)
class StaffNotes:
    """What staff should know of this kiosk, in the words given; empty where all is well."""

    voice: Callable[[Words], str] = _no_trouble
    panel: Callable[[Words], str] = _no_trouble
    keyboards: Callable[[Words], str] = _no_trouble
    languages: Callable[[Words], str] = _no_trouble
    printer: Callable[[Words], str] = _no_trouble


class StaffPresenter(Presenter[StaffState]):
    """Follows the mailroom. It has no touch that changes what the mailroom does."""

    def __init__(
        self,
        words: Words,
        look: Callable[[], Seen],
        closing: Closing,
        now: Callable[[], datetime],
        notes: StaffNotes = StaffNotes(),
    ) -> None:
        super().__init__(words)
        self._look = look
        self._notes = notes
        self._closing = closing
        self._now = now
        self._seen = look()

    def poll(self) -> bool:
        """Look again; False when the stick is out, so this screen has to go."""
        seen = self._look()
        if seen != self._seen:
            self._seen = seen
            self._changed()
        return seen.stick_is_in

    def close(self, hours: str) -> None:
        """Close the screen for this many hours, to the full hour; 0 opens it."""
        if not self._may_close():
            return
        if hours == "0":
            self._closing.lift()
        else:
            self._closing.close(_full_hour(self._now(), int(hours)))
        self._changed()

    def _may_close(self) -> bool:
        return self._seen.stick > 0 and self._seen.stick_is_in

    def _make(self) -> StaffState:
        words, seen = self._words, self._seen
        mood = {Doing.DONE: Mood.TAKE_OUT, Doing.REFUSED: Mood.REFUSED}.get(
            seen.doing, Mood.WORKING
        )
        title, lead = self._heading(mood)
        numbers = self._numbers()
        until = self._closing.until()
        return StaffState(
            mood=mood,
            title=title,
            lead=lead,
            share=self._share(),
            steps=self._steps() if mood is Mood.WORKING else (),
            numbers=numbers,
            summary="\n".join(line.text for line in numbers),
            closed=words("Closed for now until {time}", time=_clock(until)) if until else "",
            close_for_now=words("Close this screen for now?")
            if self._may_close() and not until
            else "",
            hours=self._hours(until) if self._may_close() else (),
        )

    def _heading(self, mood: Mood) -> tuple[str, str]:
        words, seen = self._words, self._seen
        if mood is Mood.TAKE_OUT:
            left = refusal_words(seen.code, seen.facts, words) if seen.code else ""
            return words("Take the stick out"), left or words("Everything is done.")
        if mood is Mood.REFUSED:
            came_in = any(seen.counts.get(name) for name in CAME_IN)
            title = words("Take the stick out") if came_in else words("Nothing has changed")
            return title, refusal_words(seen.code, seen.facts, words)
        return words("Leave the stick in"), words("This takes less than a minute.")

    def _share(self) -> float:
        seen = self._seen
        if seen.doing is Doing.DONE:
            return 1.0
        if seen.doing not in ORDER:
            return 0.0
        part = min(1.0, seen.done / seen.of) if seen.of > 0 else 0.0
        return (ORDER.index(seen.doing) + part) / len(ORDER)

    def _steps(self) -> tuple[StepItem, ...]:
        at = ORDER.index(self._seen.doing) if self._seen.doing in ORDER else 0
        return tuple(
            StepItem(self._step_words(step, now=place == at), done=place < at)
            for place, step in enumerate(ORDER)
        )

    def _step_words(self, step: Doing, *, now: bool) -> str:
        words, seen = self._words, self._seen
        name = {
            Doing.READING: words("Read the stick"),
            Doing.CHECKING: words("Check who made it"),
            Doing.INSTALLING: words("Take in new pages"),
            Doing.RETURN: words("Take in answers"),
            Doing.WRITING: words("Put requests on the stick"),
        }[step]
        if now and seen.of > 0:
            return words("{step}: {done} of {all}", step=name, done=seen.done, all=seen.of)
        return name

    def _numbers(self) -> tuple[LineItem, ...]:
        words, seen = self._words, self._seen
        lines = []
        if seen.stick:
            lines.append(LineItem(words("Stick number {number}", number=seen.stick), "usb"))
        known = {
            "pages": ("article", words("New pages: {n}", n=seen.counts.get("pages", 0))),
            "replies": (
                "chat-circle-dots",
                words("Answers taken in: {n}", n=seen.counts.get("replies", 0)),
            ),
            "receipts": (
                "check-circle",
                words("Receipts taken in: {n}", n=seen.counts.get("receipts", 0)),
            ),
            "requests": (
                "envelope",
                words("Sealed requests on the stick: {n}", n=seen.counts.get("requests", 0)),
            ),
            "unknown": (
                "warning",
                words("Other files on the stick: {n}", n=seen.counts.get("unknown", 0)),
            ),
        }
        lines += [
            LineItem(text, icon) for name, (icon, text) in known.items() if name in seen.counts
        ]
        if voice := self._notes.voice(words):
            lines.append(LineItem(voice, "speaker-slash"))
        if keyboards := self._notes.keyboards(words):
            lines.append(LineItem(keyboards, "keyboard"))
        if languages := self._notes.languages(words):
            lines.append(LineItem(languages, "translate"))
        if printer := self._notes.printer(words):
            lines.append(LineItem(printer, "file-text"))
        if panel := self._notes.panel(words):
            lines.append(LineItem(panel, "monitor"))
        return tuple(lines)

    def _hours(self, until: datetime | None) -> tuple[ButtonItem, ...]:
        words = self._words
        if until is not None:
            return (ButtonItem("0", words("Open this screen now")),)
        return tuple(
            ButtonItem(
                str(hours),
                words("Until {time}", time=_clock(_full_hour(self._now(), hours))),
            )
            for hours in range(1, HOURS + 1)
        )


def refusal_words(code: str, facts: dict[str, str | int], words: Words) -> str:
    """Say why the stick was turned away: what happened, what still works, who can help."""
    if code not in set(Refusal):
        return words("This stick was turned away. The screen works as before. Tell the office.")
    message = sentence_of(Refusal(code))
    names = {name: "-" for _, name, _, _ in Formatter().parse(message) if name}
    return words(message, **(names | facts))


def voice_words(silence: Silence, lacking: Sequence[str], words: Words) -> str:
    """Say in one line why nothing is read aloud, or what is not; nothing where all is well."""
    if silence is Silence.NO_PROGRAM:
        return words(
            "Reading aloud is off: its program is missing. All else works. Tell the office."
        )
    if silence is Silence.NO_ANSWER:
        return words(
            "Reading aloud is off: its program does not answer. All else works. Tell the office."
        )
    if silence is Silence.NO_VOICE:
        return words("Reading aloud is off: it has no voice. All else works. Tell the office.")
    if silence is Silence.NO_SOUND:
        return words(
            "Reading aloud is off: no loudspeaker was found. All else works. Tell the office."
        )
    if silence is Silence.UNKNOWN or not lacking:
        return ""
    names = ", ".join(Words(language).name for language in lacking)
    return words("There is no voice to read these aloud: {languages}", languages=names)


def recording_words(broken: int, words: Words) -> str:
    """Say in one line that a recording of the content is no good; nothing where all are."""
    if not broken:
        return ""
    return words("A recording cannot be played. The program reads it out instead. Tell the office.")


def earphone_words(words: Words, *, unsure: bool) -> str:
    """Say in one line that the socket tells nothing; nothing where it does."""
    if not unsure:
        return ""
    return words("This screen cannot feel its earphones. It asks before it reads private things.")


def panel_words(odd: Sequence[str], words: Words, *, assumed: bool) -> str:
    """Say in one line that the panel cannot be what was measured; nothing where all is well."""
    if odd:
        return words(
            "These settings make no sense and are left out: {names}. All else works. "
            "Tell the office.",
            names=", ".join(odd),
        )
    if assumed:
        return words(
            "The measured size of this panel cannot be right. Letters and buttons may have the "
            "wrong size. All else works. Tell the office."
        )
    return ""


def busy_line(seen: Seen, words: Words) -> str:
    """Say in one line to the person at the screen that staff are at it."""
    if not seen.stick_is_in:
        return ""
    return words("Staff are updating this screen. You can carry on.")


def _full_hour(now: datetime, hours: int) -> datetime:
    start = now.astimezone(HERE).replace(minute=0, second=0, microsecond=0)
    return start + timedelta(hours=hours)


def _clock(at: datetime) -> str:
    return at.astimezone(HERE).strftime("%H:%M")

"""Tells a person that their request is saved."""

from collections.abc import Callable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from kiosk.screens.covering import Covering
from kiosk.screens.errand import Errand, SavedRequest
from kiosk.screens.parts.shapes import HeadingItem, LineItem, StepItem
from kiosk.screens.places import GoTo, Place
from kiosk.translation import Words

HERE = ZoneInfo("Europe/London")
ARTICLES = {"The", "Y", "Yr"}
"""First words that are no names, in the languages that forms are written in."""


@dataclass(frozen=True, slots=True)
class ConfirmationState:
    """The number, what happens next, how to see the answer."""

    title: str = ""
    lead: str = ""
    number_label: str = ""
    number: str = ""
    next_title: str = ""
    steps: tuple[StepItem, ...] = ()
    answer_title: str = ""
    answer: tuple[LineItem, ...] = ()
    close: str = ""
    another: str = ""
    note: str = ""
    more: str = ""
    less: str = ""
    uncover: str = ""

    @property
    def lines(self) -> tuple[HeadingItem | StepItem | LineItem, ...]:
        """All of it under each other, where there is no room for two cards."""
        return (
            HeadingItem(self.next_title),
            *self.steps,
            HeadingItem(self.answer_title),
            *self.answer,
            LineItem(self.note),
        )


class ConfirmationPresenter(Covering[ConfirmationState]):
    """Shows what was saved, until the person closes or asks for something else."""

    def __init__(
        self, words: Words, errand: Errand, close: Callable[[], object], go_to: GoTo
    ) -> None:
        super().__init__(words)
        self._errand = errand
        self._close = close
        self._go_to = go_to

    def close(self) -> None:
        """Close and hide: the visit ends, the request stays."""
        self._close()

    def ask_another(self) -> None:
        """Ask for something else in the same visit; Back leads home, not into the last form."""
        self._go_to(Place.HOME)
        self._go_to(Place.ASK_LIST)

    def _cover_page(self) -> ConfirmationState:
        """The number stays for whoever writes it down slowly: it opens nothing."""
        words, saved = self._words, self._errand.saved
        return ConfirmationState(
            title=words("Saved"),
            lead=words("Nobody has read it yet."),
            number_label=words("Your request number"),
            number=saved.reference if saved else "",
            close=words("Close and hide"),
            uncover=words("Touch to show it"),
        )

    def _page(self) -> ConfirmationState:
        words, saved = self._words, self._errand.saved
        return ConfirmationState(
            title=words("Saved"),
            lead=words("Nobody has read it yet."),
            number_label=words("Your request number"),
            number=saved.reference if saved else "",
            next_title=words("What happens next"),
            steps=self._steps(saved) if saved else (),
            answer_title=words("See your answer") if _listed(saved) else words("Your answer"),
            answer=self._answer(saved) if saved else (),
            close=words("Close and hide"),
            another=words("Ask for something else"),
            note=words("Closing does not delete your request."),
            more=words("More"),
            less=words("Back up"),
        )

    def _steps(self, saved: SavedRequest) -> tuple[StepItem, ...]:
        words, promised = self._words, saved.promised
        answered = words.day(promised.answered)
        return (
            StepItem(
                words(
                    "Saved here — today, {time}",
                    time=saved.at.astimezone(HERE).strftime("%H:%M"),
                ),
                done=True,
                strong=(words("Saved here"),),
            ),
            StepItem(
                words("Taken to the office — by {day}", day=words.day(promised.carried))
                if not saved.reader
                else words(
                    "Taken to {reader} — by {day}",
                    reader=_in_a_sentence(saved.reader),
                    day=words.day(promised.carried),
                )
            ),
            StepItem(words("Read — by {day}", day=words.day(promised.read))),
            StepItem(words("We aim to answer by {day}", day=answered), strong=(answered,)),
        )

    def _answer(self, saved: SavedRequest) -> tuple[LineItem, ...]:
        words = self._words
        number = LineItem(
            words("The number alone opens nothing. It helps staff find your request.")
        )
        if not saved.proven:
            return (
                LineItem(words("Your answer comes in a sealed envelope, or in person.")),
                LineItem(words("Staff first check in private that it was you who asked.")),
                number,
            )
        if not saved.listed:
            return (
                LineItem(words("This is not on your list. Your answer comes to you in private.")),
                number,
            )
        return (
            LineItem(
                words(
                    "Sign in here, or at any Signpost screen on your wing, and touch My requests."
                ),
                strong=(words("My requests"),),
            ),
            number,
        )


def _in_a_sentence(reader: str) -> str:
    """Begin with a small letter, where the first word is no name."""
    first, space, rest = reader.partition(" ")
    return first.lower() + space + rest if first in ARTICLES else reader


def _listed(saved: SavedRequest | None) -> bool:
    return saved is not None and saved.listed and saved.proven

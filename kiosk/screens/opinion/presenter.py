"""Asks what a page was good for, or what looks wrong in it: one touch, no name, no words typed."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.parts.shapes import RowItem
from kiosk.screens.places import GoBack
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class Ears:
    """Who is told: the answer, or what looks wrong. `wants_to_know`: whether use is counted."""

    useful: Callable[[str], object]
    wrong: Callable[[str], object]
    wants_to_know: bool = True


@dataclass(frozen=True, slots=True)
class OpinionState:
    """Two lists of answers; `thanks` stands in their place once one was touched."""

    back: str = ""
    title: str = ""
    lead: str = ""
    useful_title: str = ""
    useful: tuple[RowItem, ...] = ()
    wrong_title: str = ""
    wrong: tuple[RowItem, ...] = ()
    thanks: str = ""
    close: str = ""
    more: str = ""
    less: str = ""


class OpinionPresenter(Presenter[OpinionState]):
    """Takes one answer for one page."""

    def __init__(self, words: Words, ears: Ears, go_back: GoBack) -> None:
        super().__init__(words)
        self._ears = ears
        self._go_back = go_back
        self._said = False

    def useful(self, answer: str) -> None:
        """Somebody said what it was good for."""
        self._ears.useful(answer)
        self._thank()

    def wrong(self, what: str) -> None:
        """Somebody said what looks wrong."""
        self._ears.wrong(what)
        self._thank()

    def back(self) -> None:
        """To the page."""
        self._go_back()

    def _thank(self) -> None:
        self._said = True
        self._changed()

    def _make(self) -> OpinionState:
        words = self._words
        close = words("Back to the page")
        if self._said:
            thanks = words("Thank you. This goes to the office, without a name.")
            return OpinionState(back=words("Back"), title=_title(words), thanks=thanks, close=close)
        return OpinionState(
            back=words("Back"),
            title=_title(words),
            lead=words("Touch what fits. Nobody is named. To get an answer, ask for help."),
            useful_title=words("Was it useful?"),
            useful=_useful(words) if self._ears.wants_to_know else (),
            wrong_title=words("Does it look wrong?"),
            wrong=_wrong(words),
            more=words("More"),
            less=words("Back up"),
        )


def _title(words: Words) -> str:
    return words("Tell us about this page")


def _useful(words: Words) -> tuple[RowItem, ...]:
    return (
        RowItem("useful", words("Yes, it helped me"), icon="thumbs-up"),
        RowItem("not-mine", words("It is not what I need"), icon="user-minus"),
        RowItem("hard-to-read", words("It is hard to read"), icon="eyeglasses"),
        RowItem("no-way-on", words("It does not say what to do next"), icon="question"),
        RowItem("knew-it", words("I knew it already"), icon="check"),
    )


def _wrong(words: Words) -> tuple[RowItem, ...]:
    return (
        RowItem("wrong", words("What it says is wrong"), icon="x-circle"),
        RowItem("ended", words("This has ended"), icon="calendar-x"),
        RowItem("hard-to-read", words("It is hard to read"), icon="eyeglasses"),
        RowItem("other", words("Something else looks wrong"), icon="warning-circle"),
    )

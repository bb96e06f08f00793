"""Asks whether somebody is still there before a visit ends by itself."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class StillThereState:
    """The question with the seconds left; not shown while `asking` is false."""

    asking: bool = False
    title: str = ""
    text: str = ""
    stay: str = ""
    more_time: str = ""
    close: str = ""
    spoken: str = ""
    """What is said to somebody who listens."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What each button of the question does."""

    stay: Callable[[], None]
    close: Callable[[], None]
    need_more_time: Callable[[], None]
    has_more_time: Callable[[], bool]


class StillTherePresenter(Presenter[StillThereState]):
    """Counts down. Staying can be chosen as often as wanted, more time once for the whole visit."""

    def __init__(self, words: Words, answers: Answers) -> None:
        super().__init__(words)
        self._answers = answers
        self._seconds: int | None = None

    @property
    def seconds(self) -> int | None:
        """The seconds left; None while nobody is asked."""
        return self._seconds

    def count_down(self, seconds: int | None) -> None:
        """So many seconds are left; None: nobody needs to be asked."""
        if seconds != self._seconds:
            self._seconds = seconds
            self._changed()

    def stay(self) -> None:
        """I am still here."""
        self.count_down(None)
        self._answers.stay()

    def need_more_time(self) -> None:
        """I am still here, and I need longer than others."""
        self.count_down(None)
        self._answers.need_more_time()

    def close(self) -> None:
        """End the visit now."""
        self.count_down(None)
        self._answers.close()

    def _make(self) -> StillThereState:
        if self._seconds is None:
            return StillThereState()
        words = self._words
        title = words("Are you still there?")
        text = words.plural(
            "This screen closes in {n} second.",
            "This screen closes in {n} seconds.",
            self._seconds,
        )
        return StillThereState(
            asking=True,
            title=title,
            text=text,
            spoken=" ".join((title, text, words("Touch anywhere to stay."))),
            stay=words("Yes, carry on"),
            more_time="" if self._answers.has_more_time() else words("I need more time"),
            close=words("Close and hide"),
        )

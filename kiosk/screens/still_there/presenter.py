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
    close: str = ""


class StillTherePresenter(Presenter[StillThereState]):
    """Counts down. Staying can be chosen as often as wanted."""

    def __init__(self, words: Words, stay: Callable[[], None], close: Callable[[], None]) -> None:
        super().__init__(words)
        self._stay = stay
        self._close = close
        self._seconds: int | None = None

    def count_down(self, seconds: int | None) -> None:
        """So many seconds are left; None: nobody needs to be asked."""
        if seconds != self._seconds:
            self._seconds = seconds
            self._changed()

    def stay(self) -> None:
        """I am still here."""
        self.count_down(None)
        self._stay()

    def close(self) -> None:
        """End the visit now."""
        self.count_down(None)
        self._close()

    def _make(self) -> StillThereState:
        if self._seconds is None:
            return StillThereState()
        words = self._words
        return StillThereState(
            asking=True,
            title=words("Are you still there?"),
            text=words.plural(
                "This screen closes in {n} second.",
                "This screen closes in {n} seconds.",
                self._seconds,
            ),
            stay=words("Yes, carry on"),
            close=words("Close and hide"),
        )

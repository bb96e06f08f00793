"""Says that the screen is closed for now."""

from dataclasses import dataclass
from datetime import time

from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class ClosedState:
    """Until when nothing but Help now can be touched, and what to do instead."""

    title: str = ""
    until: str = ""
    advice: str = ""


class ClosedPresenter(Presenter[ClosedState]):
    """Shows until when the screen is closed; Help now stands in the frame, as everywhere."""

    def __init__(self, words: Words, until: time | None) -> None:
        super().__init__(words)
        self._until = until

    def _make(self) -> ClosedState:
        words = self._words
        until = ""
        if self._until is not None:
            until = words("It opens again at {time}.", time=self._until.strftime("%H:%M"))
        return ClosedState(
            title=words("Closed for now"),
            until=until,
            advice=words("Ask an officer if you need something before then."),
        )

"""Says that the screen is closed for now."""

from dataclasses import dataclass
from datetime import time

from kiosk.screens.places import GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class ClosedState:
    """Why nothing else can be touched, with the way to help."""

    title: str = ""
    until: str = ""
    advice: str = ""
    help_now: str = ""


class ClosedPresenter(Presenter[ClosedState]):
    """Shows until when the screen is closed; Help now still works."""

    def __init__(self, words: Words, until: time | None, go_to: GoTo) -> None:
        super().__init__(words)
        self._until = until
        self._go_to = go_to

    def open_help(self) -> None:
        """Help now is never closed."""
        self._go_to(Place.HELP_NOW)

    def _make(self) -> ClosedState:
        words = self._words
        until = ""
        if self._until is not None:
            until = words("It opens again at {time}.", time=self._until.strftime("%H:%M"))
        return ClosedState(
            title=words("Closed for now"),
            until=until,
            advice=words("Ask an officer if you need something before then."),
            help_now=words("Help now"),
        )

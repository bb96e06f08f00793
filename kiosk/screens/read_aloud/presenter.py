"""Asks before something private is read aloud."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class ReadAloudState:
    """The warning with its two answers; not shown while `asking` is false."""

    asking: bool = False
    title: str = ""
    text: str = ""
    read: str = ""
    not_now: str = ""


class ReadAloudPresenter(Presenter[ReadAloudState]):
    """Asks once a visit: whoever has chosen to hear private things has chosen it for the visit."""

    def __init__(self, words: Words, read: Callable[[], None]) -> None:
        super().__init__(words)
        self._read = read
        self._asking = False
        self._agreed = False

    @property
    def agreed(self) -> bool:
        """Whether private things may be heard in this visit."""
        return self._agreed

    def ask(self) -> None:
        """Read at once where that was agreed to already, otherwise ask."""
        if self._agreed:
            self._read()
            return
        self._asking = True
        self._changed()

    def read(self) -> None:
        """Read it aloud."""
        self._agreed = True
        self.put_away()
        self._read()

    def put_away(self) -> None:
        """Not now."""
        if self._asking:
            self._asking = False
            self._changed()

    def forget(self) -> None:
        """The next person is asked again."""
        self._agreed = False
        self.put_away()

    def _make(self) -> ReadAloudState:
        if not self._asking:
            return ReadAloudState()
        words = self._words
        return ReadAloudState(
            asking=True,
            title=words("Read this aloud?"),
            text=words("Other people may hear this. Use earphones if you can."),
            read=words("Read it aloud"),
            not_now=words("Not now"),
        )

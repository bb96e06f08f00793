"""The first screen: choose a language, touch to start."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.parts.shapes import ButtonItem
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class AttractState:
    """What the screen is for, how to start, the languages."""

    title: str = ""
    text: str = ""
    start: str = ""
    choose: str = ""
    languages: tuple[ButtonItem, ...] = ()


class AttractPresenter(Presenter[AttractState]):
    """Waits for somebody. Nothing of the last person is here."""

    def __init__(
        self,
        words: Words,
        languages: tuple[tuple[str, str], ...],
        start: Callable[[], None],
        start_in: Callable[[str], None],
    ) -> None:
        super().__init__(words)
        self._languages = languages
        self._start = start
        self._start_in = start_in

    def start(self) -> None:
        """Begin in the language that is shown."""
        self._start()

    def start_in(self, language: str) -> None:
        """Begin in this language."""
        self._start_in(language)

    def _make(self) -> AttractState:
        words = self._words
        return AttractState(
            title=words("Find things out. Ask. Get an answer."),
            text=words("A home, work, money, family, getting out, life in here."),
            start=words("Touch to start"),
            choose=words("Choose your language"),
            languages=tuple(ButtonItem(code, name, "globe") for code, name in self._languages),
        )

"""The choice of languages, each in its own name."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.screens.parts.shapes import NavItem
from kiosk.screens.places import GoBack
from kiosk.screens.presenting import Presenter
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class LanguageState:
    """The languages; the one that is spoken now is marked."""

    back: str = ""
    title: str = ""
    languages: tuple[NavItem, ...] = ()
    text: str = ""
    more: str = ""
    less: str = ""


class LanguagePresenter(Presenter[LanguageState]):
    """Changes the language of everything, then goes back to where the person was."""

    def __init__(
        self,
        words: Words,
        languages: tuple[tuple[str, str], ...],
        speak: Callable[[str], None],
        go_back: GoBack,
    ) -> None:
        super().__init__(words)
        self._languages = languages
        self._speak = speak
        self._go_back = go_back

    def choose(self, language: str) -> None:
        """Go on in this language."""
        self._speak(language)
        self._go_back()

    def back(self) -> None:
        """Keep the language."""
        self._go_back()

    def _make(self) -> LanguageState:
        words = self._words
        return LanguageState(
            back=words("Back"),
            title=words("Choose your language"),
            languages=tuple(
                NavItem(code, name, "globe", code == words.language)
                for code, name in self._languages
            ),
            text=words("Your language is not here? Ask any officer for an interpreter."),
            more=words("More"),
            less=words("Back up"),
        )

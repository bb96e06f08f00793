"""Draws the choice of languages."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.language.presenter import LanguageState
from kiosk.screens.parts.pages import ScreenPart

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class LanguageScreen(ScreenPart):
    """One large row for each language."""

    state = ObjectProperty(LanguageState(), rebind=True)

    def choose(self, language: str) -> None:
        """A language was touched."""
        self.presenter.choose(language)

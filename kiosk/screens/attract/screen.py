"""Draws the first screen."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.attract.presenter import AttractState
from kiosk.screens.parts.pages import ScreenPart

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class AttractScreen(ScreenPart):
    """A large green button; the languages below it."""

    state = ObjectProperty(AttractState(), rebind=True)

    def arrange(self) -> None:
        """On a low panel our sign goes first, then the line below the title."""
        _, _, width, height = self.room
        ids = self.ids
        ids.sign.shown = ids.text.shown = True
        for spare in (ids.sign, ids.text):
            if ids.sheet.natural_height(width) > height:
                spare.shown = False
        super().arrange()

    def start(self) -> None:
        """Touch to start was touched."""
        self.presenter.start()

    def start_in(self, language: str) -> None:
        """The name of a language was touched."""
        self.presenter.start_in(language)

"""Draws the home screen."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.home.presenter import HomeState
from kiosk.screens.parts.pages import ScreenPart

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class HomeScreen(ScreenPart):
    """Tiles that fill the page."""

    state = ObjectProperty(HomeState(), rebind=True)

    def choose(self, tile: str) -> None:
        """A tile was touched."""
        self.presenter.choose(tile)

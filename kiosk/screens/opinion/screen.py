"""Draws the answers about a page, or the thanks."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.opinion.presenter import OpinionState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class OpinionScreen(ScreenPart):
    """Two lists beside each other, or one band. `cramped`: there is no room for a lead."""

    cramped = BooleanProperty(False)

    state = ObjectProperty(OpinionState(), rebind=True)

    def arrange(self) -> None:
        """Large letters on a low panel leave room for the answers alone."""
        self.cramped = look.theme.low and look.theme.large
        super().arrange()

    def useful(self, answer: str) -> None:
        """What it was good for was touched."""
        self.presenter.useful(answer)

    def wrong(self, what: str) -> None:
        """What looks wrong was touched."""
        self.presenter.wrong(what)

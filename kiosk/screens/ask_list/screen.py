"""Draws the forms on offer."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.ask_list.presenter import AskListState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class AskListScreen(ScreenPart):
    """Forms as tiles."""

    state = ObjectProperty(AskListState(), rebind=True)
    cramped = BooleanProperty(False)
    """Large letters on a low panel: wider tiles are less high."""

    def arrange(self) -> None:
        self.cramped = look.theme.cramped
        super().arrange()

    def ask(self, form: str) -> None:
        """A form was touched."""
        self.presenter.ask(form)

"""Draws one question."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.parts.covering import CoveringScreen
from kiosk.screens.question.presenter import QuestionState
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class QuestionScreen(CoveringScreen):
    """One question with its answers."""

    state = ObjectProperty(QuestionState(), rebind=True)
    tight = BooleanProperty(False)
    said_once = BooleanProperty(False)
    """What is missing is said above the answers, and in large letters not on top as well."""
    in_list = BooleanProperty(False)
    """Large letters on a low panel: what is said about the answers is turned with them."""
    in_line = BooleanProperty(False)
    """The title stands beside Back: there is little height, or no form to name there."""

    def arrange(self) -> None:
        self.tight = look.theme.tight
        self.said_once = self.tight or look.theme.large
        self.in_list = look.theme.cramped and bool(self.state.options)
        self.in_line = self.tight or not self.state.caption
        super().arrange()

    def choose(self, code: str) -> None:
        """An answer was touched."""
        self.presenter.choose(code)

    def carry_on(self) -> None:
        """Continue was touched."""
        self.presenter.carry_on()

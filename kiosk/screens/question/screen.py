"""Draws one question."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.question.presenter import QuestionState
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class QuestionScreen(ScreenPart):
    """One question with its answers."""

    state = ObjectProperty(QuestionState(), rebind=True)
    narrow = BooleanProperty(False)
    """Large letters on an upright panel: the way to hide is a picture alone."""
    tight = BooleanProperty(False)
    in_line = BooleanProperty(False)
    """The title stands beside Back: there is little height, or no form to name there."""

    def arrange(self) -> None:
        self.narrow = look.theme.portrait and look.theme.large
        self.tight = look.theme.tight
        self.in_line = self.tight or not self.state.caption
        super().arrange()

    def choose(self, code: str) -> None:
        """An answer was touched."""
        self.presenter.choose(code)

    def carry_on(self) -> None:
        """Continue was touched."""
        self.presenter.carry_on()

    def hide(self) -> None:
        """Hide my answers was touched."""
        self.presenter.hide()

    def uncover(self) -> None:
        """The cover was touched."""
        self.presenter.uncover()

"""Draws every answer once more."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.check.presenter import CheckState
from kiosk.screens.parts.covering import CoveringScreen
from kiosk.screens.parts.numbers import Number
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

FEW = 5
"""Answers that stand under each other on one page; more stand in two columns."""


class CheckScreen(CoveringScreen):
    """All answers, then Send."""

    state = ObjectProperty(CheckState(), rebind=True)
    tight = BooleanProperty(False)
    cramped = BooleanProperty(False)
    """Large letters where there is little height, or one more line there."""
    columns = Number(1)

    def arrange(self) -> None:
        theme = look.theme
        self.tight = theme.tight
        self.cramped = theme.scarce or (theme.low and bool(self.state.list_note))
        self.columns = 1 if self.tight or len(self.state.rows) <= FEW else 2
        super().arrange()

    def change(self, question: str) -> None:
        """Change was touched."""
        self.presenter.change(question)

    def show_on_list(self, answer: str) -> None:
        """An answer about the list was touched."""
        self.presenter.show_on_list(answer)

    def send(self) -> None:
        """Send was touched."""
        self.presenter.send()

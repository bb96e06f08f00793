"""Draws what was saved."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.confirmation.presenter import ConfirmationState
from kiosk.screens.parts.covering import CoveringScreen
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class ConfirmationScreen(CoveringScreen):
    """The number with what happens next."""

    state = ObjectProperty(ConfirmationState(), rebind=True)
    wide = BooleanProperty(True)
    tight = BooleanProperty(False)

    def arrange(self) -> None:
        """In large letters on a low panel the first heading leaves its room to the steps."""
        self.wide, self.tight = not look.theme.portrait, look.theme.tight or look.theme.large
        cramped = look.theme.cramped
        self.ids.lines.items = self.state.lines[1:] if cramped else self.state.lines
        super().arrange()

    def close(self) -> None:
        """Close and hide was touched."""
        self.presenter.close()

    def ask_another(self) -> None:
        """Ask for something else was touched."""
        self.presenter.ask_another()

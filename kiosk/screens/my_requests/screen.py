"""Draws a person's own list."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.my_requests.presenter import MyRequestsState
from kiosk.screens.parts.covering import CoveringScreen
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class MyRequestsScreen(CoveringScreen):
    """Requests as rows."""

    state = ObjectProperty(MyRequestsState(), rebind=True)
    tight = BooleanProperty(False)
    """Little height: the arrows that turn the list stand beside the button to ask."""

    def arrange(self) -> None:
        self.tight = look.theme.tight and not look.theme.lowered
        super().arrange()

    def open(self, request: str) -> None:
        """A request was touched."""
        self.presenter.open(request)

    def ask(self) -> None:
        """Ask for help was touched."""
        self.presenter.ask()

    def sign_in(self) -> None:
        """I have my PIN now was touched."""
        self.presenter.sign_in()

"""Draws a person's own list."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.my_requests.presenter import MyRequestsState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class MyRequestsScreen(ScreenPart):
    """Requests as rows."""

    state = ObjectProperty(MyRequestsState(), rebind=True)
    narrow = BooleanProperty(False)
    """Large letters on an upright panel: the way to hide is a picture alone."""

    def arrange(self) -> None:
        self.narrow = look.theme.portrait and look.theme.large
        super().arrange()

    def open(self, request: str) -> None:
        """A request was touched."""
        self.presenter.open(request)

    def ask(self) -> None:
        """Ask for help was touched."""
        self.presenter.ask()

    def cover(self) -> None:
        """Hide was touched."""
        self.presenter.cover()

    def uncover(self) -> None:
        """The cover was touched."""
        self.presenter.uncover()

    def sign_in(self) -> None:
        """I have my PIN now was touched."""
        self.presenter.sign_in()

"""Draws the notice before a request."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.notice import spread  # noqa: F401  the layout names it
from kiosk.screens.notice.presenter import NoticeState
from kiosk.screens.parts.pages import ScreenPart

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class NoticeScreen(ScreenPart):
    """What to know before asking, with three ways on."""

    state = ObjectProperty(NoticeState(), rebind=True)

    def carry_on(self) -> None:
        """I understand, carry on was touched."""
        self.presenter.carry_on()

    def ask_in_person(self) -> None:
        """I want to ask in person was touched."""
        self.presenter.ask_in_person()

    def stop(self) -> None:
        """Stop was touched."""
        self.presenter.stop()

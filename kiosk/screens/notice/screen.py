"""Draws the notice before a request."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.notice import spread  # noqa: F401  the layout names it
from kiosk.screens.notice.presenter import NoticeState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class NoticeScreen(ScreenPart):
    """What to know before asking, with three ways on."""

    state = ObjectProperty(NoticeState(), rebind=True)
    turns_above = BooleanProperty(False)
    """The pages are turned beside the title, where a line less of buttons is a page less."""
    cramped = BooleanProperty(False)
    """Large letters on a low panel: buttons in one line need the room of a picture."""
    stops_above = BooleanProperty(False)
    """Even so they need a second line: the way out stands beside the arrows."""

    def arrange(self) -> None:
        """The arrows stand above what they count: they come in a second pass."""
        self.turns_above = look.theme.tight and not look.theme.upright
        self.cramped = self.turns_above and look.theme.large
        self.stops_above = False
        too_wide = self.ids.ways_on.natural_width() > self.room[2]
        self.stops_above = self.cramped and (too_wide or bool(self.state.advice))
        count = self.ids.lines.count
        super().arrange()
        if self.ids.lines.count != count:
            super().arrange()

    def carry_on(self) -> None:
        """I understand, carry on was touched."""
        self.presenter.carry_on()

    def ask_in_person(self) -> None:
        """I want to ask in person was touched."""
        self.presenter.ask_in_person()

    def stop(self) -> None:
        """Stop was touched."""
        self.presenter.stop()

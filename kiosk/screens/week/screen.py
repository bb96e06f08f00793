"""Draws the week."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look
from kiosk.screens.week.presenter import WeekState

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class WeekScreen(ScreenPart):
    """Days on one side, what happens on the other."""

    state = ObjectProperty(WeekState(), rebind=True)
    low = BooleanProperty(False)
    narrow = BooleanProperty(False)
    """Large letters on a low panel: two names of days have no room beside each other."""
    broad = BooleanProperty(False)
    """Large letters: the longest names of days need more of the width."""

    def arrange(self) -> None:
        self.low = look.theme.low
        self.narrow = self.low and look.theme.large
        self.broad = look.theme.large
        super().arrange()

    def choose_day(self, day: str) -> None:
        """A day was touched."""
        self.presenter.choose_day(day)

    def open(self, entry: str) -> None:
        """A line was touched."""
        self.presenter.open(entry)

"""Draws the week."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.week.presenter import WeekState

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class WeekScreen(ScreenPart):
    """Days on one side, what happens on the other."""

    state = ObjectProperty(WeekState(), rebind=True)

    def choose_day(self, day: str) -> None:
        """A day was touched."""
        self.presenter.choose_day(day)

    def open(self, entry: str) -> None:
        """A line was touched."""
        self.presenter.open(entry)

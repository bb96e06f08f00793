"""Draws what should happen, and when."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.timeline.presenter import TimelineState

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class TimelineScreen(ScreenPart):
    """Stages on one side, what belongs to one of them on the other."""

    state = ObjectProperty(TimelineState(), rebind=True)

    def choose_stage(self, code: str) -> None:
        """A stage was touched."""
        self.presenter.choose_stage(code)

    def open(self, entry: str) -> None:
        """An entry was touched."""
        self.presenter.open(entry)

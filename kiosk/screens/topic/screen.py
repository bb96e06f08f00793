"""Draws the entries of one home tile."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.topic.presenter import TopicState

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class TopicScreen(ScreenPart):
    """Groups on one side, entries on the other."""

    state = ObjectProperty(TopicState(), rebind=True)

    def choose_group(self, code: str) -> None:
        """A group was touched."""
        self.presenter.choose_group(code)

    def open(self, entry: str) -> None:
        """An entry was touched."""
        self.presenter.open(entry)

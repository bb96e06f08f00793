"""Draws what should happen, and when."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.shapes import HeadingItem
from kiosk.screens.theme import look
from kiosk.screens.timeline.presenter import TimelineState

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class TimelineScreen(ScreenPart):
    """Stages on one side, what belongs to one of them on the other."""

    state = ObjectProperty(TimelineState(), rebind=True)

    def arrange(self) -> None:
        """In large letters on a low panel the first heading leaves its room to what it leads to."""
        rows = self.state.rows
        headed = bool(rows) and isinstance(rows[0], HeadingItem)
        cramped = look.theme.cramped
        self.ids.rows.items = rows[1:] if headed and cramped else rows
        super().arrange()

    def choose_stage(self, code: str) -> None:
        """A stage was touched."""
        self.presenter.choose_stage(code)

    def open(self, entry: str) -> None:
        """An entry was touched."""
        self.presenter.open(entry)

"""Draws how far the stick is."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.part import Part
from kiosk.screens.staff.presenter import StaffState
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Meter(Part):
    """A bar that is full when `share` is 1."""

    role = "progress"

    share = Number(0.0)

    @property
    def value(self) -> str:
        """How much is done, in percent."""
        return f"{self.share:.0%}"

    def on_share(self, *_: object) -> None:
        """The bar has grown."""
        self.outgrown()

    def arrange(self) -> None:
        filled = self.ids.filled
        wide = self.width * min(1.0, max(0.0, self.share))
        filled.shown = wide >= 1
        start = self.x + self.width - wide if look.rtl else self.x
        filled.place(start, self.y, wide, self.height)


class StaffScreen(ScreenPart):
    """Steps with a bar while the stick must stay in; green when it may come out."""

    state = ObjectProperty(StaffState(), rebind=True)
    tight = BooleanProperty(False)
    low = BooleanProperty(False)
    cramped = BooleanProperty(False)
    terse = BooleanProperty(False)
    """There is no room for the line below the title."""
    later = BooleanProperty(False)
    """There is no room to close the screen while the stick works; that comes when it is done."""
    told = BooleanProperty(True)
    """There are steps, or there is room for numbers: a card has something on it."""

    def arrange(self) -> None:
        self.tight = look.theme.tight
        self.cramped = look.theme.cramped and bool(self.state.hours)
        self.later = self.cramped and self.state.mood == "working"
        numbers = self.state.numbers and not self.cramped
        self.told = bool(self.state.steps or numbers)
        self.low = look.theme.low
        self.terse = self.cramped
        self.terse = self.cramped or self.natural_height(self.width) > self.height
        super().arrange()

    def close(self, hours: str) -> None:
        """An hour was touched."""
        self.presenter.close(hours)

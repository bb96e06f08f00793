"""What stands at the top of a page, and over it."""

from pathlib import Path
from typing import Any

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.screens.parts import (  # noqa: F401  every layout may name them
    buttons,
    choices,
    fed,
    keyboard,
    paged,
    panels,
    photo,
    tiles,
)
from kiosk.screens.parts.layouts import Beside, Column
from kiosk.screens.parts.lowered import Lowered
from kiosk.screens.parts.panels import Turner
from kiosk.screens.parts.part import Part
from kiosk.screens.presenting import Presenter
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


LOW_CARD = 14
"""Millimetres below a card that stands at the bottom."""


class ScreenPart(Column):
    """A screen: shows one state, forwards touches to one presenter.

    A subclass declares `state = ObjectProperty(<its empty state>, rebind=True)`. The screen is
    made once and kept; presenters come and go.
    """

    state = ObjectProperty(None, rebind=True)
    lowered = BooleanProperty(False)
    """Everything to touch stands in the lowest part of an upright panel."""
    turned_above = BooleanProperty(False)
    """Large letters on a low panel: a list is turned beside the title and has a row more."""

    def __init__(self, **settings: object) -> None:
        self._lowered: Lowered | None = None
        super().__init__(**settings)
        self.presenter: Any = None
        self._blank = self.state
        self._is_empty = True

    def arrange(self) -> None:
        """With low reach the page is taken apart, and stands together again below."""
        self.lowered, self.turned_above = look.theme.lowered, look.theme.cramped
        self._lowered = Lowered(self) if look.theme.lowered else None
        if self._lowered is None:
            self._turn_above()
        else:
            self._lowered.stand()

    def _turn_above(self) -> None:
        """The arrows of a list that stands below them come in a second pass."""
        before = self._turning()
        super().arrange()
        if self._turning() != before:
            super().arrange()

    def _turning(self) -> list[bool]:
        parts = self.walk(restrict=True) if self.turned_above else ()
        return [part.shown for part in parts if isinstance(part, Turner)]

    def in_order(self) -> list[Part]:
        return self._lowered.in_order() if self._lowered else super().in_order()

    def attach(self, presenter: Presenter[Any]) -> None:
        """Show this presenter's state from now on."""
        if self.presenter is not None:
            self.presenter.watch(None)
        self.presenter = presenter
        self._is_empty = False
        presenter.watch(self._take)
        self._take(presenter.state)

    def detach(self) -> None:
        """Listen to the presenter no more, and show nothing of what it said."""
        if self.presenter is not None:
            self.presenter.watch(None)
            self.presenter = None
            self.state = self._blank

    def empty(self) -> None:
        """Draw nothing any more of what was shown: its pixels go as well."""
        if not self._is_empty:
            self.detach()
            self.place(self.x, self.y, self.width, self.height)
            self._is_empty = True

    def back(self) -> None:
        """The person wants the page before."""
        self.presenter.back()

    def _take(self, state: object) -> None:
        self.state = state
        self.outgrown()


class TopLine(Beside):
    """Back button with what stands beside it: a title, or the way here in smaller letters.

    With `pages` the list below is turned at its end; `more` and `less` are read aloud there.
    """

    back = StringProperty("")
    title = StringProperty("")
    way = StringProperty("")
    pages = ObjectProperty(None, rebind=True, allownone=True)
    more = StringProperty("")
    less = StringProperty("")

    __events__ = ("on_back",)

    def on_back(self, *_: object) -> None:  # Kivy calls it for the property `back` too
        """The Back button was touched."""

    def go_back(self) -> None:
        """Hand the touch on."""
        self.dispatch("on_back")


class Card(Column):
    """A white card that others stand on."""


class Dialog(Part):
    """A card over everything else; nothing behind it can be touched.

    It stands in the middle; on a kiosk with low reach at the bottom.
    """

    def on_touch_down(self, touch: Any) -> bool:
        super().on_touch_down(touch)
        return bool(self.shown)

    def arrange(self) -> None:
        for part in self.parts():
            wide = min(self.width - look.px(28), look.px(230))
            high = min(self.height, part.natural_height(wide))
            x, y = self.x + (self.width - wide) / 2, self.y + (self.height - high) / 2
            if look.theme.lowered:
                y = self.y + min(look.px(LOW_CARD), self.height - high)
            part.place(x, y, wide, high)

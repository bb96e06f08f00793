"""Draws one entry."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.entry.presenter import EntryState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.shapes import HeadingItem, RowItem
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

LEAST_FOR_OTHERS = 76
"""Millimetres."""


class EntryScreen(ScreenPart):
    """The entry on a card, asking and other entries beside it."""

    state = ObjectProperty(EntryState(), rebind=True)
    cramped = BooleanProperty(False)
    """Large letters on a low panel."""

    def arrange(self) -> None:
        """On a low panel, or in large letters, other entries stand below the text."""
        self.cramped = look.theme.low and look.theme.large
        self._stand(below=look.theme.low or look.theme.large)
        if self.ids.also.shown and self.ids.also.height < self._least_for_others():
            self._stand(below=True)

    def _stand(self, *, below: bool) -> None:
        state = self.state
        self.ids.also.shown = bool(state.also) and not below
        self.ids.side.shown = bool(state.ask.button) or self.ids.also.shown
        rows = tuple(RowItem(link.key, link.title, icon=link.icon) for link in state.also)
        others = (HeadingItem(state.also_title), *rows) if below and rows else ()
        self.ids.text.items = (*state.blocks, *others)
        super().arrange()

    def _least_for_others(self) -> float:
        """Pixels for all other entries, or for a heading, one of them and the page buttons."""
        also = self.ids.also
        return float(min(also.natural_height(also.width), look.px(LEAST_FOR_OTHERS)))

    def ask(self) -> None:
        """Ask for this was touched."""
        self.presenter.ask()

    def open(self, entry: str) -> None:
        """Another entry was touched, or a text with a hard word."""
        self.presenter.open(entry)

    def back_to_page(self) -> None:
        """Back to the page was touched."""
        self.presenter.back_to_page()

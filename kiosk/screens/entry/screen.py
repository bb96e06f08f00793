"""Draws one entry."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.entry.presenter import EntryState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.shapes import HeadingItem, RowItem
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class EntryScreen(ScreenPart):
    """The entry on a card, asking and other entries beside it."""

    state = ObjectProperty(EntryState(), rebind=True)

    def arrange(self) -> None:
        """On a low panel, or in large letters, other entries stand below the text."""
        state, crowded = self.state, look.theme.low or look.theme.large
        self.ids.also.shown = bool(state.also) and not crowded
        self.ids.side.shown = bool(state.ask.button) or self.ids.also.shown
        rows = tuple(RowItem(link.key, link.title, icon=link.icon) for link in state.also)
        below = (HeadingItem(state.also_title), *rows) if crowded and rows else ()
        self.ids.text.items = (*state.blocks, *below)
        super().arrange()

    def ask(self) -> None:
        """Ask for this was touched."""
        self.presenter.ask()

    def open(self, entry: str) -> None:
        """Another entry was touched."""
        self.presenter.open(entry)

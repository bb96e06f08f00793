"""Draws the search with our own keyboard."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.screens.parts.layouts import Column
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.search.presenter import SearchState
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Results(Column):
    """The first results; a button shows the rest when they do not all fit above the keyboard."""

    items = ObjectProperty(())
    text = StringProperty("")

    __events__ = ("on_choose", "on_all")

    def on_choose(self, key: object) -> None:
        """A result was touched."""

    def on_all(self) -> None:
        """The rest is wanted."""

    def choose(self, key: object) -> None:
        """Hand the touch on."""
        self.dispatch("on_choose", key)

    def all(self) -> None:
        """Hand the touch on."""
        self.dispatch("on_all")

    def arrange(self) -> None:
        """Make room for the button only where it is needed."""
        _, _, width, height = self.room
        self.ids.rest.shown = not self.ids.rows.all_fit(width, height)
        super().arrange()


class SearchScreen(ScreenPart):
    """Field above, results between, keyboard below."""

    state = ObjectProperty(SearchState(), rebind=True)
    cramped = BooleanProperty(False)
    """Large letters above the keyboard on a low panel: no room for results, little for words."""

    def arrange(self) -> None:
        crowded = self.state.welsh or not self.state.rows
        large_on_low = look.theme.low and look.theme.large
        self.cramped = large_on_low and self.state.keyboard and crowded
        super().arrange()

    def type(self, sign: str) -> None:
        """A key was touched."""
        self.presenter.type(sign)

    def rub_out(self) -> None:
        """The key that takes back was touched."""
        self.presenter.rub_out()

    def clear_all(self) -> None:
        """Clear all was touched."""
        self.presenter.clear_all()

    def show_all(self) -> None:
        """Show all was touched."""
        self.presenter.show_all()

    def show_keyboard(self) -> None:
        """The field was touched."""
        self.presenter.show_keyboard()

    def open(self, entry: str) -> None:
        """A result was touched."""
        self.presenter.open(entry)

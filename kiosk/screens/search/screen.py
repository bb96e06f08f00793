"""Draws the search with our own keyboard."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.screens.parts import choosers  # noqa: F401  the layout names them
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

    def all_fit(self, width: float, height: float) -> bool:
        """Whether every result stands in this room."""
        return bool(self.ids.rows.all_fit(width, height))

    def least(self, width: float, *, counted: bool) -> float:
        """Pixels down that the first result needs; the button too, unless it is counted."""
        rows = self.ids.rows
        first = rows.least(width)
        if counted or len(rows.at_hand) < 2:  # noqa: PLR2004  there are no others
            return float(first)
        return float(first + self.ids.rest.natural_height(width) + look.gap(self.gap))

    def arrange(self) -> None:
        """Make room for the button only where it is needed."""
        _, _, width, height = self.room
        self.ids.rest.shown = bool(self.text) and not self.all_fit(width, height)
        super().arrange()


class SearchScreen(ScreenPart):
    """Field above, results between, keyboard below."""

    state = ObjectProperty(SearchState(), rebind=True)
    stacked = BooleanProperty(False)
    """Large letters on an upright panel: the field has a line for itself."""
    tight = BooleanProperty(False)
    """Little room: how many results there are stands beside the field, not under them."""
    cramped = BooleanProperty(False)
    """No room for one result, or for both sentences: what was found is said beside the field."""
    counted = BooleanProperty(False)
    advised = BooleanProperty(False)
    explained = BooleanProperty(False)
    """There is room to say what was understood, above what was found."""
    roomy = BooleanProperty(False)
    """There is room for choices above the results."""
    offered = BooleanProperty(False)
    """Nothing is typed yet, and there is room to offer the lists."""

    def arrange(self) -> None:
        self.stacked = look.theme.portrait and look.theme.large
        self.roomy = look.theme.portrait or not self.state.keyboard
        if look.theme.lowered:
            self._make_do()
            super().arrange()
            return
        _, _, width, height = self.room
        left = height - self._taken(width)
        left -= self._explain(width, left)
        self._find_room_for_rows(width, left)
        self._find_room_for_words(width, left)
        button = self.ids.lists.natural_height(width)
        self.offered = not self.state.text and left >= button
        super().arrange()

    def _make_do(self) -> None:
        """In the lowest part there is room for the keyboard; results are shown without it."""
        self.tight, self.advised, self.offered = True, bool(self.state.empty_text), False
        self.counted = self.cramped = bool(self.state.rows) and self.state.keyboard
        self.explained = bool(self.state.meant) and not self.cramped

    def _taken(self, width: float) -> float:
        """Pixels down that the field, the keyboard and what stands between them take."""
        ids, state = self.ids, self.state
        shown = {
            ids.line: True,
            ids.keyboard: state.keyboard,
            ids.below: self.stacked,
            ids.choices: self.roomy and state.text,
        }
        parts = [part for part, there in shown.items() if there]
        return float(sum(part.natural_height(width) + look.gap(self.gap) for part in parts))

    def _explain(self, width: float, left: float) -> float:
        """Pixels down for what was understood; a result matters more."""
        high = self.ids.meant.natural_height(width) + look.gap(self.gap)
        need = self.ids.results.least(width, counted=True) if self.state.keyboard else 0.0
        self.explained = bool(self.state.meant) and left - high >= need
        return float(high) if self.explained else 0.0

    def _find_room_for_rows(self, width: float, left: float) -> None:
        rows, results = bool(self.state.rows) and self.state.keyboard, self.ids.results
        self.tight = look.theme.low or left < results.least(width, counted=False)
        self.cramped = rows and left < results.least(width, counted=self.tight)
        self.counted = rows and self.tight and not results.all_fit(width, left)

    def _find_room_for_words(self, width: float, left: float) -> None:
        if not self.state.empty_title:
            self.advised = bool(self.state.empty_text)
            return
        title = self.ids.title.natural_height(width) + look.gap(2)
        advice = self.ids.advice.natural_height(width)
        self.cramped = left < title + advice
        self.advised = advice <= left

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

    def touch(self, by: str) -> None:
        """A choice was touched."""
        self.presenter.touch(by)

    def choose(self, code: str) -> None:
        """An option was touched."""
        self.presenter.choose(code)

    def look_through(self) -> None:
        """Look through the lists was touched."""
        self.presenter.look_through()

    def open(self, entry: str) -> None:
        """A result was touched."""
        self.presenter.open(entry)

"""Draws what there is, by choices."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.lists.presenter import ListsState
from kiosk.screens.parts import choosers  # noqa: F401  the layout names them
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class ListsScreen(ScreenPart):
    """Choices on one side (above, on an upright panel), what they lead to on the other."""

    state = ObjectProperty(ListsState(), rebind=True)
    cramped = BooleanProperty(False)
    """Large letters in the lowest part of a panel need broader columns."""

    def arrange(self) -> None:
        self.cramped = look.theme.lowered and look.theme.large
        super().arrange()

    def touch(self, by: str) -> None:
        """A choice was touched."""
        self.presenter.touch(by)

    def choose(self, code: str) -> None:
        """An option was touched."""
        self.presenter.choose(code)

    def open(self, key: str) -> None:
        """A line was touched."""
        self.presenter.open(key)

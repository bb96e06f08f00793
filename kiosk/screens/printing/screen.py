"""Draws the pages to print."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.printing.presenter import PrintingState

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class PrintingScreen(ScreenPart):
    """What happens next, then the pages, then a way to empty the list."""

    state = ObjectProperty(PrintingState(), rebind=True)

    def open(self, entry: str) -> None:
        """A page was touched."""
        self.presenter.open(entry)

    def print(self) -> None:
        """Print these pages was touched."""
        self.presenter.print()

    def clear(self) -> None:
        """Empty the list was touched."""
        self.presenter.clear()

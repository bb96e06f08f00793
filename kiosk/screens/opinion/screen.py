"""Draws the answers about a page, or the thanks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.opinion.presenter import OpinionState
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.shapes import HeadingItem, RowItem
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class OpinionScreen(ScreenPart):
    """Two lists beside each other, or one band. `cramped`: there is no room for a lead."""

    cramped = BooleanProperty(False)

    state = ObjectProperty(OpinionState(), rebind=True)
    both = ObjectProperty(())
    """Both lists as one, each below its heading, in the lowest part of a panel."""

    def arrange(self) -> None:
        """Large letters on a low panel leave room for the answers alone."""
        self.cramped = look.theme.cramped
        self.both = tuple(self._both()) if look.theme.lowered else ()
        super().arrange()

    def _both(self) -> Iterator[HeadingItem | RowItem]:
        state = self.state
        if state.useful:
            yield HeadingItem(state.useful_title)
        yield from (replace(row, key=f"useful/{row.key}") for row in state.useful)
        yield HeadingItem(state.wrong_title)
        yield from (replace(row, key=f"wrong/{row.key}") for row in state.wrong)

    def answer(self, key: str) -> None:
        """An answer of the one list was touched."""
        kind, _, code = key.partition("/")
        tell = {"useful": self.presenter.useful, "wrong": self.presenter.wrong}
        tell[kind](code)

    def useful(self, answer: str) -> None:
        """What it was good for was touched."""
        self.presenter.useful(answer)

    def wrong(self, what: str) -> None:
        """What looks wrong was touched."""
        self.presenter.wrong(what)

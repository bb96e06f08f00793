"""Draws Help now."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.help_now.presenter import HelpItem, HelpNowState
from kiosk.screens.parts.layouts import Beside
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


STYLES = (("tile", "body"), ("name", "small"), ("name", "least"))
"""Of the title and the text of a card; the first are taken with which all cards are whole."""


class HelpCard(Beside):
    """A card with a large picture."""

    item = ObjectProperty(HelpItem("", "", ""), rebind=True)
    styles = ObjectProperty(STYLES[0])
    close = BooleanProperty(False)
    """Large letters on a low panel: the picture leaves more room to the words."""

    def natural_height(self, width: float) -> float:
        self.close = look.theme.cramped
        return float(super().natural_height(width))


class HelpNowScreen(ScreenPart):
    """A band that says what to do, and four cards that say who helps."""

    state = ObjectProperty(HelpNowState(), rebind=True)
    cramped = BooleanProperty(False)

    def arrange(self) -> None:
        """Where there is little room the band stands beside Back, in place of the title."""
        self.cramped = look.theme.cramped
        self._write(STYLES[0])
        if look.theme.tight and not self._fits():
            self.cramped = True
        for styles in STYLES:
            self._write(styles)
            if self._fits():
                break
        super().arrange()

    def _fits(self) -> bool:
        return bool(self.natural_height(self.width) <= self.height)

    def _write(self, styles: tuple[str, str]) -> None:
        for card in self.ids.cards.children:
            card.styles = styles

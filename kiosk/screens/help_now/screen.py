"""Draws Help now."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.help_now.presenter import HelpItem, HelpNowState
from kiosk.screens.parts.layouts import Beside
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class HelpCard(Beside):
    """A card with a large picture."""

    item = ObjectProperty(HelpItem("", "", ""), rebind=True)

    def arrange(self) -> None:
        """On a low panel the words are a little smaller, so that none is cut off."""
        ids = self.ids
        ids.title.style, ids.text.style = "tile", "body"
        if self.natural_height(self.width) > self.height:
            ids.title.style, ids.text.style = "name", "small"
        super().arrange()


class HelpNowScreen(ScreenPart):
    """A band that says what to do, and four cards that say who helps."""

    state = ObjectProperty(HelpNowState(), rebind=True)
    cramped = BooleanProperty(False)

    def arrange(self) -> None:
        """Where there is little room the band stands beside Back, in place of the title."""
        self.cramped = look.theme.low and look.theme.large
        if look.theme.tight and self.natural_height(self.width) > self.height:
            self.cramped = True
        super().arrange()

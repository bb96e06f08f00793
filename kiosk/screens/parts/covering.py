"""What screens have whose text is private: a way to hide it, a cover to touch."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, StringProperty

from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.layouts import Beside
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.theme import look


class TopWithHide(Beside):
    """Back with title or way, as in TopLine, and at the far end the button that hides."""

    back = StringProperty("")
    title = StringProperty("")
    way = StringProperty("")
    hide = StringProperty("")
    narrow = BooleanProperty(False)
    """The button is a picture alone: large letters on an upright panel, or little height where
    the title would need a second line."""

    __events__ = ("on_back", "on_hide")

    def on_back(self, *_: object) -> None:  # Kivy calls it for the property `back` too
        """The Back button was touched."""

    def on_hide(self, *_: object) -> None:  # and this one for `hide`
        """The button that hides was touched."""

    def go_back(self) -> None:
        """Hand the touch on."""
        self.dispatch("on_back")

    def cover(self) -> None:
        """Hand the touch on."""
        self.dispatch("on_hide")

    def arrange(self) -> None:
        self.narrow = look.theme.portrait and look.theme.large
        if look.theme.cramped and self.natural_width() > self.width:
            self.narrow = True
        super().arrange()


class Cover(PushButton):
    """Stands in place of a whole page; touched, it shows the page again."""


class CoveringScreen(ScreenPart):
    """A screen whose presenter is `Covering`."""

    def hide(self) -> None:
        """The button that hides was touched."""
        self.presenter.hide()

    def uncover(self) -> None:
        """The cover was touched."""
        self.presenter.uncover()


Builder.load_file(str(Path(__file__).with_suffix(".kv")))

"""Buttons that say what was chosen, and open what else can be."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts import icon, words  # noqa: F401  the layout names them
from kiosk.screens.parts.layouts import Beside
from kiosk.screens.parts.longest import longest_word
from kiosk.screens.parts.shapes import ChooserItem
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Chooser(Touchable, Beside):
    """One choice above a list: what it is about, what was chosen; dark while it is open."""

    item = ObjectProperty(ChooserItem("", "", ""), rebind=True)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.wears("item")

    def arrange(self) -> None:
        """The arrow gives way to a long word: the colour says too what is open."""
        ids, (_, _, width, _) = self.ids, self.room
        beside = ids.picture.natural_width() + ids.caret.natural_width() + 2 * look.gap(self.gap)
        ids.caret.shown = longest_word(ids.words) <= width - beside
        super().arrange()

    @property
    def chosen(self) -> bool:
        """Whether its options are open."""
        return bool(self.item.here)

    def dress(self, *_: object) -> None:
        """The colours follow the item."""
        here = self.item.here
        self.plate = "here" if here else "row"
        ink = "on-here" if here else "ink"
        for part in (self.ids.label, self.ids.words, self.ids.caret):
            part.colour = ink
        self.ids.picture.colour = "on-here" if here else "icon"

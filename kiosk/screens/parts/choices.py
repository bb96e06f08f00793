"""An answer that can be ticked."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts import icon, words  # noqa: F401  the layout names them
from kiosk.screens.parts.layouts import Beside
from kiosk.screens.parts.shapes import ChoiceItem
from kiosk.screens.parts.touchable import Touchable

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Choice(Touchable, Beside):
    """An answer with its box (any) or ring (one); a chosen one shows a tick, bold and green."""

    role = "choice"

    item = ObjectProperty(ChoiceItem("", ""), rebind=True)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.wears("item")

    @property
    def chosen(self) -> bool:
        """Whether it is ticked."""
        return bool(self.item.chosen)

    def dress(self, *_: object) -> None:
        """Box or ring, tick or none, follow the item."""
        item, ids = self.item, self.ids
        self.plate = "chosen" if item.chosen else "choice"
        ids.words.style = "strong" if item.chosen else "body"
        ids.tick.shown = item.chosen
        if item.one:
            ids.box.plate = "ring-on" if item.chosen else "ring"
        else:
            ids.box.plate = "box-on" if item.chosen else "box"

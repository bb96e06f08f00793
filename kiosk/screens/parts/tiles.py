"""Tiles, rows, lines with a picture, and what else lists are made of."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ListProperty, NumericProperty, ObjectProperty, StringProperty

from kiosk.screens.parts import buttons, icon  # noqa: F401  the layout names them
from kiosk.screens.parts.layouts import Beside, Column
from kiosk.screens.parts.plates import LIP
from kiosk.screens.parts.shapes import (
    BandItem,
    HeadingItem,
    LineItem,
    PairItem,
    RowItem,
    StepItem,
    TextItem,
    TileItem,
)
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.words import Words
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Sinking(Touchable):
    """A touchable plate with a lip, whose content sinks when pressed."""

    @property
    def room(self) -> tuple[float, float, float, float]:
        x, y, width, height = super().room
        lip = look.px(LIP)
        return x, (y if self.pressed else y + lip), width, height - lip

    def on_pressed(self, *_: object) -> None:
        """The content sinks with the plate."""
        if self.width > 1:
            self.arrange()


class Tile(Sinking, Column):
    """A large card of the home screen: picture, title, what is in it."""

    item = ObjectProperty(TileItem("", "circle", "", ""), rebind=True)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.wears("item")

    def natural_height(self, width: float) -> float:
        return super().natural_height(width) + look.px(LIP)

    def arrange(self) -> None:
        """Where the tile is low, the picture goes beside the title; then the small text goes."""
        _, _, width, height = self.room
        ids, gap = self.ids, look.gap(self.gap)
        words = ids.title.natural_height(width) + ids.text.natural_height(width) + gap
        tall = words + look.px(ids.above.side) + gap <= height
        ids.above.shown, ids.side.shown = tall, not tall
        beside = ids.head.natural_height(width) + ids.text.natural_height(width) + gap
        ids.text.shown = tall or beside <= height
        super().arrange()

    def dress(self, *_: object) -> None:
        """The green tile is green all over."""
        go = self.item.go
        self.plate = "go" if go else "tile"
        for part in (self.ids.above, self.ids.side):
            part.colour = "on-go" if go else "icon"
        self.ids.title.colour = "on-go" if go else "ink"
        self.ids.text.colour = "on-go" if go else "soft"


class Row(Touchable, Beside):
    """A line of a list that leads somewhere."""

    item = ObjectProperty(RowItem("", ""), rebind=True)

    def on_item(self, *_: object) -> None:
        """Only a row that leads somewhere can be touched."""
        self.live = self.item.live


class PictureLine(Beside):
    """A picture with words beside it, as in facts and in the notice before a request."""

    item = ObjectProperty(LineItem(""), rebind=True)
    style = StringProperty("body")
    colour = StringProperty("ink")
    side = NumericProperty(10)


class ProgressStep(Beside):
    """A step of a request's way, ticked when done."""

    item = ObjectProperty(StepItem(""), rebind=True)


class Band(Beside):
    """A broad coloured band with a short message. `kind`: help, done, attention, note."""

    text = StringProperty("")
    kind = StringProperty("attention")
    icon = StringProperty("")
    style = StringProperty("body")
    strong = ListProperty()
    item = ObjectProperty(BandItem(""))

    PLATE_AND_INK = {
        "help": ("help-band", "on-help"),
        "done": ("done-band", "on-go"),
        "attention": ("attention", "on-attention"),
        "note": ("note", "on-quiet"),
        "card": ("card", "ink"),
    }

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.bind(item=self._take)
        self.wears("kind")

    def _take(self, *_: object) -> None:
        item = self.item
        self.text, self.kind, self.icon = item.text, item.kind, item.icon
        self.strong = item.strong

    def dress(self, *_: object) -> None:
        """The colours follow the kind."""
        self.plate, ink = self.PLATE_AND_INK[self.kind]
        self.ids.words.colour = self.ids.picture.colour = ink


class EmptyState(Column):
    """What is said when a list has nothing in it, and what to do instead."""

    icon = StringProperty("info")
    title = StringProperty("")
    text = StringProperty("")


class Heading(Words):
    """A heading inside a list or an entry."""

    item = ObjectProperty(HeadingItem(""), rebind=True)
    leads_on = True


class Paragraph(Words):
    """A paragraph of an entry."""

    item = ObjectProperty(TextItem(""), rebind=True)


class PairRow(Beside):
    """A question with its answers and a button to change them."""

    item = ObjectProperty(PairItem("", "", ""), rebind=True)

    __events__ = ("on_release",)

    def on_release(self) -> None:
        """The button was touched."""

    def touched(self) -> None:
        """Hand the touch on."""
        self.dispatch("on_release")

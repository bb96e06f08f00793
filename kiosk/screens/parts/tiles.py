"""Tiles, rows, lines with a picture, and what else lists are made of."""

from pathlib import Path
from typing import ClassVar

from kivy.lang import Builder
from kivy.properties import ListProperty, ObjectProperty, StringProperty

from kiosk.screens.parts import buttons, icon  # noqa: F401  the layout names them
from kiosk.screens.parts.fed import FedGrid
from kiosk.screens.parts.layouts import Beside, Column
from kiosk.screens.parts.longest import longest_word
from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.plates import LIP
from kiosk.screens.parts.shapes import (
    BandItem,
    EasyItem,
    HeadingItem,
    LineItem,
    LinkItem,
    NavItem,
    PairItem,
    RowItem,
    StepItem,
    TermItem,
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
        self.spare = self.drop = 0.0
        """Pixels that were left when it was last fitted; pixels to leave free above."""
        super().__init__(**settings)
        self.wears("item")

    @property
    def room(self) -> tuple[float, float, float, float]:
        x, y, width, height = super().room
        return x, y, width, height - self.drop

    def natural_height(self, width: float) -> float:
        return super().natural_height(width) + look.px(LIP)

    def ease(self) -> None:
        """In a list with little height the picture stands beside: that saves turning a page."""
        little = look.theme.low or look.theme.lowered
        self.set_out("beside" if little else "above")

    def fits(self, manner: str, width: float, height: float) -> bool:
        """Whether everything has room, and no word of the title is broken."""
        self.set_out(manner)
        wide = width - 2 * look.gap(self.pad[0])
        high = height - 2 * look.gap(self.pad[1])
        ids, gap = self.ids, look.gap(self.gap)
        beside = ids.side.natural_width() + look.gap(ids.head.gap) if ids.side.shown else 0.0
        if longest_word(ids.title) > wide - beside:
            return False
        parts = [part for part in (ids.above, ids.head, ids.text) if part.shown]
        need = sum(part.natural_height(wide) for part in parts) + gap * (len(parts) - 1)
        self.spare = high - need - look.px(LIP)
        return bool(self.spare >= 0)

    def set_out(self, manner: str) -> None:
        """Stand the picture above or beside; short, tall and small have no room for small text."""
        small, close = manner == "small", manner in {"near", "tall"}
        self.pad = (2.4, 2) if small else (5.6, 2) if close else (5.6, 4)
        self.ids.head.gap = 2 if small else 3.5
        self.ids.above.shown = close or manner == "above"
        self.ids.above.side = 13 if close else 16.5
        self.ids.side.shown = not self.ids.above.shown
        self.ids.side.side = 9 if small else 12
        self.ids.text.shown = manner in {"above", "near", "beside"}
        self.ids.title.style = "strong" if small else "tile"

    def dress(self, *_: object) -> None:
        """The green tile is green all over."""
        go = self.item.go
        self.plate = "go" if go else "tile"
        for part in (self.ids.above, self.ids.side):
            part.colour = "on-go" if go else "icon"
        self.ids.title.colour = "on-go" if go else "ink"
        self.ids.text.colour = "on-go" if go else "soft"


class Tiles(FedGrid):
    """Tiles that fill the room, all set out in the same manner."""

    MANNERS = ("above", "near", "beside", "short", "tall", "small")

    def __init__(self, **settings: object) -> None:
        self.have_room = True
        """Whether everything that was last arranged is whole."""
        super().__init__(**settings)

    def arrange(self) -> None:
        """Choose the roomiest manner in which every tile fits; their pictures stand in line."""
        _, _, width, height = self.room
        tiles = [part for part in self.children if isinstance(part, Tile)]
        rows = -(-len(tiles) // self.across) or 1
        high = (height - self.between(rows)) / rows
        wide = self.column_width(width)
        for manner in self.MANNERS:
            self.have_room = all([tile.fits(manner, wide, high) for tile in tiles])  # noqa: C419
            if self.have_room:
                break
        self._line_up(tiles)
        super().arrange()

    def _line_up(self, tiles: list[Tile]) -> None:
        """Where there is small text, all begin as high as the one that says most."""
        free = max(0.0, min((tile.spare for tile in tiles), default=0.0)) / 2
        for tile in tiles:
            tile.upright = "top" if tile.ids.text.shown else "middle"
            tile.drop = free if tile.ids.text.shown else 0.0


ROW_PAD, SQUEEZED = (7, 3), 0.5
"""Millimetres in a row beside its words, above and below; above and below where all is missed."""


class Row(Touchable, Beside):
    """A line of a list that leads somewhere."""

    item = ObjectProperty(RowItem("", ""), rebind=True)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.wears("item")

    def dress(self, *_: object) -> None:
        """The second line follows the item, in few words where there is little height."""
        item, words = self.item, self.ids.text
        words.text = item.brief if item.brief and look.theme.tight else item.text
        words.shown = bool(words.text)
        self.pad = ROW_PAD

    def ease(self) -> None:
        self.dress()

    def squeeze(self, width: float, room: float) -> bool:
        """Large letters where there is little height: there is room for the title alone.

        Only where a touch leads to the rest.
        """
        theme = look.theme
        if theme.large and (theme.lowered or (theme.low and self.item.live)):
            self.ids.text.shown = False
            if self.natural_height(width) > room:
                self.pad = (ROW_PAD[0], SQUEEZED)
        return self.natural_height(width) <= room

    def on_item(self, *_: object) -> None:
        """Only a row that leads somewhere can be touched."""
        self.live = self.item.live


class NavRow(Touchable, Beside):
    """A group in a list of groups; dark where we are."""

    item = ObjectProperty(NavItem("", ""), rebind=True)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.wears("item")

    @property
    def chosen(self) -> bool:
        """Whether its content is shown."""
        return bool(self.item.here)

    def dress(self, *_: object) -> None:
        """The colours follow the item."""
        here = self.item.here
        self.plate = "here" if here else "row"
        self.ids.words.colour = "on-here" if here else "ink"
        self.ids.picture.colour = "on-here" if here else "icon"


class LinkRow(Touchable, Beside):
    """Another entry, in a line without a plate of its own."""

    item = ObjectProperty(LinkItem("", ""), rebind=True)


class PictureLine(Beside):
    """A picture with words beside it, as in facts and in the notice before a request."""

    item = ObjectProperty(LineItem(""), rebind=True)
    style = StringProperty("body")
    colour = StringProperty("ink")
    side = Number(10)


class TermLine(Touchable, Beside):
    """A text with hard words in it, which it explains when it is touched."""

    role = "explained"

    item = ObjectProperty(TermItem("", ""), rebind=True)

    def on_item(self, *_: object) -> None:
        """It is read as it stands, a step with its number."""
        item = self.item
        self.said = f"{item.sign}. {item.text}" if item.sign.isdigit() else item.text

    @property
    def leads_on(self) -> bool:
        """A heading never stands last on a page, this one neither."""
        return bool(self.item.style == "heading")


class EasyLine(Beside):
    """One idea of an easy page: a large picture, then a few large words."""

    item = ObjectProperty(EasyItem(""), rebind=True)
    side = Number(18)
    style = StringProperty("lead")

    def natural_height(self, width: float) -> float:
        self.side, self.style = (13, "body") if look.theme.low else (18, "lead")
        return float(super().natural_height(width))


class ProgressStep(Beside):
    """A step of a request's way, ticked when done."""

    role = "step"

    item = ObjectProperty(StepItem(""), rebind=True)

    @property
    def value(self) -> str:
        """`done`, or nothing while it is still to come."""
        return "done" if self.item.done else ""


class Band(Beside):
    """A broad coloured band with a short message. `kind`: help, done, attention, note."""

    text = StringProperty("")
    kind = StringProperty("attention")
    icon = StringProperty("")
    style = StringProperty("body")
    strong = ListProperty()
    item = ObjectProperty(BandItem(""))

    PLATE_AND_INK: ClassVar[dict[str, tuple[str, str]]] = {
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
        self.kind, self.icon, self.strong = item.kind, item.icon, item.strong
        self.ease()

    def ease(self) -> None:
        item = self.item
        if item.text:
            self.text = item.brief if item.brief and look.theme.tight else item.text

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

"""A picture from our own small collection."""

from functools import lru_cache

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty, StringProperty

from kiosk.screens.icons.shape import picture
from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look
from kiosk.text.label import texture_of

MIRRORED = {
    "caret-left": "caret-right",
    "caret-right": "caret-left",
    "arrow-left": "arrow-right",
    "arrow-right": "arrow-left",
    "mark": "mark-back",
}

GROWN = 1.25
"""How much larger pictures are beside large letters."""


class Icon(Part):
    """A square picture, `side` millimetres wide, tinted in a colour of the theme.

    `line` draws the plain line, without the faint filling. `align` start or center. Arrows are
    mirrored with the layout.
    """

    grows_with = (*Part.grows_with, "name", "side", "colour", "line", "align")

    name = StringProperty("")
    side = Number(10)
    colour = StringProperty("icon")
    line = BooleanProperty(False)
    align = StringProperty("center")

    def __init__(self, **settings: object) -> None:
        self._ink: Color | None = None
        super().__init__(**settings)
        self.fbind("name", self._take_away)

    def natural_width(self) -> float:
        return float(self._pixels()) if self.name else 0.0

    def natural_height(self, width: float) -> float:  # noqa: ARG002
        return self.natural_width()

    def arrange(self) -> None:
        if self._ink is None:
            self._ink, self._sheet = Color(), Rectangle()
            self.canvas.add(self._ink)
            self.canvas.add(self._sheet)
        side = self._pixels() if self.name else 0
        self._sheet.size = (side, side)
        if not self.name:
            return
        self._ink.rgba = look.colour(self.colour)
        name = MIRRORED.get(self.name, self.name) if look.rtl else self.name
        self._sheet.texture = _texture(name, side, line=self.line)
        spare = self.width - side
        start = spare if look.rtl else 0
        self._sheet.pos = (
            round(self.x + (spare / 2 if self.align == "center" else start)),
            round(self.y + (self.height - side) / 2),
        )

    @property
    def drawn_at(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Position and size of what is really drawn."""
        if self._ink is None:
            return (self.x, self.y), (0.0, 0.0)
        return tuple(self._sheet.pos), tuple(self._sheet.size)

    def _take_away(self, *_: object) -> None:
        """A name that is taken away takes its picture with it, even where nothing is shown."""
        if self._ink is not None and not self.name:
            self._sheet.size = (0, 0)
            self._sheet.texture = None

    def _pixels(self) -> int:
        return look.px(self.side * (GROWN if look.theme.large else 1.0))


@lru_cache(maxsize=400)
def _texture(name: str, side: int, *, line: bool) -> Texture:
    return texture_of(picture(name, side, line=line))

"""The backgrounds of cards, buttons and bands."""

from dataclasses import dataclass
from functools import lru_cache
from math import pi

import cairocffi
from kivy.graphics.texture import Texture

from kiosk.screens.theme import look
from kiosk.text.label import texture_of
from kiosk.text.wording import Mask, mask_of

Pair = tuple[float, float]
Layer = tuple[str, Pair, Pair, int]

RADIUS = 3.2
LIP = 1.5


@dataclass(frozen=True, slots=True)
class Plate:
    """Colours of a background by role; `lip` is the darker edge below, `edge` the line around.

    Radius, lip and edge are drawn in millimetres. A pressed plate sinks onto its lip.
    """

    face: str
    pressed: str = ""
    lip: str = ""
    edge: str = ""
    edge_width: float = 0.7
    radius: float = RADIUS

    def layers(self, pressed: bool, pos: Pair, size: Pair) -> list[Layer]:  # noqa: FBT001
        """The rounded boxes to draw, back to front."""
        (x, y), (width, height) = pos, size
        lip = look.px(LIP) if self.lip else 0
        radius = max(1, look.px(self.radius))
        boxes: list[Layer] = []
        if lip and not pressed:
            boxes.append((self.lip, (x, y), (width, min(height, 2 * radius + 2 * lip)), radius))
            y, height = y + lip, height - lip
        elif lip:
            height -= lip
        if self.edge:
            boxes.append((self.edge, (x, y), (width, height), radius))
            line = max(2, look.px(self.edge_width))
            x, y, width, height = x + line, y + line, width - 2 * line, height - 2 * line
            radius = max(1, radius - line)
        face = self.pressed if pressed and self.pressed else self.face
        boxes.append((face, (x, y), (max(width, 1), max(height, 1)), radius))
        return boxes


PLATES = {
    "paper": Plate("paper", radius=0),
    "header": Plate("header", radius=0),
    "footer": Plate("footer", radius=0),
    "line": Plate("line", radius=0),
    "card": Plate("card", edge="card-edge", edge_width=0.4),
    "tile": Plate("card", "pressed", "card-lip"),
    "row": Plate("card", "pressed", edge="edge", edge_width=0.4),
    "here": Plate("here"),
    "link": Plate("card", "pressed", radius=1.6),
    "go": Plate("go", "go-pressed", "go-lip"),
    "off": Plate("off"),
    "quiet": Plate("quiet", "quiet-pressed", "quiet-lip"),
    "help": Plate("help", "help-pressed", "help-lip"),
    "outline": Plate("header", "header-pressed", edge="on-header"),
    "close": Plate("close", "close-pressed"),
    "choice": Plate("card", "pressed", edge="edge"),
    "chosen": Plate("chosen", "pressed", edge="chosen-edge", edge_width=0.9),
    "field": Plate("card", edge="header", edge_width=1.1),
    "dark-field": Plate("card", edge="edge", edge_width=1.1),
    "done-band": Plate("go"),
    "help-band": Plate("help"),
    "attention": Plate("attention"),
    "box": Plate("card", edge="box", radius=1.6),
    "box-on": Plate("go", radius=1.6),
    "ring": Plate("card", edge="box", radius=4.4),
    "ring-on": Plate("go", radius=4.4),
    "note": Plate("quiet"),
    "seal": Plate("on-go", radius=10.5),
    "caret": Plate("ink", radius=0),
    "veil": Plate("veil", radius=0),
    "dialog": Plate("card", edge="edge"),
    "ruler": Plate("card", edge="ink", edge_width=0.5),
    "bench": Plate("paper", edge="ink", edge_width=0.5, radius=0),
    "key": Plate("quiet", "quiet-pressed", "quiet-lip", radius=2.0),
    "tool-key": Plate("quiet-pressed", "quiet", "quiet-lip", radius=2.0),
}


@lru_cache(maxsize=64)
def rounded(radius: int) -> Texture:
    """White ink in the shape of the smallest box with these corners."""
    side = 2 * radius + 2
    if radius < 2:  # noqa: PLR2004  a square box: nothing to round
        return texture_of(Mask(side, side, b"\xff" * (2 * side * side)))
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, side, side)
    page = cairocffi.Context(surface)
    near, far = radius, side - radius
    for x, y, start in ((far, near, -0.5), (far, far, 0.0), (near, far, 0.5), (near, near, 1.0)):
        page.arc(x, y, radius, start * pi, (start + 0.5) * pi)
    page.close_path()
    page.set_source_rgba(1, 1, 1, 1)
    page.fill()
    return texture_of(mask_of(surface))

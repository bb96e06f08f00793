"""A picture of the content, as large as it fits."""

from collections import OrderedDict
from io import BytesIO
from pathlib import Path

from kivy.core.image import Image
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.lang import Builder
from kivy.properties import ObjectProperty

from kiosk.screens.parts.layouts import Column
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.shapes import PictureItem
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

HIGHEST = 80
"""Millimetres: a picture never takes a whole page for itself."""
LOWEST = 30
KEPT = 6
PNG = b"\x89PNG"

_decoded: OrderedDict[str, Texture] = OrderedDict()


class Photo(Column):
    """A picture with its caption. Where the file is missing, its words stand in its place."""

    item = ObjectProperty(PictureItem(""), rebind=True)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.wears("item")

    def dress(self, *_: object) -> None:
        """The words follow the item, and whether its file is there."""
        item, sheet = self.item, self.ids.sheet
        sheet.texture = _texture(item)
        sheet.shown = sheet.texture is not None
        self.ids.caption.text = item.caption if sheet.shown else item.alt
        self.ids.caption.shown = bool(self.ids.caption.text)


class Pixels(Part):
    """The picture alone, its sides in their own proportion."""

    texture = ObjectProperty(None, allownone=True)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self._ink, self._pixels = Color(1, 1, 1, 1), Rectangle()
        self.canvas.add(self._ink)
        self.canvas.add(self._pixels)
        self.fbind("texture", self.outgrown)

    def natural_height(self, width: float) -> float:
        if self.texture is None:
            return 0.0
        most = look.px(LOWEST if look.theme.low else HIGHEST)
        return float(min(most, width * self.texture.height / self.texture.width))

    def arrange(self) -> None:
        self._pixels.texture = self.texture
        if self.texture is None:
            self._pixels.size = (0, 0)
            return
        share = self.texture.width / self.texture.height
        wide = min(self.width, self.height * share)
        self._pixels.size = (round(wide), round(wide / share))
        start = self.right - wide if look.rtl else self.x
        self._pixels.pos = (round(start), self.y)


def forget_decoded() -> None:
    """Throw the decoded pictures away."""
    _decoded.clear()


def _texture(item: PictureItem) -> Texture | None:
    if not item.key:
        return None
    texture = _decoded.pop(item.key, None)
    if texture is None:
        data = item.load()
        if data is None:
            return None
        kind = "png" if data.startswith(PNG) else "jpg"
        texture = Image(BytesIO(data), ext=kind, nocache=True).texture
        if len(_decoded) >= KEPT:
            _decoded.popitem(last=False)
    _decoded[item.key] = texture
    return texture

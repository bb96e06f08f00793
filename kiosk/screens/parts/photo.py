"""A picture of the content, as large as it fits."""

import struct
from collections import OrderedDict
from io import BytesIO
from pathlib import Path

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.lang import Builder
from kivy.properties import ObjectProperty
from PIL import Image

from kiosk.screens.parts.layouts import Column
from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.shapes import PictureItem
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

HIGHEST = 80
"""Millimetres: a picture never takes a whole page for itself."""
BROAD = 54
"""On a broad panel it stands on the first page still, below a title and a summary."""
TIGHT, LOWEST = 54, 36
LEAST = 22
"""It is drawn as small as this rather than on the next page."""
GROWN = 2
"""A small picture is drawn at most so many times larger: more is only a blur."""
KEPT = 6
KINDS = ("PNG", "JPEG")
NOT_DECODED = (OSError, SyntaxError, ValueError, EOFError, struct.error)
"""What Pillow raises for a file whose inside is not what its outline says."""

_decoded: OrderedDict[str, Texture] = OrderedDict()


class Photo(Column):
    """A picture with its caption. Where the file is missing, its words stand in its place."""

    item = ObjectProperty(PictureItem(""), rebind=True)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.wears("item")

    def dress(self, *_: object) -> None:
        """The words follow the item, and whether its file is there."""
        item, sheet, caption = self.item, self.ids.sheet, self.ids.caption
        sheet.texture, sheet.said = _texture(item), item.alt
        sheet.shown = sheet.texture is not None
        caption.text = item.caption if sheet.shown else item.alt
        caption.shown = bool(caption.text)
        caption.colour = "soft" if sheet.shown else "on-quiet"
        caption.style = "small" if sheet.shown else "body"
        self.plate = "" if sheet.shown else "note"
        self.pad = (0, 0) if sheet.shown else (7, 4.5)

    def ease(self) -> None:
        """Want the natural height again."""
        self.ids.sheet.most = 0

    def squeeze(self, width: float, room: float) -> bool:
        """Draw it smaller rather than on the next page; words are never squeezed."""
        sheet = self.ids.sheet
        wanted = sheet.natural_height(width) - (self.natural_height(width) - room)
        if not sheet.shown or wanted < look.px(LEAST):
            return False
        sheet.most = wanted
        return True


class Pixels(Part):
    """The picture alone, its sides in their own proportion; `said` is what it shows.

    It is at most `most` pixels high (0: as high as it would like to be).
    """

    role = "photo"
    grows_with = (*Part.grows_with, "texture")
    texture = ObjectProperty(None, allownone=True)
    most = Number(0)

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self._ink, self._pixels = Color(1, 1, 1, 1), Rectangle()
        self.canvas.add(self._ink)
        self.canvas.add(self._pixels)
        self.fbind("texture", self._take_away)

    def natural_height(self, width: float) -> float:
        if self.texture is None:
            return 0.0
        most = look.px(_highest())
        wide, high = self.texture.size
        natural = float(min(most, width * high / wide, high * GROWN))
        return min(natural, self.most) if self.most else natural

    def arrange(self) -> None:
        if self.texture is None:
            return
        self._pixels.texture = self.texture
        share = self.texture.width / self.texture.height
        wide = min(self.width, self.height * share)
        self._pixels.size = (round(wide), round(wide / share))
        start = self.right - wide if look.rtl else self.x
        self._pixels.pos = (round(start), self.y)

    def _take_away(self, *_: object) -> None:
        """A picture that is taken away goes at once, even where nothing is shown."""
        if self.texture is None:
            self._pixels.texture = None
            self._pixels.size = (0, 0)


def _highest() -> float:
    theme = look.theme
    if theme.low:
        return LOWEST
    if theme.tight:
        return TIGHT
    return HIGHEST if theme.portrait else BROAD


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
        texture = _drawn(data)
        if texture is None:
            return None
        if len(_decoded) >= KEPT:
            _decoded.popitem(last=False)
    _decoded[item.key] = texture
    return texture


def _drawn(data: bytes) -> Texture | None:
    """The picture no larger than this panel can show it; None when it cannot be decoded.

    Kivy would decode by its own guess, at full size, and end the process on what it cannot read.
    """
    most = (look.theme.width, look.px(HIGHEST))
    try:
        with Image.open(BytesIO(data), formats=KINDS) as image:
            image.draft("RGB", most)
            plain = image.convert("RGBA")
    except NOT_DECODED:
        return None
    plain.thumbnail(most, Image.Resampling.LANCZOS)
    texture = Texture.create(size=plain.size, colorfmt="rgba")
    texture.blit_buffer(plain.tobytes(), colorfmt="rgba", bufferfmt="ubyte")
    texture.flip_vertical()
    return texture

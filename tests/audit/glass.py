"""Draws a screen off stage and looks at its pixels."""

from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import cast

from kivy.graphics import ClearBuffers, ClearColor, Fbo
from PIL import Image

from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look

Pixel = tuple[int, int, int]
FEW = 1024
"""Colours in a piece of text; to look for more at once would be slower."""
LIGHT = tuple(
    part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    for part in (value / 255 for value in range(256))
)
"""How bright each value of a channel is."""


class Picture:
    """What was drawn, to be looked at by rectangle. Rows count from the bottom."""

    def __init__(self, pixels: bytes, size: tuple[int, int]) -> None:
        self.size = size
        self._image = Image.frombuffer("RGBA", size, pixels, "raw", "RGBA", 0, 1)

    def colours(self, box: tuple[float, float, float, float]) -> Counter[Pixel]:
        """How often each colour stands in this rectangle: left, low, right, top."""
        left, low = max(0, int(box[0])), max(0, int(box[1]))
        right, top = min(self.size[0], int(box[2])), min(self.size[1], int(box[3]))
        if right <= left or top <= low:
            return Counter()
        part = self._image.crop((left, low, right, top)).convert("RGB")
        found = part.getcolors(FEW) or part.getcolors(part.width * part.height) or []
        return Counter({cast(Pixel, colour): many for many, colour in found})

    def save(self, path: Path, width: int = 0) -> None:
        """Write it as a picture, as wide as wanted."""
        path.parent.mkdir(parents=True, exist_ok=True)
        image = self._image.transpose(Image.Transpose.FLIP_TOP_BOTTOM).convert("RGB")
        if width:
            image = image.resize((width, self.size[1] * width // self.size[0]))
        image.save(path)


UNSEEN = Picture(bytes(4), (1, 1))
"""For rules that look at no pixel."""


class Glass:
    """A sheet of pixels on which one screen after the other is drawn."""

    def __init__(self) -> None:
        self._sheets: dict[tuple[int, int], Fbo] = {}

    def draw(self, part: Part) -> Picture:
        """Place the screen as large as the panel and draw it."""
        size = (look.theme.width, look.theme.height)
        part.place(0, 0, *size)
        sheet = self._sheet(size)
        sheet.add(part.canvas)
        sheet.draw()
        pixels = sheet.pixels
        sheet.remove(part.canvas)
        return Picture(pixels, size)

    def _sheet(self, size: tuple[int, int]) -> Fbo:
        if size not in self._sheets:
            self._sheets[size] = Fbo(size=size, with_stencilbuffer=True)
            with self._sheets[size]:
                ClearColor(0, 0, 0, 1)
                ClearBuffers()
        return self._sheets[size]


@lru_cache(maxsize=50_000)
def contrast(one: Pixel, other: Pixel) -> float:
    """How far two colours stand apart, from 1 to 21 (WCAG 2.2)."""
    bright, dark = sorted((_light(one), _light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _light(pixel: Pixel) -> float:
    red, green, blue = pixel
    return 0.2126 * LIGHT[red] + 0.7152 * LIGHT[green] + 0.0722 * LIGHT[blue]

"""Turns the shapes of the screens into pieces for paper."""

import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

import cairocffi
from PIL import Image

from kiosk.paper.pieces import Boxed, Marked, Photo, Piece, Said
from kiosk.paper.sheets import MM
from kiosk.screens.parts.shapes import (
    BandItem,
    EasyItem,
    HeadingItem,
    LineItem,
    PictureItem,
    RowItem,
    TextItem,
)
from kiosk.text.wording import Wording
from kiosk.translation import Words

Shape = TextItem | HeadingItem | LineItem | BandItem | RowItem | PictureItem | EasyItem
KINDS = ("PNG", "JPEG")
NOT_DECODED = (OSError, SyntaxError, ValueError, EOFError, struct.error)
"""What Pillow raises for a file whose inside is not what its outline says."""
SHARP = 200
"""Dots an inch: more would only make the file larger."""


@dataclass(frozen=True, slots=True)
class Type:
    """How large things are. Letters in points (STANDARDS.md: 14 on paper, 16 in easy read)."""

    title: float = 30.0
    lead: float = 16.0
    body: float = 14.0
    heading: float = 19.0
    icon: float = 8.0 * MM
    picture: float = 20.0 * MM
    photo: tuple[float, float] = (120.0 * MM, 70.0 * MM)


PLAIN = Type()
EASY = Type(lead=19.0, body=18.0, heading=22.0, icon=10.0 * MM)


class Caster:
    """Makes pieces in one size of letters. `named`: how an entry that is led to is called."""

    def __init__(
        self, kind: Type, words: Words, named: Callable[[str, str], str] | None = None
    ) -> None:
        self._kind = kind
        self._named = named or (lambda _, title: on_the_screen(title, words))

    def pieces(self, shapes: Iterable[Shape]) -> Iterator[Piece]:
        """Make a piece of every shape, one after the other."""
        for shape in shapes:
            yield self._piece(shape)

    def _piece(self, shape: Shape) -> Piece:
        match shape:
            case TextItem():
                return self._text(shape)
            case HeadingItem():
                heading = Wording(shape.text, self._kind.heading, bold=True)
                return Said(heading, gap=18, keeps=True, tag="H2")
            case LineItem():
                return self._line(shape)
            case BandItem():
                return self._band(shape)
            case _:
                return self._rare(shape)

    def _text(self, item: TextItem) -> Piece:
        if item.style == "title":
            return Said(Wording(item.text, self._kind.title, bold=True), gap=10, tag="H1")
        size = self._kind.lead if item.style == "lead" else self._kind.body
        return Said(self._wording(item.text, item.strong, size), gap=9)

    def _line(self, item: LineItem) -> Piece:
        text = self._wording(item.text, item.strong)
        if item.icon:
            return Marked(text, self._kind.icon, icon=item.icon, gap=8)
        return Marked(text, self._kind.body * 1.6, sign=item.sign, gap=6)

    def _band(self, item: BandItem) -> Piece:
        text = Marked(self._wording(item.text, item.strong), self._kind.icon, icon=item.icon)
        return Boxed(text, loud=item.kind in {"attention", "help"}, gap=10)

    def _rare(self, shape: Shape) -> Piece:
        if isinstance(shape, EasyItem):
            text = self._wording(shape.text)
            return Marked(text, self._kind.picture, icon=shape.icon, between=14, gap=12)
        if isinstance(shape, PictureItem):
            return self._photo(shape)
        said = self._named(shape.key, shape.title) if isinstance(shape, RowItem) else ""
        icon = shape.icon if isinstance(shape, RowItem) else ""
        return Marked(self._wording(said), self._kind.icon, icon=icon, gap=8)

    def _photo(self, item: PictureItem) -> Piece:
        """The picture; where its file is missing or broken, what it shows in words."""
        data = item.load()
        image = decoded(data, self._kind.photo) if data else None
        if image is None:
            return Boxed(Said(self._wording(f"{item.alt} {item.caption}".strip())), gap=10)
        caption = self._wording(item.caption) if item.caption else None
        return Photo(image, caption, self._kind.photo, gap=12)

    def _wording(self, text: str, strong: tuple[str, ...] = (), size: float = 0.0) -> Wording:
        return Wording(text, size or self._kind.body, strong=strong)


def on_the_screen(title: str, words: Words) -> str:
    """Lead to an entry that is not on this paper."""
    return words("On the Signpost screen: {title}", title=title)


def decoded(data: bytes, most: tuple[float, float]) -> cairocffi.ImageSurface | None:
    """Read a picture no finer than paper shows it; None when it cannot be decoded."""
    dots = (int(most[0] * SHARP / 72), int(most[1] * SHARP / 72))
    try:
        with Image.open(BytesIO(data), formats=KINDS) as image:
            image.draft("RGB", dots)
            plain = image.convert("RGBA")
    except NOT_DECODED:
        return None
    plain.thumbnail(dots, Image.Resampling.LANCZOS)
    white = Image.new("RGBA", plain.size, "white")
    white.alpha_composite(plain)
    pixels = bytearray(white.tobytes("raw", "BGRA"))
    return cairocffi.ImageSurface.create_for_data(
        pixels, cairocffi.FORMAT_ARGB32, plain.width, plain.height, plain.width * 4
    )

"""Lays a piece of text out in Pango."""

import re
import warnings
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import groupby

import cairocffi

with warnings.catch_warnings():
    warnings.simplefilter("ignore", ResourceWarning)  # both leave their own source files open
    import pangocairocffi
    import pangocffi

FAMILY = "Noto Sans"
UNDRAWABLE = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufefc]")
NUMBER_IN_GROUPS = re.compile(r"\+?\d+(?:[ \u00a0]\d+)+")
"""0300 123 456: without help its groups would stand in reverse order among Arabic words."""
DOT = (" · ", "\u00a0· ")
LAID = 128
"""Layouts kept between measuring and drawing, some 8 kB each: a page has fewer texts."""
LONGEST = 4000
"""Characters: more in one piece of text would only slow the screen; nobody writes so much."""

_ALIGNMENTS = {
    "start": pangocffi.Alignment.LEFT,
    "left": pangocffi.Alignment.LEFT,
    "center": pangocffi.Alignment.CENTER,
    "end": pangocffi.Alignment.RIGHT,
    "right": pangocffi.Alignment.RIGHT,
}


@dataclass(frozen=True, slots=True)
class Wording:
    """A text with everything that decides how it looks, except its colour.

    `size` is the em in pixels, `width` the room in pixels (None: one line as long as it likes),
    `strong` the parts to be set in bold, `underlined` the whole words with a line below,
    `lines` the most lines before an ellipsis (0: all).
    `align` start and end follow the direction of the text itself; left and right do not.
    """

    text: str
    size: float
    bold: bool = False
    width: int | None = None
    align: str = "start"
    lines: int = 0
    line_height: float = 1.0
    strong: tuple[str, ...] = ()
    underlined: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mask:
    """How much ink each pixel holds: luminance and alpha, top row first."""

    width: int
    height: int
    pixels: bytes


_laid: OrderedDict[Wording, pangocffi.Layout] = OrderedDict()


@lru_cache(maxsize=4096)
def measure(wording: Wording) -> tuple[int, int]:
    """Width and height in pixels that the text takes up."""
    layout = laid_out(_page(), wording)
    if len(_laid) >= LAID:
        _laid.popitem(last=False)
    _laid[wording] = layout
    return _extents(layout)


def draw(wording: Wording) -> Mask:
    """The text as white ink on nothing, `width` wide if a width was given."""
    wide, high = measure(wording)
    wide = max(1, wording.width or wide)
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, wide, max(1, high))
    page = cairocffi.Context(surface)
    pangocairocffi.show_layout(page, _laid.pop(wording, None) or laid_out(page, wording))
    return mask_of(surface)


def forget() -> None:
    """Throw away what is known of every text."""
    measure.cache_clear()
    _laid.clear()


def laid_out(page: cairocffi.Context, wording: Wording) -> pangocffi.Layout:
    """The text as Pango sets it for this page, in its unit: pixels of a screen, points of paper."""
    layout = pangocairocffi.create_layout(page)
    layout.font_description = _font(wording.size, bold=wording.bold)
    layout.alignment = _ALIGNMENTS[wording.align]
    layout.wrap = pangocffi.WrapMode.WORD_CHAR
    if wording.width is not None:
        layout.width = pangocffi.units_from_double(max(1, wording.width))
    if wording.lines:
        layout.height = -wording.lines
        layout.ellipsize = pangocffi.EllipsizeMode.END
    if wording.line_height != 1.0:
        gap = (wording.line_height - 1.0) * wording.size * 1.362
        layout.spacing = pangocffi.units_from_double(gap)
    _write(layout, wording)
    return layout


def mask_of(surface: cairocffi.ImageSurface) -> Mask:
    """The ink of an A8 surface, as luminance and alpha."""
    surface.flush()
    wide, high, stride = surface.get_width(), surface.get_height(), surface.get_stride()
    ink = bytearray(surface.get_data())
    for filled in range(stride, wide, -1):  # cairo fills every row up to four bytes
        del ink[wide::filled]
    pixels = bytearray(b"\xff" * (2 * wide * high))
    pixels[1::2] = ink
    return Mask(wide, high, bytes(pixels))


def drawable(text: str) -> str:
    """The text without signs that no screen can draw, its telephone numbers held together.

    No line begins with the dot between two facts.
    """
    text = UNDRAWABLE.sub("", text)[:LONGEST].replace(*DOT)
    return NUMBER_IN_GROUPS.sub(_held_together, text) if RIGHT_TO_LEFT.search(text) else text


def _held_together(number: re.Match[str]) -> str:
    """The number as an island from left to right (U+2066, U+2069) that is never broken."""
    return "\u2066" + number[0].replace(" ", "\u00a0") + "\u2069"


def _page() -> cairocffi.Context:
    return cairocffi.Context(cairocffi.ImageSurface(cairocffi.FORMAT_A8, 1, 1))


def _write(layout: pangocffi.Layout, wording: Wording) -> None:
    text = drawable(wording.text)
    bold = _found(text, (re.escape(drawable(part)) for part in wording.strong if part))
    lined = _found(text, map(_whole, filter(None, map(drawable, wording.underlined))))
    if bold or lined:
        layout.apply_markup(_marked(text, bold, lined))
    else:
        layout.text = text


def _whole(words: str) -> str:
    """A pattern for these words where they are not the beginning of longer ones: bail, bailiff."""
    return rf"(?<!\w){re.escape(words)}(?!\w)"


def _found(text: str, patterns: Iterable[str]) -> frozenset[int]:
    """The places of all signs that belong to the first match of each pattern."""
    found = (re.search(pattern, text) for pattern in patterns)
    return frozenset(at for one in found if one for at in range(*one.span()))


def _marked(text: str, bold: frozenset[int], lined: frozenset[int]) -> str:
    """The text in Pango's markup, made of nothing but these places: no sign of it is a mark."""
    pieces = []
    for (strong, under), signs in groupby(range(len(text)), lambda at: (at in bold, at in lined)):
        piece = escape("".join(text[at] for at in signs), quote=False)
        piece = f"<u>{piece}</u>" if under else piece
        pieces.append(f"<b>{piece}</b>" if strong else piece)
    return "".join(pieces)


@lru_cache(maxsize=64)
def _font(size: float, *, bold: bool) -> pangocffi.FontDescription:
    font = pangocffi.FontDescription()
    font.family = FAMILY
    font.set_absolute_size(pangocffi.units_from_double(size))
    font.weight = pangocffi.Weight.BOLD if bold else pangocffi.Weight.NORMAL
    return font


def _extents(layout: pangocffi.Layout) -> tuple[int, int]:
    wide, high = layout.get_size()
    return (
        -int(-pangocffi.units_to_double(wide) // 1),
        -int(-pangocffi.units_to_double(high) // 1),
    )

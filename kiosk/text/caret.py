"""Draws one line that is typed, with the caret where the next letter goes."""

import warnings
from dataclasses import dataclass

import cairocffi

from kiosk.text.wording import FAMILY, Mask, drawable, mask_of

with warnings.catch_warnings():
    warnings.simplefilter("ignore", ResourceWarning)  # both leave their own source files open
    import pangocairocffi
    import pangocffi

RIGHT_TO_LEFT = 1
"""PANGO_DIRECTION_RTL, which the binding does not name."""


@dataclass(frozen=True, slots=True)
class TypedLine:
    """What is seen of a line through a window, in pixels.

    `caret` is how far the caret stands from the left edge of the mask; `right_to_left` whether
    the line as a whole begins at the right.
    """

    mask: Mask
    caret: int
    right_to_left: bool


def typed_line(text: str, size: float, window: int, *, from_the_right: bool) -> TypedLine:
    """Draw what fits into a window this wide, the end of the text always.

    `size` is the em in pixels; `from_the_right` says how the next letter will run: among Latin
    letters an Arabic one goes elsewhere than a Latin one. Nothing of it is kept: typed text must
    not stay in memory.
    """
    text = drawable(text)
    layout = _layout(cairocffi.ImageSurface(cairocffi.FORMAT_A8, 1, 1), text, size)
    wide, high = (_whole(units) for units in layout.get_size())
    mirrored = bool(pangocffi.pango.pango_layout_get_direction(layout.pointer, 0) == RIGHT_TO_LEFT)
    strong, weak = _carets(layout, text)
    at = strong if mirrored == from_the_right else weak
    start = _start(at, wide, window, mirrored=mirrored)
    sheet = cairocffi.ImageSurface(cairocffi.FORMAT_A8, max(1, min(wide, window)), max(1, high))
    page = cairocffi.Context(sheet)
    page.translate(-start, 0)
    pangocairocffi.show_layout(page, _layout(sheet, text, size))
    return TypedLine(mask_of(sheet), at - start, mirrored)


def _start(at: int, wide: int, window: int, *, mirrored: bool) -> int:
    """Where the window begins: at the end of the line, or around a caret that stands inside it.

    It stands inside where the last letters run against the line, as a Latin name in Urdu does.
    """
    end = 0 if mirrored else wide
    start = end - window if abs(at - end) <= 1 else at - window // 2
    return max(0, min(start, wide - window))


def _carets(layout: pangocffi.Layout, text: str) -> tuple[int, int]:
    """Where the next letter goes: if it runs as the line does (strong), or against it (weak)."""
    strong, weak = pangocffi.Rectangle(), pangocffi.Rectangle()
    pangocffi.pango.pango_layout_get_cursor_pos(
        layout.pointer, len(text.encode()), strong.pointer, weak.pointer
    )
    return round(pangocffi.units_to_double(strong.x)), round(pangocffi.units_to_double(weak.x))


def _layout(sheet: cairocffi.ImageSurface, text: str, size: float) -> pangocffi.Layout:
    font = pangocffi.FontDescription()
    font.family = FAMILY
    font.set_absolute_size(pangocffi.units_from_double(size))
    layout = pangocairocffi.create_layout(cairocffi.Context(sheet))
    layout.font_description = font
    layout.text = text
    return layout


def _whole(units: int) -> int:
    return -int(-pangocffi.units_to_double(units) // 1)

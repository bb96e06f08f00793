"""Finds out whether a text can be drawn with the fonts that are here."""

from kiosk.text.wording import drawable  # isort: skip  it alone loads Pango without a warning

import cairocffi
import pangocairocffi
from pangocffi import pango


def can_draw(text: str) -> bool:
    """Whether each sign of a text has a shape; without one Pango draws an empty box."""
    page = cairocffi.Context(cairocffi.ImageSurface(cairocffi.FORMAT_A8, 1, 1))
    layout = pangocairocffi.create_layout(page)
    layout.text = drawable(text)
    return not pango.pango_layout_get_unknown_glyphs_count(layout.pointer)

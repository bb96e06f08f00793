"""Puts words, pictures and lines onto a sheet."""

from dataclasses import dataclass

from kiosk.text.wording import Wording, laid_out  # isort: skip  it alone loads Pango without a warning

import cairocffi
import pangocairocffi
from pangocffi import pango, units_to_double

from kiosk.paper.errors import PaperRefused
from kiosk.screens.icons.shape import BOX, trace

BLACK, GREY = 0.0, 0.35
"""Ink that any printer has; grey is still read by who sees badly."""
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Press:
    """Draws on one page, in points. `right_to_left`: what stands first, stands at the right."""

    page: cairocffi.Context
    right_to_left: bool = False

    def size(self, wording: Wording) -> tuple[float, float]:
        """How wide and high this text becomes; raises PaperRefused where a letter has no shape."""
        layout = laid_out(self.page, wording)
        if pango.pango_layout_get_unknown_glyphs_count(layout.pointer):
            raise PaperRefused(
                "font-missing",
                f"No font here can write {wording.text[:SHOWN]!r}. Nothing was printed."
                " Install the package fonts-noto-core.",
            )
        wide, high = layout.get_size()
        return units_to_double(wide), units_to_double(high)

    def write(self, wording: Wording, x: float, y: float, tag: str = "P") -> None:
        """Write the text below this corner; `tag` says to a screen reader what it is."""
        self.page.set_source_rgb(BLACK, BLACK, BLACK)
        self.page.tag_begin(tag, "")
        self.page.move_to(x, y)
        pangocairocffi.show_layout(self.page, laid_out(self.page, wording))
        self.page.tag_end(tag)

    def icon(self, name: str, x: float, y: float, side: float) -> None:
        """Draw a picture of our own into this square."""
        self.page.save()
        self.page.translate(x, y)
        self.page.scale(side / BOX, side / BOX)
        trace(self.page, name, BLACK)
        self.page.restore()

    def photo(self, photo: cairocffi.ImageSurface, x: float, y: float, width: float) -> None:
        """Draw a picture of the content this wide."""
        self.page.save()
        self.page.translate(x, y)
        share = width / photo.get_width()
        self.page.scale(share, share)
        self.page.set_source_surface(photo, 0, 0)
        self.page.paint()
        self.page.restore()

    def line(self, x: float, y: float, width: float, thick: float, ink: float = BLACK) -> None:
        """Draw a line from left to right."""
        self.page.set_source_rgb(ink, ink, ink)
        self.page.rectangle(x, y - thick / 2, width, thick)
        self.page.fill()

    def frame(self, x: float, y: float, size: tuple[float, float], thick: float) -> None:
        """Draw a frame whose outer edge is this rectangle."""
        self.page.set_source_rgb(BLACK, BLACK, BLACK)
        self.page.set_line_width(thick)
        self.page.rectangle(x + thick / 2, y + thick / 2, size[0] - thick, size[1] - thick)
        self.page.stroke()

    def at_start(self, x: float, width: float, part: float) -> float:
        """Where something `part` wide begins, to stand first in a line."""
        return x + width - part if self.right_to_left else x

    def after_start(self, x: float, taken: float) -> float:
        """Where the rest of a line begins, when `taken` of it is used by what stands first."""
        return x if self.right_to_left else x + taken

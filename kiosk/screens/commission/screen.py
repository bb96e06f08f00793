"""Draws the pages on which a panel is set up."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import ListProperty, ObjectProperty

from kiosk.screens.commission.presenter import CommissionState
from kiosk.screens.parts.fed import Fed
from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.pages import ScreenPart
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import TIGHTER, look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

SQUARE = 26
"""Millimetres: the side of a square to touch."""
EDGE = 2
"""Millimetres between a square and the edge of the panel."""


class Ruler(Part):
    """A frame of exactly so many dots (`frame`: across, down), whatever a millimetre is here."""

    frame = ListProperty([1, 1])

    def natural_width(self) -> float:
        return float(self.frame[0])

    def natural_height(self, width: float) -> float:  # noqa: ARG002
        return float(self.frame[1])

    def arrange(self) -> None:
        wide, high = self.frame
        left = self.right - wide if look.rtl else self.x
        self.ids.card.place(left, self.top - high, wide, high)


class Corners(Fed):
    """Squares in the corners of the whole page and in its middle: first to last from the top."""

    side = Number(SQUARE)

    def arrange(self) -> None:
        side, edge = look.px(self.side), look.px(EDGE)
        left, right = self.x + edge, self.right - edge - side
        low, high = self.y + edge, self.top - edge - side
        middle = (self.center_x - side / 2, self.center_y - side / 2)
        places = ((left, high), (right, high), middle, (left, low), (right, low))
        for part, (x, y) in zip(self.parts(), places, strict=False):
            part.place(x, y, side, side)


class CommissionScreen(ScreenPart):
    """The page, and on the page for touching its corners."""

    state = ObjectProperty(CommissionState(), rebind=True)

    def arrange(self) -> None:
        """On the page for touching, words and buttons leave the squares free."""
        free = (SQUARE + EDGE + 6) / (TIGHTER if look.theme.low else 1)
        self.pad = (free, free) if self.state.corners else (14, 8)
        super().arrange()
        if self.ids.corners.shown:
            self.ids.corners.place(self.x, self.y, self.width, self.height)

    def change_width(self, dots: str) -> None:
        """Wider or narrower was touched."""
        self.presenter.change_width(dots)

    def change_height(self, dots: str) -> None:
        """Higher or lower was touched."""
        self.presenter.change_height(dots)

    def choose(self, option: str) -> None:
        """An answer was touched."""
        self.presenter.choose(option)

    def touch(self, corner: str) -> None:
        """A square was touched."""
        self.presenter.touch(corner)

    def carry_on(self) -> None:
        """Carry on, or Save, was touched."""
        self.presenter.carry_on()

    def cancel(self) -> None:
        """Cancel was touched."""
        self.presenter.cancel()

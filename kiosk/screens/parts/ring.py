"""A frame around the part that is being read aloud."""

from typing import Any

from kivy.graphics import Color, Line

from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look

ACROSS, DOWN = 2.0, 1.2
"""Millimetres between the part and the middle of its frame."""
BROAD, THIN = 2.2, 0.8
"""Millimetres: a dark line with a bright one inside is seen on every colour of both themes."""


class Ring(Part):
    """Lies over the screen, lets every touch through, and frames one part at a time."""

    def __init__(self, **settings: object) -> None:
        self._around: Part | None = None
        super().__init__(**settings)
        with self.canvas:
            self._dark = Color()
            self._broad = Line()
            self._bright = Color()
            self._thin = Line()

    def show(self, part: Part | None) -> None:
        """Frame this part; None: no frame."""
        if part is self._around:
            return
        for change in ("pos", "size"):
            if self._around is not None:
                self._around.funbind(change, self._draw)
            if part is not None:
                part.fbind(change, self._draw)
        self._around = part
        self._draw()

    @property
    def around(self) -> Part | None:
        """The part that is framed now."""
        return self._around

    def arrange(self) -> None:
        self._draw()

    def _draw(self, *_: Any) -> None:
        part = self._around
        if part is None:
            self._broad.points = self._thin.points = ()
            return
        self._dark.rgba, self._bright.rgba = look.colour("ink"), look.colour("attention")
        self._broad.width, self._thin.width = look.px(BROAD) / 2, look.px(THIN) / 2
        across, down, radius = look.px(ACROSS), look.px(DOWN), look.px(2)
        box = (part.x - across, part.y - down, part.width + 2 * across, part.height + 2 * down)
        for line in (self._broad, self._thin):
            line.rounded_rectangle = (*box, radius)

"""A frame around what is being read aloud, or what a switch would choose."""

from collections.abc import Sequence
from typing import Any, ClassVar

from kivy.graphics import Color, Line

from kiosk.screens.parts.groups import around
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import colour, look

ACROSS, DOWN = 2.0, 1.2
"""Millimetres between the part and the middle of its frame."""
DARK, BRIGHT = colour("#101820"), colour("#FFC845")
"""In every theme: whatever lies behind, one of the two has at least 3:1 against it."""


class Ring(Part):
    """Lies over the screen, lets every touch through, and frames one part or several at a time.

    A dark line with a bright one inside, `broad` and `thin` millimetres wide.
    """

    broad: ClassVar[float] = 2.2
    thin: ClassVar[float] = 0.8

    def __init__(self, **settings: object) -> None:
        self._parts: tuple[Part, ...] = ()
        super().__init__(**settings)
        with self.canvas:
            self._dark = Color()
            self._broad = Line()
            self._bright = Color()
            self._thin = Line()

    def show(self, part: Part | None) -> None:
        """Frame this part; None: no frame."""
        self.show_all(() if part is None else (part,))

    def show_all(self, parts: Sequence[Part]) -> None:
        """One frame around all of these."""
        if tuple(parts) == self._parts:
            return
        for change in ("pos", "size"):
            for part in self._parts:
                part.funbind(change, self._draw)
            for part in parts:
                part.fbind(change, self._draw)
        self._parts = tuple(parts)
        self._draw()

    @property
    def around(self) -> Part | None:
        """The part that is framed now, or the first of them."""
        return self._parts[0] if self._parts else None

    def arrange(self) -> None:
        self._draw()

    def _draw(self, *_: Any) -> None:
        if not self._parts:
            self._broad.points = self._thin.points = ()
            return
        self._dark.rgba, self._bright.rgba = DARK, BRIGHT
        self._broad.width, self._thin.width = look.px(self.broad) / 2, look.px(self.thin) / 2
        across, down, radius = look.px(ACROSS), look.px(DOWN), look.px(2)
        held, half = around(self._parts), look.px(self.broad) / 2
        left, bottom = max(self.x + half, held.x - across), max(self.y + half, held.y - down)
        right = min(self.right - half, held.right + across)
        top = min(self.top - half, held.top + down)
        for line in (self._broad, self._thin):
            line.rounded_rectangle = (left, bottom, right - left, top - bottom, radius)


class WalkingRing(Ring):
    """The ring of the switches: broader, because it is looked for on the whole screen."""

    broad: ClassVar[float] = 3.6
    thin: ClassVar[float] = 1.8

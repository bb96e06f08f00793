"""Says how large the glass is that everything is drawn on."""

from dataclasses import dataclass

from kiosk.screens.theme import MM_PER_INCH, Theme

USUAL_DPI = 102.0
"""A panel of 21.5 inches with 1920 pixels, until somebody has measured."""
SHORTEST, LONGEST = 120.0, 1200.0
"""Millimetres: the shorter side of a panel that people can stand in front of."""
LEAST_DPI, MOST_DPI = 40.0, 400.0
TAKEN_FOR = 200.0
"""Millimetres: the shorter side that is assumed where the figures make no sense; what is drawn
for the smallest panel that we build for (1280x800) then fits."""


@dataclass(frozen=True, slots=True)
class Panel:
    """Pixels, dots per inch, and whether these are only assumed: what was measured cannot be."""

    width: int
    height: int
    dpi: float
    assumed: bool = False

    @property
    def millimetres(self) -> tuple[float, float]:
        """How wide and how high the glass is."""
        return self.width * MM_PER_INCH / self.dpi, self.height * MM_PER_INCH / self.dpi

    def theme(self, *, low_reach: bool = False) -> Theme:
        """The usual way to draw on it."""
        return Theme(self.width, self.height, dpi=self.dpi, low_reach=low_reach)


def panel_of(size: tuple[int, int], dpi: float, scale: float = 1.0) -> Panel:
    """The panel of this many pixels; `dpi` 0: not measured. It can be drawn on in any case."""
    width, height = max(1, size[0]), max(1, size[1])
    known = (dpi or USUAL_DPI) * scale
    short = min(width, height) * MM_PER_INCH / known
    if LEAST_DPI <= known <= MOST_DPI and SHORTEST <= short <= LONGEST:
        return Panel(width, height, known)
    usual = min(width, height) * MM_PER_INCH / USUAL_DPI
    fits = SHORTEST <= usual <= LONGEST
    guessed = USUAL_DPI if fits else max(1.0, min(width, height) * MM_PER_INCH / TAKEN_FOR)
    return Panel(width, height, guessed, assumed=True)

"""Turns a bank card held to the glass into dots per inch."""

from dataclasses import dataclass, replace

from kiosk.screens.panel import LEAST_DPI, MOST_DPI
from kiosk.screens.theme import MM_PER_INCH

WIDE, HIGH = 85.6, 53.98
"""Millimetres: a bank card (ISO/IEC 7810, ID-1)."""
STRETCHED = 1.03
"""Dots that are this much longer than wide belong to a picture that was stretched."""
LEAST_PANEL = (190.0, 265.0)
"""Millimetres, shorter side, longer side: the smallest panel on which nothing is cut off."""

Sides = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Card:
    """The frame on the glass, in dots, on a panel of so many dots."""

    across: int
    down: int
    panel: tuple[int, int]

    @property
    def dpi(self) -> int:
        """Dots per inch; the finer way counts, so that no button is smaller than it should be."""
        return round(max(self._per_inch))

    @property
    def stretched(self) -> bool:
        """Whether the dots are not square: the panel shows another number of dots than it has."""
        return max(self._per_inch) > min(self._per_inch) * STRETCHED

    @property
    def millimetres(self) -> tuple[int, int]:
        """How wide and how high the picture is."""
        wide, high = self._per_inch
        return (
            round(self.panel[0] * MM_PER_INCH / wide),
            round(self.panel[1] * MM_PER_INCH / high),
        )

    def smaller_than(self, least: Sides) -> bool:
        """Whether one side of the panel is shorter than that: shorter side, longer side."""
        return any(have < need for have, need in zip(sorted(self.millimetres), least, strict=True))

    def wider(self, dots: int) -> "Card":
        """The frame this much wider, within what a panel can be."""
        return replace(self, across=_within(self.across + dots, WIDE, self.panel[0]))

    def higher(self, dots: int) -> "Card":
        """The frame this much higher, within what a panel can be."""
        return replace(self, down=_within(self.down + dots, HIGH, self.panel[1]))

    @property
    def _per_inch(self) -> tuple[float, float]:
        return self.across * MM_PER_INCH / WIDE, self.down * MM_PER_INCH / HIGH


def card_at(dpi: float, panel: tuple[int, int]) -> Card:
    """The frame of a card on a panel with so many dots per inch."""
    start = Card(0, 0, panel)
    return start.wider(round(WIDE * dpi / MM_PER_INCH)).higher(round(HIGH * dpi / MM_PER_INCH))


def _within(dots: int, side: float, room: int) -> int:
    least, most = (round(side * dpi / MM_PER_INCH) for dpi in (LEAST_DPI, MOST_DPI))
    return max(least, min(dots, most, round(room * 0.8)))

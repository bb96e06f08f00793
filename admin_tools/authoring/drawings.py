"""Draws the pictures of our own entries: `python -m admin_tools.authoring.drawings content`.

They hold no letters, so that one file serves every language, and nobody's face.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PIL import Image, ImageDraw

WIDE, HIGH = 1_200, 400
"""Pixels: three steps beside each other, read on a panel from an arm's length."""
FINER = 3
"""Drawn so many times larger, then made smaller, so that edges are smooth."""
COLOURS = 48
INK, PAPER = "#1B2A33", "#FFFFFF"
WALL, WOOD, STEEL = "#E8EDF0", "#C98F5A", "#B9C4CB"
SKIN, RED, GREEN, GOLD, NIGHT = "#A8714B", "#C8281E", "#12835F", "#E5B324", "#23395B"
LINE = 7
Point = tuple[float, float]
Points = Sequence[Point]


class Sheet:
    """White paper of three fields; every measure is in pixels of the finished picture."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDE * FINER, HIGH * FINER), PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._left = 0.0

    def field(self, number: int) -> None:
        """Draw on from the left edge of this field; an arrow leads to it from the one before."""
        self._left = 0.0
        if number:
            at = number * 420 - 46
            self.line([(at - 26, 200), (at + 14, 200)], GREEN, 12)
            self.shape([(at + 6, 172), (at + 40, 200), (at + 6, 228)], GREEN, edge=0)
        self._left = number * 420.0

    def box(self, corner: Point, size: Point, fill: str, radius: int = 8) -> None:
        """A box with an edge and rounded corners, from its upper left one."""
        (x, y), (wide, high) = corner, size
        self._draw.rounded_rectangle(
            [*self._at(x, y), *self._at(x + wide, y + high)],
            radius * FINER,
            fill,
            INK,
            LINE * FINER,
        )

    def disc(self, x: float, y: float, radius: float, fill: str, edge: int = LINE) -> None:
        """A disc around its middle."""
        corners = [*self._at(x - radius, y - radius), *self._at(x + radius, y + radius)]
        self._draw.ellipse(corners, fill, INK if edge else None, edge * FINER)

    def line(self, points: Points, colour: str = INK, width: float = LINE) -> None:
        """A line with round ends and corners."""
        where = [self._at(*point) for point in points]
        self._draw.line(where, colour, round(width * FINER), joint="curve")
        for x, y in points:
            self.disc(x, y, width / 2, colour, edge=0)

    def shape(self, points: Points, fill: str, edge: float = LINE) -> None:
        """A filled shape."""
        self._draw.polygon([self._at(*point) for point in points], fill)
        if edge:
            self.line([*points, points[0]], INK, edge)

    def bow(self, x: float, y: float, radius: float, start: int, end: int) -> None:
        """A piece of a circle, in degrees from three o'clock on."""
        corners = [*self._at(x - radius, y - radius), *self._at(x + radius, y + radius)]
        self._draw.arc(corners, start, end, INK, LINE * FINER)

    def save(self, path: Path) -> None:
        """Write the picture small."""
        small = self._image.resize((WIDE, HIGH), Image.Resampling.LANCZOS)
        few = small.convert("P", palette=Image.Palette.ADAPTIVE, colors=COLOURS)
        few.save(path, "PNG", optimize=True)

    def _at(self, x: float, y: float) -> Point:
        return (x + self._left) * FINER, y * FINER


def cell_bell(sheet: Sheet) -> None:
    """A finger presses the button; the light outside the door is on; an officer comes."""
    sheet.field(0)
    sheet.box((6, 110), (130, 180), STEEL)
    sheet.disc(71, 200, 42, RED)
    _hand(sheet, 94, 200)
    sheet.field(1)
    _door(sheet)
    sheet.disc(185, 48, 24, RED)
    for x, y in ((-58, 4), (58, 4), (-44, -28), (44, -28)):
        sheet.line([(185 + x * 0.7, 48 + y * 0.7), (185 + x, 48 + y)], RED, 8)
    sheet.field(2)
    _door(sheet, x=14)
    _person(sheet, 283)


def phone_numbers(sheet: Sheet) -> None:
    """A list is written; it is looked at and found good; money, then a telephone."""
    sheet.field(0)
    _list(sheet)
    sheet.line([(330, 120), (250, 240)], GOLD, 22)
    sheet.shape([(240, 236), (260, 248), (238, 270)], INK, edge=2)
    sheet.field(1)
    _list(sheet)
    sheet.disc(255, 255, 66, PAPER)
    sheet.line([(302, 302), (345, 350)], INK, 22)
    sheet.line([(222, 256), (246, 282), (290, 228)], GREEN, 16)
    sheet.field(2)
    for n in range(4):
        sheet.disc(95, 320 - n * 34, 46, GOLD)
    sheet.disc(95, 218, 26, GOLD, edge=4)
    _telephone(sheet)


def tag_and_curfew(sheet: Sheet) -> None:
    """A tag on an ankle; a box with its plug in the wall; at home when it is night."""
    sheet.field(0)
    sheet.shape([(110, 30), (230, 30), (226, 258), (320, 300), (320, 350), (110, 350)], SKIN)
    sheet.box((98, 205), (142, 38), INK)
    sheet.box((140, 186), (70, 76), STEEL)
    sheet.disc(175, 224, 11, GREEN, edge=0)
    sheet.field(1)
    sheet.box((20, 150), (170, 120), STEEL)
    sheet.disc(62, 190, 12, GREEN, edge=0)
    for n in range(3):
        sheet.bow(105, 140, 26 + n * 24, 225, 315)
    sheet.line([(190, 235), (245, 235), (245, 310), (300, 310), (300, 262)], INK, 8)
    sheet.box((262, 150), (78, 112), WALL)
    sheet.box((280, 196), (42, 56), INK)
    sheet.field(2)
    _house_at_night(sheet)


def _hand(sheet: Sheet, x: float, y: float) -> None:
    """A hand that points to the left at this place."""
    sheet.box((x, y - 19), (120, 40), SKIN, 20)
    sheet.box((x + 88, y - 19), (120, 112), SKIN, 30)
    for n in range(3):
        sheet.box((x + 80, y + 18 + n * 27), (66, 32), SKIN, 16)
    sheet.box((x + 190, y), (44, 86), NIGHT, 6)


def _door(sheet: Sheet, x: float = 90) -> None:
    sheet.box((x, 88), (190, 284), WALL, 4)
    sheet.box((x + 16, 104), (158, 268), WOOD, 4)
    sheet.box((x + 62, 146), (66, 44), PAPER, 4)
    sheet.disc(x + 150, 250, 10, INK, edge=0)


def _person(sheet: Sheet, x: float) -> None:
    """An officer from the waist up, without a face."""
    sheet.shape([(x - 76, 372), (x - 66, 262), (x, 232), (x + 66, 262), (x + 76, 372)], NIGHT)
    sheet.disc(x, 178, 52, SKIN)
    sheet.shape([(x - 60, 146), (x - 42, 104), (x + 42, 104), (x + 60, 146)], NIGHT)
    sheet.line([(x - 66, 150), (x + 66, 150)], INK, 14)


def _list(sheet: Sheet) -> None:
    """A paper with three telephone numbers, one beside each person."""
    sheet.box((40, 30), (230, 340), PAPER)
    for n in range(3):
        y = 92 + n * 96
        sheet.disc(88, y - 12, 15, SKIN, edge=4)
        sheet.shape([(64, y + 34), (70, y + 12), (106, y + 12), (112, y + 34)], NIGHT, edge=4)
        for dot in range(4):
            sheet.disc(142 + dot * 30, y + 8, 9, INK, edge=0)


def _telephone(sheet: Sheet) -> None:
    """A telephone on the wall."""
    sheet.box((182, 60), (172, 290), STEEL, 16)
    sheet.box((204, 84), (46, 200), INK, 22)
    for n in range(9):
        sheet.disc(280 + n % 3 * 24, 130 + n // 3 * 34, 9, PAPER, edge=0)
    sheet.line([(227, 284), (227, 376), (160, 376)], INK, 8)


def _house_at_night(sheet: Sheet) -> None:
    sheet.box((10, 30), (345, 342), NIGHT, 18)
    sheet.disc(292, 96, 40, GOLD, edge=0)
    sheet.disc(274, 84, 34, NIGHT, edge=0)
    for x, y in ((60, 80), (120, 60), (200, 66)):
        sheet.disc(x, y, 6, PAPER, edge=0)
    sheet.box((80, 210), (200, 160), WALL, 2)
    sheet.shape([(50, 216), (180, 116), (310, 216)], RED)
    sheet.box((110, 250), (62, 56), GOLD, 2)
    sheet.box((206, 270), (50, 100), WOOD, 2)


DRAWINGS: dict[str, Callable[[Sheet], None]] = {
    "national/explainer/cell-bell/bell.png": cell_bell,
    "national/explainer/tag-and-curfew/tag.png": tag_and_curfew,
    "national/guide/phone-numbers/numbers.png": phone_numbers,
}


def main(words: Sequence[str]) -> int:
    """Write every drawing below the folder of sources that is named."""
    root = Path(words[0] if words else "content")
    for name, draw in DRAWINGS.items():
        sheet = Sheet()
        draw(sheet)
        sheet.save(root / name)
        sys.stdout.write(f"{name}: {(root / name).stat().st_size:,} bytes\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

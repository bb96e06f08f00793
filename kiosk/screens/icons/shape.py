"""Draws the path of an SVG picture through cairo."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import atan2, cos, pi, radians, sin, sqrt
from pathlib import Path
from xml.etree import ElementTree as Xml

import cairocffi

from kiosk.screens.icons.own import OWN
from kiosk.text.wording import Mask, mask_of

FOLDER = Path(__file__).parent
BOX = 256
FALLBACK = "circle"
"""Drawn where content names a picture that this kiosk does not have."""

_TOKEN = re.compile(r"[MLHVCSQTAZmlhvcsqtaz]|[-+]?(?:\d*\.\d+|\d+\.?)(?:[eE][-+]?\d+)?")
_LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "A": 7, "Z": 0}

Point = tuple[float, float]


def picture(name: str, side: int, *, line: bool = False) -> Mask:
    """The picture as ink in a square: duotone with a faint filling, or the plain line."""
    surface = cairocffi.ImageSurface(cairocffi.FORMAT_A8, side, side)
    page = cairocffi.Context(surface)
    page.scale(side / BOX, side / BOX)
    trace(page, name, 1, line=line)
    return mask_of(surface)


def trace(page: cairocffi.Context, name: str, ink: float, *, line: bool = False) -> None:
    """Draw the picture on a page, `BOX` wide and high; `ink`: from 0, black, to 1, white."""
    for path, opacity in _paths(name, line=line):
        Pen(page).follow(path)
        page.set_source_rgba(ink, ink, ink, opacity)
        page.fill()


@lru_cache(maxsize=512)
def _paths(name: str, *, line: bool) -> tuple[tuple[str, float], ...]:
    if name in OWN:
        return ((OWN[name], 1.0),)
    folder = FOLDER / ("line" if line else "duotone")
    file = folder / f"{name}.svg"
    if not name.replace("-", "").isalnum() or not file.is_file():
        file = folder / f"{FALLBACK}.svg"
    tree = Xml.parse(file)  # noqa: S314  our own files, shipped with the program
    return tuple(
        (node.get("d", ""), float(node.get("opacity", "1")))
        for node in tree.iter("{http://www.w3.org/2000/svg}path")
    )


class Pen:
    """Follows the letters of an SVG path on a cairo page."""

    def __init__(self, page: cairocffi.Context) -> None:
        self._page = page
        self._at: Point = (0.0, 0.0)
        self._start: Point = (0.0, 0.0)
        self._handle: Point | None = None

    def follow(self, path: str) -> None:
        """Draw every step of the path."""
        for letter, numbers in _steps(path):
            upper = letter.upper()
            handle, self._handle = self._handle, None
            points = self._absolute(letter, numbers)
            getattr(self, f"_step_{upper.lower()}")(points, handle)

    def _absolute(self, letter: str, numbers: list[float]) -> list[float]:
        x, y = self._at if letter.islower() else (0.0, 0.0)
        upper = letter.upper()
        if upper == "H":
            return [numbers[0] + x, self._at[1]]
        if upper == "V":
            return [self._at[0], numbers[0] + y]
        if upper == "A":
            return [*numbers[:5], numbers[5] + x, numbers[6] + y]
        return [number + (y if place % 2 else x) for place, number in enumerate(numbers)]

    def _step_m(self, to: list[float], _: Point | None) -> None:
        self._at = self._start = (to[0], to[1])
        self._page.move_to(*self._at)

    def _step_l(self, to: list[float], _: Point | None) -> None:
        self._at = (to[0], to[1])
        self._page.line_to(*self._at)

    _step_h = _step_v = _step_l

    def _step_z(self, _to: list[float], _: Point | None) -> None:
        self._page.close_path()
        self._at = self._start

    def _step_c(self, to: list[float], _: Point | None) -> None:
        self._page.curve_to(*to)
        self._handle = (to[2], to[3])
        self._at = (to[4], to[5])

    def _step_s(self, to: list[float], handle: Point | None) -> None:
        x, y = self._at
        first = (2 * x - handle[0], 2 * y - handle[1]) if handle else self._at
        self._step_c([*first, *to], None)

    def _step_q(self, to: list[float], _: Point | None) -> None:
        (x, y), (qx, qy, ex, ey) = self._at, to
        near = (x + 2 / 3 * (qx - x), y + 2 / 3 * (qy - y))
        far = (ex + 2 / 3 * (qx - ex), ey + 2 / 3 * (qy - ey))
        self._step_c([*near, *far, ex, ey], None)

    def _step_a(self, to: list[float], _: Point | None) -> None:
        rx, ry, tilt, large, sweep, x, y = to
        end = (x, y)
        if end != self._at and rx and ry:
            _arc(self._page, (self._at, end), (abs(rx), abs(ry), radians(tilt)), (large, sweep))
        self._at = end


def _steps(path: str) -> Iterator[tuple[str, list[float]]]:
    letter, numbers = "", list[float]()
    for piece in _TOKEN.findall(path):
        if piece.isalpha():
            letter, numbers = piece, []
            if piece in "Zz":
                yield piece, []
            continue
        numbers.append(float(piece))
        if len(numbers) == _LENGTHS[letter.upper()]:
            yield letter, numbers
            letter = {"M": "L", "m": "l"}.get(letter, letter)
            numbers = []


def _arc(
    page: cairocffi.Context,
    ends: tuple[Point, Point],
    ellipse: tuple[float, float, float],
    flags: tuple[float, float],
) -> None:
    """An arc from end to end, by the conversion of the SVG standard (appendix B.2.4)."""
    (x1, y1), (x2, y2) = ends
    rx, ry, tilt = ellipse
    dx, dy = (x1 - x2) / 2, (y1 - y2) / 2
    px, py = cos(tilt) * dx + sin(tilt) * dy, -sin(tilt) * dx + cos(tilt) * dy
    grow = sqrt(max(1.0, (px / rx) ** 2 + (py / ry) ** 2))
    rx, ry = rx * grow, ry * grow
    below = (rx * py) ** 2 + (ry * px) ** 2
    root = sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (1 if flags[0] != flags[1] else -1)
    cx, cy = root * rx * py / ry, -root * ry * px / rx
    start = atan2((py - cy) / ry, (px - cx) / rx)
    turn = (atan2((-py - cy) / ry, (-px - cx) / rx) - start) % (2 * pi)
    page.save()
    page.translate(
        cos(tilt) * cx - sin(tilt) * cy + (x1 + x2) / 2,
        sin(tilt) * cx + cos(tilt) * cy + (y1 + y2) / 2,
    )
    page.rotate(tilt)
    page.scale(rx, ry)
    if flags[1]:
        page.arc(0, 0, 1, start, start + turn)
    else:
        page.arc_negative(0, 0, 1, start, start + turn)
    page.restore()

"""Colours, sizes and direction of everything that is drawn."""

from dataclasses import dataclass, replace
from math import ceil

Colour = tuple[float, float, float, float]

MM_PER_INCH = 25.4
LARGE = 1.4
"""Large text: body capitals of 7.3 mm, read from 600 mm (EN 301 549 5.1.4); small ones 6.7 mm."""
LARGER_TITLE = 1.2
FULL, FULL_BESIDE = 10.25, {"small": 9.4, "least": 8.3}
"""Em in millimetres of large text where there is little height: capitals of 7.3 mm; of what is said
beside 6.7 mm, on Help now 5.9 mm. What is larger already does not grow (docs/decisions/0130)."""
LOW_PANEL = 215
"""Millimetres: a panel lower than this gets tighter spacing, never smaller buttons."""
TIGHTER = 0.6
APART = 3.0
"""Millimetres: what can be touched never stands closer."""
REACH = 0.4
"""The lowest share of an upright panel, which everybody reaches (EN 301 549 8.3)."""
LEAST_UPRIGHT = (268.0, 475.0)
"""Millimetres, shorter side, longer side: on a smaller upright panel buttons never stand low, and
large letters are LARGER_ON_SMALL times the usual ones."""
LARGER_ON_SMALL = 1.1
SMALLER = 0.88
SMALLEST = 6.7


def colour(code: str) -> Colour:
    """`#RRGGBB` or `#RRGGBBAA` as Kivy wants it."""
    red, green, blue, alpha = (
        int(part, 16) / 255 for part in (code[1:3], code[3:5], code[5:7], code[7:9] or "FF")
    )
    return (red, green, blue, alpha)


LIGHT = {
    "ink": "#101820",
    "soft": "#33424E",
    "icon": "#12324A",
    "paper": "#F5F3EE",
    "card": "#FFFFFF",
    "card-lip": "#7F8C97",
    "card-edge": "#FFFFFF",
    "pressed": "#E4E9ED",
    "header": "#12324A",
    "on-header": "#FFFFFF",
    "header-pressed": "#2A4D68",
    "here": "#12324A",
    "on-here": "#FFFFFF",
    "close": "#FFFFFF",
    "on-close": "#12324A",
    "close-pressed": "#C9D3DA",
    "go": "#0F6B4F",
    "go-lip": "#0A4936",
    "go-pressed": "#0A4936",
    "on-go": "#FFFFFF",
    "quiet": "#E4E9ED",
    "quiet-lip": "#7F8C97",
    "quiet-pressed": "#C9D3DA",
    "on-quiet": "#101820",
    "off": "#ECEBE7",
    "on-off": "#7A858D",
    "line": "#C9D3DA",
    "edge": "#7F8C97",
    "box": "#101820",
    "help": "#8C1D40",
    "help-lip": "#5E1029",
    "help-pressed": "#6B1430",
    "on-help": "#FFFFFF",
    "attention": "#FFC845",
    "on-attention": "#101820",
    "chosen": "#E9F5F0",
    "chosen-edge": "#0F6B4F",
    "footer": "#FFFFFF",
    "veil": "#10182099",
    "done": "#101820",
    "to-come": "#C9CDD0",
}

DARK = LIGHT | {
    "ink": "#FFFFFF",
    "soft": "#E8EDF0",
    "icon": "#FFE08A",
    "paper": "#000000",
    "card": "#12181D",
    "card-lip": "#FFFFFF",
    "card-edge": "#6B7A85",
    "pressed": "#3A4650",
    "header": "#000000",
    "header-pressed": "#3A4650",
    "here": "#FFFFFF",
    "on-here": "#000000",
    "close": "#FFFFFF",
    "on-close": "#000000",
    "go": "#7CF0BE",
    "go-lip": "#FFFFFF",
    "go-pressed": "#C9FFE6",
    "on-go": "#000000",
    "quiet": "#26313A",
    "quiet-lip": "#FFFFFF",
    "quiet-pressed": "#4A5964",
    "on-quiet": "#FFFFFF",
    "off": "#14191E",
    "on-off": "#8A959D",
    "line": "#FFFFFF",
    "edge": "#FFFFFF",
    "box": "#FFFFFF",
    "help": "#FF9DBB",
    "help-lip": "#FFFFFF",
    "help-pressed": "#FFD0DE",
    "on-help": "#000000",
    "chosen": "#0B3B2B",
    "chosen-edge": "#7CF0BE",
    "footer": "#000000",
    "veil": "#5A687299",
    "done": "#7CF0BE",
    "to-come": "#5A6872",
}

SIZES = {
    "title": (13.6, True),
    "heading": (9.4, True),
    "tile": (8.6, True),
    "lead": (8.1, False),
    "body": (7.5, False),
    "strong": (7.5, True),
    "button": (7.6, True),
    "small": (6.7, False),
    "least": (6.7, False),
    "key": (8.6, True),
    "name": (7.8, True),
    "number": (18.0, True),
    "band": (9.8, True),
}
"""Em in millimetres, and whether bold; none under 6.7 mm: capitals of 4.8 mm (ADA 707.7.2)."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One way to draw everything: panel, colours, letter size, direction."""

    width: int = 1920
    height: int = 1080
    dpi: float = 102.0
    scale: float = 1.0
    dark: bool = False
    large: bool = False
    right_to_left: bool = False
    low_reach: bool = False

    @property
    def upright(self) -> bool:
        """The panel is higher than wide."""
        return self.height > self.width

    @property
    def lowered(self) -> bool:
        """Everything to touch stands in the lowest part (REACH), where that has room."""
        return self.upright and self.low_reach and not self.small_upright

    @property
    def small_upright(self) -> bool:
        """The panel stands upright, and has no room for low buttons nor for letters of 7.3 mm."""
        short, long = sorted((self.width / self.mm(1.0), self.height / self.mm(1.0)))
        return self.upright and (short < LEAST_UPRIGHT[0] or long < LEAST_UPRIGHT[1])

    @property
    def portrait(self) -> bool:
        """There is more height than width; in the lowest part of an upright panel there is not."""
        return self.upright and not self.lowered

    @property
    def low(self) -> bool:
        """There is little height, so rows stand closer."""
        return self.height / self.mm(1.0) < LOW_PANEL

    @property
    def tight(self) -> bool:
        """There is little height for the letters, so less stands on one page."""
        return self.low or self.lowered or (self.large and not self.portrait)

    def mm(self, millimetres: float) -> float:
        """Pixels for this many millimetres on the glass."""
        return millimetres * self.dpi * self.scale / MM_PER_INCH

    @property
    def cramped(self) -> bool:
        """Large letters on a low panel."""
        return self.low and self.large

    @property
    def scarce(self) -> bool:
        """Large letters where there is little height: on a low panel, or in low reach."""
        return self.large and (self.low or self.lowered)

    def space(self, millimetres: float) -> float:
        """Pixels of empty room, which is narrower on a low panel, but fingers still part there."""
        if not self.low:
            return self.mm(millimetres)
        return self.mm(max(min(millimetres, APART), millimetres * TIGHTER))

    def em(self, style: str) -> tuple[float, bool]:
        """Letter size in whole pixels, and whether it is bold."""
        size, bold = SIZES[style]
        if self.low:
            size = max(SMALLEST, size * (0.78 if style == "title" else SMALLER))
        if self.scarce:
            size = max(FULL_BESIDE.get(style, FULL), size)
        elif self.large and self.small_upright:
            size *= 1.0 if style in {"title", "number"} else LARGER_ON_SMALL
        elif self.large:
            size *= LARGER_TITLE if style in {"title", "number"} else LARGE
        return float(round(self.mm(size))), bold


class Look:
    """The theme that is drawn now, handed to every part and layout under the name `look`.

    One picture asks for the same few lengths some thousand times: each is reckoned once.
    """

    def __init__(self) -> None:
        self.wear(Theme())

    def wear(self, theme: Theme) -> None:
        """Draw with this theme from now on; what is drawn already must be drawn again."""
        self.theme = theme
        self._colours = _all(DARK if theme.dark else LIGHT)
        self._pixels: dict[float, int] = {}
        self._gaps: dict[float, int] = {}
        self._letters: dict[str, tuple[float, bool]] = {}

    def change(self, **changes: object) -> None:
        """Wear the same theme with these things changed."""
        self.wear(replace(self.theme, **changes))  # type: ignore[arg-type]

    def colour(self, name: str) -> Colour:
        """The colour of this role."""
        return self._colours[name]

    def px(self, millimetres: float) -> int:
        """Whole pixels for this many millimetres."""
        pixels = self._pixels.get(millimetres)
        if pixels is None:
            pixels = self._pixels[millimetres] = round(self.theme.mm(millimetres))
        return pixels

    def gap(self, millimetres: float) -> int:
        """Whole pixels of empty room; what fingers need to part is never rounded down."""
        pixels = self._gaps.get(millimetres)
        if pixels is None:
            room = self.theme.space(millimetres)
            pixels = ceil(room - 0.1) if millimetres == APART else round(room)
            self._gaps[millimetres] = pixels
        return pixels

    def em(self, style: str) -> tuple[float, bool]:
        """The letters of this style, as the theme has them."""
        letters = self._letters.get(style)
        if letters is None:
            letters = self._letters[style] = self.theme.em(style)
        return letters

    @property
    def rtl(self) -> bool:
        """Everything is mirrored, from right to left."""
        return self.theme.right_to_left


def _all(codes: dict[str, str]) -> dict[str, Colour]:
    return {name: colour(code) for name, code in codes.items()}


look = Look()

"""A piece of text."""

import re
from collections import OrderedDict
from dataclasses import replace
from unicodedata import bidirectional

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import ListProperty, StringProperty

from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look
from kiosk.text.label import texture_of
from kiosk.text.wording import RIGHT_TO_LEFT, Wording, draw, forget, measure

KEPT = 900
"""Textures of text kept for the next drawing; about 40 kB each."""

CLOSER_LINES = 0.75
"""Arabic letters leave much room between lines, which is missed where there is little height."""

RIGHT_TO_LEFT_MARK = "\u200f"
OF_LAYOUT = frozenset({"side", "end"})
"""Where a text stands that goes by the layout, not by its own script."""
FROM_THE_RIGHT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufefc\U00010800-\U00010fff\U0001e800-\U0001eeff]"
)
"""Where every sign stands that runs right to left; most texts have none."""

_drawn: OrderedDict[Wording, Texture] = OrderedDict()


class Words(Part):
    """Text in one of the theme's styles (theme.SIZES), wrapped to the width it is given.

    `colour` is a role of the theme; `align` start, center, or side and end (where the
    layout starts and ends, whatever the script); `lines` the most lines before
    an ellipsis (0: all); `strong` the parts of the text that are bold, `underlined` the words that
    have a line below; `upright` top or middle.
    """

    grows_with = (
        *Part.grows_with,
        *("text", "style", "colour", "align", "lines", "strong", "underlined", "widest"),
    )

    text = StringProperty("")
    style = StringProperty("body")
    colour = StringProperty("ink")
    align = StringProperty("start")
    lines = Number(0)
    strong = ListProperty()
    underlined = ListProperty()
    upright = StringProperty("middle")
    widest = Number(0)

    def __init__(self, **settings: object) -> None:
        self._ink: Color | None = None
        super().__init__(**settings)
        self.fbind("text", self._unsay)

    def wording(self, width: float | None) -> Wording:
        """The text as it would be laid out in this width; None: a line as long as it likes.

        Then it stands nowhere in particular, so that one texture serves every width.
        """
        size, bold = look.em(self.style)
        free = width is None
        return Wording(
            text=led(self.text),
            size=size,
            bold=bold,
            width=None if width is None else int(width),
            align="start" if free else self._along(),
            lines=0 if free else int(self.lines),
            strong=tuple(self.strong),
            underlined=tuple(self.underlined),
            line_height=_line_height(self.text),
        )

    def natural_width(self) -> float:
        wide = float(measure(self.wording(None))[0]) if self.text else 0.0
        wide = max(wide, super().natural_width())
        return min(wide, look.px(self.widest)) if self.widest else wide

    def natural_height(self, width: float) -> float:
        if not self.text:
            return super().natural_height(width)
        return max(super().natural_height(width), float(measure(self._fitted(width))[1]))

    def arrange(self) -> None:
        if self._ink is None:
            self._ink, self._sheet = Color(), Rectangle(size=(0, 0))
            self.canvas.add(self._ink)
            self.canvas.add(self._sheet)
        if not self.text:
            return
        self._ink.rgba = look.colour(self.colour)
        wording = self._fitted(self.width)
        texture = drawn(wording)
        self._sheet.texture = texture
        self._sheet.size = texture.size
        self._sheet.pos = (round(self._left(texture)), round(self._low(texture)))

    @property
    def drawn_at(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """Position and size of what is really drawn."""
        if self._ink is None:
            return (self.x, self.y), (0.0, 0.0)
        return tuple(self._sheet.pos), tuple(self._sheet.size)

    def _unsay(self, *_: object) -> None:
        """A text that is taken away takes its picture with it, even where nothing is shown."""
        if self._ink is not None and not self.text:
            self._sheet.size = (0, 0)
            self._sheet.texture = None

    def _fitted(self, width: float) -> Wording:
        """On one line where it fits."""
        single = self.wording(None)
        if "\n" not in self.text and measure(single)[0] <= width:
            return single
        wording = self.wording(max(1.0, width))
        if self.align in OF_LAYOUT and self._mirrored() != look.rtl:
            return replace(wording, width=measure(wording)[0])  # these lines cross over together
        return wording

    def _left(self, texture: Texture) -> float:
        spare = self.width - texture.width
        mirrored = look.rtl if self.align in OF_LAYOUT else self._mirrored()
        if self.align == "center":
            return float(self.x + spare / 2)
        return float(self.x + spare if mirrored != (self.align == "end") else self.x)

    def _along(self) -> str:
        """How the lines stand under each other."""
        if self.align not in OF_LAYOUT:
            return str(self.align)
        return "end" if self.align == "end" and self._mirrored() == look.rtl else "start"

    def _mirrored(self) -> bool:
        return is_right_to_left(self.text, otherwise=look.rtl)

    def _low(self, texture: Texture) -> float:
        if self.upright == "middle":
            return float(self.y + (self.height - texture.height) / 2)
        return float(self.top - texture.height)


def _line_height(text: str) -> float:
    return CLOSER_LINES if look.theme.scarce and RIGHT_TO_LEFT.search(text) else 1.0


def is_right_to_left(text: str, *, otherwise: bool) -> bool:
    """Whether the first letter runs right to left, or most of them do: "POM" can begin a line."""
    if not FROM_THE_RIGHT.search(text):
        return otherwise and all(bidirectional(sign) != "L" for sign in text)
    runs = _runs(text)
    if not runs:
        return otherwise
    return runs[0] or sum(runs) * 2 > len(runs)


def led(text: str) -> str:
    """The text, with a mark before it where its first letter runs against most of the others."""
    if not RIGHT_TO_LEFT.search(text):
        return text
    runs = _runs(text)
    against = runs and not runs[0] and sum(runs) * 2 > len(runs)
    return RIGHT_TO_LEFT_MARK + text if against else text


def _runs(text: str) -> list[bool]:
    """For each letter that has a direction, whether it runs right to left."""
    kinds = (bidirectional(sign) for sign in text)
    return [kind != "L" for kind in kinds if kind in {"L", "R", "AL"}]


def drawn(wording: Wording) -> Texture:
    """The texture of this text, drawn once."""
    texture = _drawn.pop(wording, None)
    if texture is None:
        texture = texture_of(draw(wording))
        if len(_drawn) >= KEPT:
            _drawn.popitem(last=False)
    _drawn[wording] = texture
    return texture


def forget_drawn() -> None:
    """Throw every drawn text away, so that nothing of the last visit stays in memory."""
    _drawn.clear()
    forget()

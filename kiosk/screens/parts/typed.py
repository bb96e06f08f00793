"""Shows one line that is typed, with its caret."""

from kivy.graphics import Color, Rectangle
from kivy.properties import BooleanProperty, StringProperty

from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look
from kiosk.text.caret import TypedLine, typed_line
from kiosk.text.label import texture_of

STYLE = "lead"


class TypedText(Part):
    """One line in the direction of its own letters, and the caret where the next one goes.

    `mirrored`: the next letter runs from the right. Of a line that is too long, the end is seen.
    """

    text = StringProperty("")
    mirrored = BooleanProperty(False)
    active = BooleanProperty(True)
    thick = Number(0.6)

    def __init__(self, **settings: object) -> None:
        self._drawn: tuple[object, ...] = ()
        super().__init__(**settings)
        with self.canvas:
            self._ink = Color()
            self._sheet = Rectangle(size=(0, 0))
            self._caret = Rectangle(size=(0, 0))
        for name in ("text", "mirrored", "active"):
            self.fbind(name, self._draw)

    @property
    def caret_at(self) -> float:
        """How far the caret stands from the left edge."""
        return float(self._caret.pos[0] - self.x)

    @property
    def shows_ink(self) -> bool:
        """Whether anything of a text can be seen."""
        return bool(self._sheet.size[0])

    def natural_height(self, width: float) -> float:  # noqa: ARG002
        return look.em(STYLE)[0] * 1.4

    def arrange(self) -> None:
        self._draw()

    def _draw(self, *_: object) -> None:
        """What was typed goes from the screen with the text, wherever the part stands."""
        wanted = (self.text, self.mirrored, self.active, look.theme, *self.pos, *self.size)
        if wanted != self._drawn:
            self._drawn = wanted
            self._draw_line()

    def _draw_line(self) -> None:
        self._ink.rgba = look.colour("ink")
        thick = max(2, look.px(self.thick)) if self.active else 0
        window = max(1, int(self.width) - thick)
        size = look.em(STYLE)[0]
        line = typed_line(self.text, size, window, from_the_right=self.mirrored)
        left = self.x + (self.width - line.mask.width - thick if self._right(line) else 0)
        self._stand(line, left)
        high = size * 1.2
        self._caret.pos = (round(left + line.caret), round(self.center_y - high / 2))
        self._caret.size = (thick, high)

    def _right(self, line: TypedLine) -> bool:
        """Whether the line stands at the right: by its letters; by the keyboard's while empty."""
        return line.right_to_left if self.text.strip() else bool(self.mirrored)

    def _stand(self, line: TypedLine, left: float) -> None:
        if not self.text:
            self._sheet.size = (0, 0)
            self._sheet.texture = None
            return
        self._sheet.texture = texture_of(line.mask)
        self._sheet.size = (line.mask.width, line.mask.height)
        self._sheet.pos = (round(left), round(self.center_y - line.mask.height / 2))


class Caret(Part):
    """The upright line before a hint."""

    thick = Number(0.6)

    def natural_width(self) -> float:
        return float(max(2, look.px(self.thick)))

"""Ways to stand parts that follow the shape of the panel."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.screens.parts import buttons, words  # noqa: F401  the layout names them
from kiosk.screens.parts.layouts import Beside, Box, Column, shares
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Panels(Box):
    """Parts beside each other, sharing the width by `stretch`; stacked on an upright panel.

    Beside each other all are as high as the box. Stacked each is as high as it needs; with `grow`
    the first also takes what is left over, and the last gives way where there is not enough.
    """

    grow = BooleanProperty(False)

    def natural_height(self, width: float) -> float:
        parts, inside = self.parts(), self.inside(width)
        if look.theme.portrait:
            need = sum(part.natural_height(inside) for part in parts) + self.between(len(parts))
        else:
            wides = self._wides(parts, inside)
            need = max(
                (part.natural_height(wide) for part, wide in zip(parts, wides, strict=True)),
                default=0.0,
            )
        return max(super().natural_height(width), need + 2 * look.gap(self.pad[1]))

    def arrange(self) -> None:
        if look.theme.portrait:
            self._stack()
        else:
            self._line_up()

    def _stack(self) -> None:
        x, y, width, height = self.room
        parts = self.parts()
        highs = [part.natural_height(width) for part in parts]
        spare = height - sum(highs) - self.between(len(parts))
        if parts and self.grow:
            highs[0] += max(0.0, spare)
        if parts and spare < 0:
            highs[-1] = max(0.0, highs[-1] + spare)
        top = y + height
        for part, high in zip(parts, highs, strict=True):
            part.place(x, top - high, width, high)
            top -= high + look.gap(self.gap)

    def _line_up(self) -> None:
        x, y, width, height = self.room
        parts = self.parts()
        reach = 0.0
        for part, wide in zip(parts, self._wides(parts, width), strict=True):
            part.place(x + width - reach - wide if look.rtl else x + reach, y, wide, height)
            reach += wide + look.gap(self.gap)

    def _wides(self, parts: list[Part], width: float) -> list[float]:
        return shares(parts, lambda part: part.natural_width(), width, self)


class Yielding(Column):
    """Parts under each other; where there is not enough room, the first gives way.

    With `grow` the first also takes what is left over.
    """

    grow = BooleanProperty(False)

    def arrange(self) -> None:
        x, y, width, height = self.room
        parts, known = self.parts(), Part.changes
        highs = self._heights(parts, width, height)
        if highs:
            parts[0].place(x, y + height - highs[0], width, highs[0])
        if Part.changes != known:
            highs = self._heights(parts, width, height)
        top = y + height
        for part, high in zip(parts, highs, strict=True):
            part.place(x, top - high, width, high)
            top -= high + look.gap(self.gap)

    def _heights(self, parts: list[Part], width: float, height: float) -> list[float]:
        """How high each may be. A list that has more pages than one shows arrows among the rest."""
        highs = [part.natural_height(width) for part in parts]
        if highs:
            left = max(0.0, height - sum(highs[1:]) - self.between(len(highs)))
            highs[0] = left if self.grow else min(highs[0], left)
        return highs


class Aside(Yielding):
    """A list with a line of buttons below it, which takes the room that the list leaves.

    In large letters on a low panel these are its first part and its last, and the buttons stand
    under each other beside the list: a line of them costs more there.
    """

    SHARES = (0.7, 0.6, 0.5)
    """Of the width, what the list has: the first with which the buttons stand."""

    def arrange(self) -> None:
        parts, gap = self.parts(), look.gap(self.gap)
        for share in self.SHARES if look.theme.cramped else ():
            side = (self.room[2] - gap) * (1 - share)
            need = [button.natural_height(side) for button in parts[-1].parts()]
            if sum(need) + self.between(len(need)) <= self.room[3]:
                self._stand_beside(parts[0], parts[-1], side)
                return
        super().arrange()

    def _stand_beside(self, first: Part, last: Part, side: float) -> None:
        x, y, width, height = self.room
        gap = look.gap(self.gap)
        wide = width - gap - side
        left = x if look.rtl else x + wide + gap
        first.place(x + side + gap if look.rtl else x, y, wide, height)
        last.take_room(left, y, side, height)
        top = y + height
        for button in last.parts():
            high = button.natural_height(side)
            button.place(left, top - high, side, high)
            top -= high + gap


class Turner(Beside):
    """Two arrows that turn the pages of a list (Paged) that stands elsewhere.

    `more` and `less` are their names, which are read aloud.
    """

    pages = ObjectProperty(None, rebind=True, allownone=True)
    more = StringProperty("")
    less = StringProperty("")

"""Ways to stand parts under and beside each other."""

from collections.abc import Callable

from kivy.properties import BooleanProperty, ListProperty, StringProperty

from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look

STACKED = 0.45
"""Of the height, what the smaller of two columns may have when one stands above the other."""


class Box(Part):
    """A part with room around (`pad`, millimetres: across, down) and between (`gap`) others."""

    grows_with = (*Part.grows_with, "pad", "gap")

    pad = ListProperty([0, 0])
    gap = Number(0)

    def inside(self, width: float) -> float:
        """Pixels across that are left for the parts inside."""
        return max(1.0, width - 2 * look.gap(self.pad[0]))

    @property
    def room(self) -> tuple[float, float, float, float]:
        """x, y, width, height inside the padding."""
        across, down = look.gap(self.pad[0]), look.gap(self.pad[1])
        return (
            self.x + across,
            self.y + down,
            max(1.0, self.width - 2 * across),
            max(1.0, self.height - 2 * down),
        )

    def between(self, count: int) -> float:
        """Pixels that the gaps between this many parts take."""
        return float(look.gap(self.gap) * max(0, count - 1))


class Spacer(Part):
    """Empty room that pushes others apart."""


class Column(Box):
    """Parts under each other, each as wide as the column. `upright`: top, middle or bottom."""

    upright = StringProperty("top")

    def natural_width(self) -> float:
        widest = max((part.natural_width() for part in self.parts()), default=0.0)
        return max(super().natural_width(), widest + 2 * look.gap(self.pad[0]))

    def natural_height(self, width: float) -> float:
        inside = self.inside(width)
        parts = self.parts()
        need = sum(part.natural_height(inside) for part in parts) + self.between(len(parts))
        return max(super().natural_height(width), need + 2 * look.gap(self.pad[1]))

    def arrange(self) -> None:
        x, y, width, height = self.room
        parts = self.parts()
        heights = shares(parts, lambda part: part.natural_height(width), height, self)
        spare = height - sum(heights) - self.between(len(parts))
        top = y + height
        if spare > 0 and self.upright != "top":
            top -= spare if self.upright == "bottom" else spare / 2
        for part, high in zip(parts, heights, strict=True):
            part.place(x, top - high, width, high)
            top -= high + look.gap(self.gap)


class Beside(Box):
    """Parts beside each other, from where reading starts; mirrored for right-to-left.

    `upright`: top, middle, or fill (all as high as the line).
    """

    upright = StringProperty("middle")

    def natural_width(self) -> float:
        parts = self.parts()
        need = sum(part.natural_width() for part in parts) + self.between(len(parts))
        return max(super().natural_width(), need + 2 * look.gap(self.pad[0]))

    def natural_height(self, width: float) -> float:
        parts = self.parts()
        widths = self._widths(parts, self.inside(width))
        highest = max(
            (part.natural_height(wide) for part, wide in zip(parts, widths, strict=True)),
            default=0.0,
        )
        return max(super().natural_height(width), highest + 2 * look.gap(self.pad[1]))

    def arrange(self) -> None:
        x, y, width, height = self.room
        parts = self.parts()
        reach = 0.0
        for part, wide in zip(parts, self._widths(parts, width), strict=True):
            high = height if self.upright == "fill" else min(height, part.natural_height(wide))
            low = y + height - high if self.upright == "top" else y + (height - high) / 2
            part.place(x + width - reach - wide if look.rtl else x + reach, low, wide, high)
            reach += wide + look.gap(self.gap)

    def _widths(self, parts: list[Part], width: float) -> list[float]:
        return shares(parts, lambda part: part.natural_width(), width, self)


class Flow(Box):
    """Parts beside each other that go on in the next line when the line is full."""

    centre = BooleanProperty(False)

    def natural_width(self) -> float:
        parts = self.parts()
        need = sum(part.natural_width() for part in parts) + self.between(len(parts))
        return max(super().natural_width(), need + 2 * look.gap(self.pad[0]))

    def natural_height(self, width: float) -> float:
        lines = self._lines(self.inside(width))
        need = sum(high for _, high in lines) + self.between(len(lines))
        return max(super().natural_height(width), need + 2 * look.gap(self.pad[1]))

    def arrange(self) -> None:
        x, y, width, height = self.room
        top = y + height
        for line, high in self._lines(width):
            taken = sum(min(width, part.natural_width()) for part in line)
            spare = width - taken - self.between(len(line))
            reach = spare / 2 if self.centre else 0.0
            for part in line:
                wide = min(width, part.natural_width())
                start = x + width - reach - wide if look.rtl else x + reach
                part.place(start, top - high, wide, high)
                reach += wide + look.gap(self.gap)
            top -= high + look.gap(self.gap)

    def _lines(self, width: float) -> list[tuple[list[Part], float]]:
        lines: list[list[Part]] = []
        reach = width + 1
        for part in self.parts():
            wide = min(width, part.natural_width())
            if reach + wide > width:
                lines.append([])
                reach = 0.0
            lines[-1].append(part)
            reach += wide + look.gap(self.gap)
        return [
            (line, max(part.natural_height(min(width, part.natural_width())) for part in line))
            for line in lines
        ]


class Sides(Box):
    """Two columns beside each other, the first with `share` of the width.

    On an upright panel the smaller one stands above or below, as high as it needs, as far as the
    other leaves it room; it has STACKED of it in any case. One alone takes all the room.
    """

    share = Number(0.5)

    def natural_height(self, width: float) -> float:
        parts, gap = self.parts(), look.gap(self.gap)
        stacked = len(parts) == 1 or look.theme.portrait
        shares = (1.0, 1.0) if stacked else (self.share, 1 - self.share)
        wide = width if stacked else width - gap
        highs = [part.natural_height(wide * of) for part, of in zip(parts, shares, strict=False)]
        need = sum(highs) + gap * max(0, len(parts) - 1) if stacked else max(highs, default=0.0)
        return max(super().natural_height(width), need)

    def arrange(self) -> None:
        x, y, width, height = self.room
        parts = self.parts()
        if len(parts) == 1:
            parts[0].place(x, y, width, height)
        elif look.theme.portrait:
            self._stack(parts, height)
        else:
            self._stand(parts, width)

    def _stand(self, parts: list[Part], width: float) -> None:
        x, y, _, height = self.room
        gap = look.gap(self.gap)
        wides = [(width - gap) * self.share, (width - gap) * (1 - self.share)]
        lefts = [x + wides[1] + gap, x] if look.rtl else [x, x + wides[0] + gap]
        for part, left, wide in zip(parts, lefts, wides, strict=True):
            part.place(left, y, wide, height)

    def _stack(self, parts: list[Part], height: float) -> None:
        x, y, width, _ = self.room
        room = height - look.gap(self.gap)
        small = 0 if self.share < 0.5 else 1  # noqa: PLR2004  half
        need = parts[small].natural_height(width)
        if need > room * STACKED:
            left = room - parts[1 - small].natural_height(width)
            need = min(need, max(room * STACKED, left))
        highs = [need, room - need] if small == 0 else [room - need, need]
        parts[0].place(x, y + height - highs[0], width, highs[0])
        parts[1].place(x, y, width, highs[1])


class Grid(Box):
    """Parts in columns of one width; `tall_columns` on an upright panel.

    `fill` shares all the height among the rows; otherwise rows are as high as they need.
    Latin letters and digits are never `mirrored`.
    """

    columns = Number(1)
    tall_columns = Number(0)
    fill = BooleanProperty(False)
    mirrored = BooleanProperty(True)

    @property
    def across(self) -> int:
        """How many columns there are on this panel."""
        upright = look.theme.portrait and self.tall_columns
        return int(self.tall_columns if upright else self.columns)

    def natural_height(self, width: float) -> float:
        highs = self.row_heights(self.parts(), self.inside(width))
        if self.fill and highs:
            highs = [max(highs)] * len(highs)
        need = sum(highs) + self.between(len(highs)) + 2 * look.gap(self.pad[1])
        return max(super().natural_height(width), need)

    def arrange(self) -> None:
        parts = self.parts()
        x, y, width, height = self.room
        highs = self.row_heights(parts, width)
        if self.fill and highs:
            highs = [(height - self.between(len(highs))) / len(highs)] * len(highs)
        self.stand(parts, highs, (x, y + height, width))

    def row_heights(self, parts: list[Part], width: float) -> list[float]:
        """The natural height of every row."""
        wide = self.column_width(width)
        highs = [part.natural_height(wide) for part in parts]
        return [max(highs[at : at + self.across]) for at in range(0, len(highs), self.across)]

    def column_width(self, width: float) -> float:
        """Pixels across for one column."""
        return (width - self.between(self.across)) / self.across

    def stand(
        self, parts: list[Part], highs: list[float], corner: tuple[float, float, float]
    ) -> None:
        """Place the parts row by row below this corner: x, top, width."""
        x, top, width = corner
        wide = self.column_width(width)
        for at, part in enumerate(parts):
            row, column = divmod(at, self.across)
            if row and not column:
                top -= highs[row - 1] + look.gap(self.gap)
            column = self.across - 1 - column if look.rtl and self.mirrored else column
            left = x + column * (wide + look.gap(self.gap))
            part.place(left, top - highs[row], wide, highs[row])


def shares(
    parts: list[Part], natural: Callable[[Part], float], room: float, box: Box
) -> list[float]:
    """How much of the room each part gets: its natural size, or its share of what is left.

    What takes a share is not asked for its size: to measure a list may take longer than all else.
    """
    weight = sum(part.stretch for part in parts)
    sizes = [0.0 if part.stretch else natural(part) for part in parts]
    left = max(0.0, room - sum(sizes) - box.between(len(parts)))
    return [
        left * part.stretch / weight if part.stretch else min(size, room)
        for part, size in zip(parts, sizes, strict=True)
    ]

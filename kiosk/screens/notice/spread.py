"""Lays lines out in two columns of one height, page by page where they do not all fit."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty

from kiosk.screens.parts.fed import FedColumn
from kiosk.screens.parts.layouts import Column
from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.shapes import LineItem
from kiosk.screens.parts.tiles import PictureLine
from kiosk.screens.theme import Theme, look

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

KEPT = 200
"""Heights remembered: a notice has eight lines, on a few widths."""
Pair = tuple[tuple[LineItem, ...], tuple[LineItem, ...]]


class Lines(FedColumn):
    """Lines that can be measured before they are shown."""

    def __init__(self, **settings: object) -> None:
        self._ruler = PictureLine()
        self._known: dict[tuple[LineItem, float, Theme], float] = {}
        super().__init__(**settings)

    def height_of(self, lines: tuple[LineItem, ...], width: float) -> float:
        """Pixels that these lines need under each other."""
        if len(self._known) > KEPT:
            self._known.clear()
        heights = [self._measured(line, width) for line in lines]
        return sum(heights) + self.between(len(heights))

    def _measured(self, line: LineItem, width: float) -> float:
        key = (line, width, look.theme)
        if key not in self._known:
            self._ruler.item = line
            self._known[key] = self._ruler.natural_height(width)
        return self._known[key]


class Spread(Column):
    """Lines on two cards, on one where the panel is upright; a Turner turns the pages.

    A page is one wide card where that holds more lines, such as one too long for half the width.
    """

    items = ObjectProperty(())
    at = Number(0)
    count = Number(1)
    single = BooleanProperty(False)
    """The page is one card."""

    def __init__(self, **settings: object) -> None:
        super().__init__(**settings)
        self.bind(items=self._from_the_start, at=self.outgrown)

    def go_on(self) -> None:
        """Turn to the next page."""
        self.at = min(self.at + 1, self.count - 1)

    def go_back(self) -> None:
        """Turn to the page before."""
        self.at = max(self.at - 1, 0)

    def natural_height(self, width: float) -> float:
        """Pixels that all lines need on one page."""
        lines = tuple(self.items)
        return max(self._heights(self._even(lines, width), width)) if lines else 0.0

    def arrange(self) -> None:
        _, _, width, height = self.room
        pages = self._pages(width, height)
        self.count = max(1, len(pages))
        self.at = min(self.at, self.count - 1)
        self.ids.first.items, self.ids.second.items = pages[int(self.at)] if pages else ((), ())
        self.single = not self.ids.second.items
        self.ids.right.shown = not self.single
        super().arrange()

    def _from_the_start(self, *_: object) -> None:
        self.at = 0
        self.outgrown()

    def _pages(self, width: float, height: float) -> list[Pair]:
        """The fewest pages; on each the two columns are as even as they can be."""
        pages: list[Pair] = []
        left = tuple(self.items)
        while left:
            page = self._page(left, width, height)
            pages.append(page)
            left = left[len(page[0]) + len(page[1]) :]
        return pages

    def _page(self, lines: tuple[LineItem, ...], width: float, height: float) -> Pair:
        for count in range(len(lines), 0, -1):
            for page in (self._even(lines[:count], width), (lines[:count], ())):
                if max(self._heights(page, width)) <= height:
                    return page
        return lines[:1], ()

    def _even(self, lines: tuple[LineItem, ...], width: float) -> Pair:
        """The lines on two cards as even as they can be; on one if they are one, or upright."""
        if look.theme.portrait or len(lines) == 1:
            return lines, ()
        splits = [(lines[:at], lines[at:]) for at in range(1, len(lines))]
        return min(splits, key=lambda pair: max(self._heights(pair, width)))

    def _heights(self, pair: Pair, width: float) -> tuple[float, float]:
        card, column = self.ids.left, self.ids.first
        one = (width - look.gap(self.ids.cards.gap)) / 2 if pair[1] else width
        inside = one - 2 * look.px(card.pad[0])
        around = 2 * look.gap(card.pad[1])
        return tuple(around + column.height_of(lines, inside) for lines in pair)

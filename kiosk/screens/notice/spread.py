"""Lays lines out in two columns of one height, page by page where they do not all fit."""

from collections.abc import Sequence
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

Page = tuple[int, int, int]
"""Its first line, the first line of its second column, the first line after it."""


class Lines(FedColumn):
    """Lines that can be measured before they are shown."""

    def __init__(self, **settings: object) -> None:
        self._ruler = PictureLine()
        super().__init__(**settings)

    def heights_of(self, lines: Sequence[LineItem], width: float) -> list[float]:
        """Pixels down that each of these lines needs."""
        heights = []
        for line in lines:
            self._ruler.item = line
            heights.append(self._ruler.natural_height(width))
        return heights


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
        self._tall: dict[float, list[float]] = {}
        self._tall_in: Theme | None = None
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
        count = len(self.items)
        return self._height(self._even(0, count, width), width) if count else 0.0

    def arrange(self) -> None:
        _, _, width, height = self.room
        pages = self._pages(width, height)
        self.count = max(1, len(pages))
        self.at = min(self.at, self.count - 1)
        first, second, end = pages[int(self.at)] if pages else (0, 0, 0)
        self.ids.first.items = self.items[first:second]
        self.ids.second.items = self.items[second:end]
        self.single = not self.ids.second.items
        self.ids.right.shown = not self.single
        super().arrange()

    def _from_the_start(self, *_: object) -> None:
        self.at = 0
        self._tall.clear()
        self.outgrown()

    def _pages(self, width: float, height: float) -> list[Page]:
        """The fewest pages; on each the two columns are as even as they can be."""
        pages: list[Page] = []
        first = 0
        while first < len(self.items):
            pages.append(self._page(first, width, height))
            first = pages[-1][-1]
        return pages

    def _page(self, first: int, width: float, height: float) -> Page:
        for end in range(len(self.items), first, -1):
            for page in (self._even(first, end, width), (first, end, end)):
                if self._height(page, width) <= height:
                    return page
        return first, first + 1, first + 1

    def _even(self, first: int, end: int, width: float) -> Page:
        """These lines on two cards as even as they can be; on one if they are one, or upright."""
        if look.theme.portrait or end - first == 1:
            return first, end, end
        splits = [(first, second, end) for second in range(first + 1, end)]
        return min(splits, key=lambda page: self._height(page, width))

    def _height(self, page: Page, width: float) -> float:
        """Pixels down that the higher one of the two columns needs, with its card."""
        first, second, end = page
        card, column = self.ids.left, self.ids.first
        one = (width - look.gap(self.ids.cards.gap)) / 2 if second < end else width
        tall = self._heights(one - 2 * look.px(card.pad[0]))
        columns = (tall[first:second], tall[second:end])
        around = 2 * look.gap(card.pad[1])
        return float(around + max(sum(one) + column.between(len(one)) for one in columns))

    def _heights(self, width: float) -> list[float]:
        """The height of every line in this room, measured once."""
        if self._tall_in is not look.theme:
            self._tall_in = look.theme
            self._tall.clear()
        if width not in self._tall:
            self._tall[width] = self.ids.first.heights_of(self.items, width)
        return self._tall[width]

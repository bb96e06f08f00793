"""A list that is turned page by page, so that nothing needs dragging."""

from pathlib import Path

from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.screens.parts import buttons, words  # noqa: F401  the layout names them
from kiosk.screens.parts.fed import FedGrid
from kiosk.screens.parts.layouts import Column
from kiosk.screens.parts.numbers import Number
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable, can_be_touched
from kiosk.screens.theme import APART, look

CLOSER = 0.55
"""How much closer parts may stand when that saves turning a page."""

AT_HAND = 24
"""Parts made at once, enough for one page: a list of 500 opens as fast as one of 50."""


class Sheet(FedGrid):
    """The parts of one page; some of the next wait outside the tree."""

    def __init__(self, **settings: object) -> None:
        self.first = 0
        self.all: list[Part] = []
        super().__init__(**settings)

    @property
    def goes_on(self) -> bool:
        """Whether there are more items than parts at hand."""
        return self.first + len(self.all) < len(self.items)

    def feed(self, *_: object) -> None:
        self._take_up()
        self.let_go(self.all)
        self.outgrown()

    def begin_at(self, first: int) -> None:
        """Have the parts at hand from this item on."""
        if first != self.first:
            self.first = first
            self._take_up()

    def _take_up(self) -> None:
        self.all = self.parts_for(self.all, self.items[self.first : self.first + AT_HAND])

    def pages(self, width: float, height: float) -> list[list[Part]]:
        """The parts split into pages of this height; a heading never stands last.

        A part that can be drawn smaller is, where that keeps it on the page.
        """
        self._ease()
        highs = self.row_heights(self.all, self.inside(width))
        room, gap = height - 2 * look.gap(self.pad[1]), look.gap(self.gap)
        pages: list[list[Part]] = [[]]
        used = 0.0
        for row, high in enumerate(highs):
            parts = self.all[row * self.across : (row + 1) * self.across]
            need = high
            if used + need > room and len(parts) == 1 and parts[0].squeeze(width, room - used):
                need = parts[0].natural_height(width)
            if pages[-1] and used + need > room:
                left_over = _headings_at_end(pages[-1])
                pages.append(left_over)
                used = sum(part.natural_height(width) + gap for part in left_over)
            pages[-1].extend(parts)
            used += need + gap
        return [page for page in pages if page]

    def whole_height(self, width: float) -> float:
        """Pixels down that all pages together would need, as far as there are parts at hand."""
        self._ease()
        highs = self.row_heights(self.all, self.inside(width))
        return sum(highs) + self.between(len(highs))

    def _ease(self) -> None:
        for part in self.all:
            part.ease()


class Paged(Column):
    """A list in pages, with buttons to turn them.

    `items` and `on_choose` as in Fed; `columns` and `tall_columns` as in Grid; `more` and `less`
    are the words on the buttons. Without its `own_bar` a Turner turns the pages from elsewhere.
    Of a list longer than AT_HAND, `count` is a guess until its last pages are near.
    """

    items = ObjectProperty(())
    columns = Number(1)
    tall_columns = Number(0)
    space = Number(3)
    more = StringProperty("")
    less = StringProperty("")
    own_bar = BooleanProperty(True)
    at = Number(0)
    count = Number(1)

    __events__ = ("on_choose",)

    def __init__(self, **settings: object) -> None:
        self._said: list[tuple[object, ...]] = []
        self._stretches = [(0, 0)]  # before how many pages, from which item parts were at hand
        super().__init__(**settings)
        self.bind(items=self._turn_for, at=self.outgrown)
        self._turn_for()

    def on_choose(self, key: object) -> None:
        """The part of this key was touched."""

    def choose(self, key: object) -> None:
        """Hand the touch on."""
        self.dispatch("on_choose", key)

    @property
    def is_only_read(self) -> bool:
        """Nothing but its page buttons can be touched."""
        return not any(map(can_be_touched, self.ids.sheet.all))

    @property
    def _lends_bar(self) -> bool:
        """Its page buttons stand with all other buttons (lowered.py)."""
        return look.theme.lowered and self.is_only_read

    def in_order(self) -> list[Part]:
        return [self.ids.sheet] if self._lends_bar else super().in_order()

    def go_on(self) -> None:
        """Turn to the next page."""
        self.at = min(self.at + 1, self.count - 1)

    def go_back(self) -> None:
        """Turn to the page before."""
        self.at = max(self.at - 1, 0)

    def natural_height(self, width: float) -> float:
        self.ids.sheet.gap = self.space
        return float(self.ids.sheet.whole_height(self.inside(width)))

    def arrange(self) -> None:
        sheet, bar = self.ids.sheet, self.ids.bar
        self._fit_buttons(self.room[2])
        before, pages = self._pages_around_here()
        self.count = max(1, before + len(pages) + self._pages_after(pages))
        self.at = min(self.at, self.count - 1)
        bar.shown = self.count > 1 and self.own_bar
        sheet.stand_only(pages[int(self.at) - before] if pages else [])
        if self._lends_bar:
            self.parts()  # a bar that is not needed is not drawn
            sheet.place(*self.room)
            bar.take_room(self.x, self.y, 0, 0)
        else:
            super().arrange()

    def _pages_around_here(self) -> tuple[int, list[list[Part]]]:
        """The pages that the parts at hand fill, and how many pages stand before them."""
        sheet = self.ids.sheet
        while self._stretches[-1][0] > self.at:
            self._stretches.pop()
        while True:
            before, first = self._stretches[-1]
            sheet.begin_at(first)
            pages = self._pages()
            full = pages[:-1] if sheet.goes_on and len(pages) > 1 else pages
            if self.at < before + len(full) or not sheet.goes_on:
                return before, full
            self._stretches.append((before + len(full), first + sum(map(len, full))))

    def _pages_after(self, pages: list[list[Part]]) -> int:
        """How many pages the rest will fill, going by these."""
        sheet, taken = self.ids.sheet, sum(map(len, pages))
        rest = len(sheet.items) - sheet.first - taken
        return -(-rest * len(pages) // taken) if rest else 0

    def _pages(self) -> list[list[Part]]:
        """Split into pages; a little closer together, if then all is on one."""
        _, _, width, height = self.room
        sheet = self.ids.sheet
        for gap in () if sheet.goes_on else (self.space, self._closer()):
            sheet.gap = gap
            pages: list[list[Part]] = sheet.pages(width, height)
            if len(pages) <= 1 and not sheet.first:
                return pages
        sheet.gap = self.space
        own = self.own_bar and not self._lends_bar
        bar = self.ids.bar.natural_height(width) + look.gap(self.gap) if own else 0
        return sheet.pages(width, height - bar)  # type: ignore[no-any-return]

    def _closer(self) -> float:
        """Parts that can be touched never stand closer than fingers can part."""
        touched = any(isinstance(part, Touchable) for part in self.ids.sheet.all)
        return max(APART if touched else 0.0, float(self.space) * CLOSER)

    def lend_bar(self) -> Part:
        """Give its page buttons to stand in one line with others; large ones show arrows alone."""
        self._bare(bare=look.theme.large)
        return self.ids.bar.__self__  # type: ignore[no-any-return]

    def _fit_buttons(self, width: float) -> None:
        """In a narrow column the buttons show their arrows alone."""
        if not self._lends_bar:
            self._bare(bare=False)
            self._bare(bare=self.ids.bar.natural_width() > width)

    def _bare(self, *, bare: bool) -> None:
        self.ids.less.bare = self.ids.more.bare = bare

    def _turn_for(self, *_: object) -> None:
        """Begin a new list on its first page; stay in this one where little of it changed."""
        said = [_said(item) for item in self.items]
        if not self._is_in_other_words(said) and not self._is_almost(said):
            self.at, self._stretches = 0, [(0, 0)]
        self._said = said

    def _is_in_other_words(self, said: list[tuple[object, ...]]) -> bool:
        """Whether everything here can be touched and is what it was, in another language."""
        keys = [key for key, *_ in said]
        return all(keys) and keys == [key for key, *_ in self._said]

    def _is_almost(self, said: list[tuple[object, ...]]) -> bool:
        """Whether one item, not before those at hand, was changed, put in or taken out."""
        longest = max(len(said), len(self._said))
        same = _alike(said, self._said)
        rest = min(len(said), len(self._said)) - same
        behind = _alike(said[::-1], self._said[::-1])
        return same >= self.ids.sheet.first and same + min(rest, behind) >= longest - 1


def _said(item: object) -> tuple[object, ...]:
    """What tells one item from another; a tick alone does not turn back to the first page."""
    return tuple(getattr(item, name, "") for name in ("key", "title", "text"))


def _alike(some: list[tuple[object, ...]], others: list[tuple[object, ...]]) -> int:
    """How many of both are the same, from the first on."""
    pairs = enumerate(zip(some, others, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(some), len(others)))


def _headings_at_end(page: list[Part]) -> list[Part]:
    taken: list[Part] = []
    while len(page) > 1 and getattr(page[-1], "leads_on", False):
        taken.insert(0, page.pop())
    return taken


Builder.load_file(str(Path(__file__).with_suffix(".kv")))

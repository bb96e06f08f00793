"""Stands what can be touched in the lowest part of an upright panel, what is read above it.

A page is taken apart: texts keep their order and their cards, controls become lines below them,
the way back last. Nothing is made anew, so that a page looks and works as everywhere else.
"""

from dataclasses import dataclass

from kiosk.screens.parts.keyboard import Field
from kiosk.screens.parts.layouts import Box
from kiosk.screens.parts.paged import Paged
from kiosk.screens.parts.panels import Yielding
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.theme import REACH, look

DIVIDED = frozenset(
    {"Column", "Beside", "Flow", "Sides", "Yielding", "Aside", "Card", "TopLine", "TopWithHide"}
)
"""Layouts whose texts and controls go apart; all others with a control in them stay whole."""
WHOLE = frozenset({"NumberPad", "Keyboard"})
"""What stands beside these, in Panels, stays there."""
IN_LINE = frozenset({"Beside", "Flow", "TopLine", "TopWithHide"})
BESIDE = frozenset({"Sides", "Panels"})
BUTTONS = frozenset({"PushButton", "Turner", "PageBar"})
APART = 5
"""Millimetres between texts, and beside each other; lines stand as far apart as on the page."""

Line = list[Part]


@dataclass(frozen=True, slots=True)
class Reading:
    """A part that is only read; or a layout of which only these parts are."""

    part: Part
    inside: tuple["Reading", ...] = ()


class Lowered:
    """One page, taken apart once each time it is arranged."""

    def __init__(self, page: Box) -> None:
        self._page = page
        self._above: list[Reading] = []
        self._lines: list[Line] = []

    def stand(self) -> None:
        """Place everything; once more where it turns out that a list needs its page buttons."""
        self._take_apart()
        before = self._lines
        self._place()
        self._take_apart()
        if self._lines != before:
            self._place()

    def in_order(self) -> list[Part]:
        """Every part from the top down."""
        read = [leaf for one in self._above for leaf in _leaves(one)]
        return [*read, *(part for line in self._lines for part in line)]

    def _take_apart(self) -> None:
        self._above = [one for one in map(_reading, self._page.parts()) if one]
        self._lines = self._controls()

    def _controls(self) -> list[Line]:
        lines = [line for part in self._page.parts() for line in _lines(part)]
        if lines and _begins_with_the_way_back(self._page):
            lines.append(lines.pop(0))
        joined: list[Line] = []
        for line in lines:
            if joined and all(map(_is_button, (*joined[-1], *line))):
                joined[-1] = [*line, *joined[-1]] if line is lines[-1] else [*joined[-1], *line]
            else:
                joined.append(line)
        return joined

    def _place(self) -> None:
        x, y, width, height = self._page.room
        zone = max(0.0, look.theme.height * REACH - y)
        gap = look.gap(self._page.gap)
        broken = [one for line in self._lines for one in _broken(line, width)]
        highs = _heights(broken, width, min(zone, height) - gap * max(0, len(broken) - 1))
        top = y + sum(highs) + gap * max(0, len(highs) - 1)
        room = y + height - top - (gap if broken else 0)
        self._place_above((x, top + (gap if broken else 0), width), room)
        for line, high in zip(broken, highs, strict=True):
            _place_line(line, (x, top - high, width), high)
            top -= high + gap

    def _place_above(self, corner: tuple[float, float, float], room: float) -> None:
        """Right above the controls, so that eye and hand stay together."""
        x, y, width = corner
        gap = look.gap(APART)
        need = [_height(one, width, room) for one in self._above]
        over = sum(need) + gap * max(0, len(need) - 1) - room
        for at, one in enumerate(self._above):
            if over > 0 and _gives_way(one):
                give = min(over, need[at])
                need[at], over = need[at] - give, over - give
        top = y + sum(need) + gap * max(0, len(need) - 1)
        for one, high in zip(self._above, need, strict=True):
            _place_reading(one, (x, top - high, width), high)
            top -= high + gap


def _reading(part: Part) -> Reading | None:
    """What of this part is only read."""
    if not _has_control(part):
        return Reading(part)
    if isinstance(part, Paged) and part.is_only_read:
        return Reading(part)
    if not _is_divided(part):
        return None
    inside = tuple(one for one in map(_reading, part.parts()) if one)
    return Reading(part, inside) if inside else None


def _lines(part: Part) -> list[Line]:
    """The controls of this part, line by line."""
    if isinstance(part, Paged) and part.is_only_read:
        return [[part.lend_bar()]] if part.ids.bar.shown else []
    if not _has_control(part):
        return []
    name = type(part).__name__
    if not _is_divided(part) or (name in BESIDE and _reading(part) is None):
        return [[part]]
    lines = [line for one in part.parts() for line in _lines(one)]
    return [[one for line in lines for one in line]] if name in IN_LINE else lines


def _is_divided(part: Part) -> bool:
    name = type(part).__name__
    held = {type(one).__name__ for one in part.parts()}
    return name in DIVIDED or (name == "Panels" and not held & WHOLE)


def _begins_with_the_way_back(page: Box) -> bool:
    first = page.parts()[0]
    tops = [type(one).__name__ for one in (first, *first.parts())]
    return "TopLine" in tops


def _has_control(part: Part) -> bool:
    """Whether a finger can do anything in it; a list is asked for all its pages."""
    if isinstance(part, Paged):
        return not part.is_only_read or part.ids.bar.shown
    return isinstance(part, Field | Touchable) or any(map(_has_control, part.parts()))


def _is_button(part: Part) -> bool:
    return type(part).__name__ in BUTTONS and not part.stretch


def _leaves(one: Reading) -> list[Part]:
    return [leaf for part in one.inside for leaf in _leaves(part)] if one.inside else [one.part]


def _gives_way(one: Reading) -> bool:
    """Whether it may be less high: a list in pages, not a title that is as wide as may be."""
    if one.inside:
        return type(one.part).__name__ not in IN_LINE and any(map(_gives_way, one.inside))
    above = one.part.parent
    if isinstance(above, Yielding) and above.parts()[0] is one.part:
        return True
    gives = bool(one.part.stretch) or _holds_pages(one.part)
    return gives and type(above).__name__ not in IN_LINE


def _holds_pages(part: Part) -> bool:
    return isinstance(part, Paged) or any(map(_holds_pages, part.parts()))


def _broken(line: Line, width: float) -> list[Line]:
    """The line in as many as its buttons need."""
    if any(part.stretch for part in line):
        return [line]
    lines: list[Line] = []
    reach = width + 1
    for part in line:
        wide = min(width, part.natural_width()) if len(line) > 1 else width
        if reach + wide > width:
            lines.append([])
            reach = 0.0
        lines[-1].append(part)
        reach += wide + look.gap(APART)
    return lines


def _heights(lines: list[Line], width: float, room: float) -> list[float]:
    """As high as each needs; lists share what is left of the room, and give way."""
    highs = [max(part.natural_height(_wide(part, line, width)) for part in line) for line in lines]
    lists = [at for at, line in enumerate(lines) if _is_list(line)]
    left = room - sum(high for at, high in enumerate(highs) if at not in lists)
    for count, at in enumerate(lists):
        share = max(0.0, left) / (len(lists) - count)
        fills = highs[at] <= 1 or getattr(lines[at][0], "fill", False)
        highs[at] = share if fills else min(share, highs[at])
        left -= highs[at]
    return highs


def _is_list(line: Line) -> bool:
    return len(line) == 1 and bool(line[0].stretch or isinstance(line[0], Paged))


def _wide(part: Part, line: Line, width: float) -> float:
    if len(line) == 1 and not _is_button(part):
        return width
    if not part.stretch:
        return min(width, part.natural_width())
    others = sum(one.natural_width() for one in line if one is not part)
    return max(1.0, width - others - look.gap(APART) * (len(line) - 1))


def _place_line(line: Line, corner: tuple[float, float, float], high: float) -> None:
    x, y, width = corner
    reach = 0.0
    for part in line:
        wide = _wide(part, line, width)
        part.place(x + width - reach - wide if look.rtl else x + reach, y, wide, high)
        reach += wide + look.gap(APART)


def _around(part: Part) -> tuple[float, float]:
    """The room that a card keeps at its sides, and above and below."""
    if not part.plate or not isinstance(part, Box):
        return 0.0, 0.0
    return float(look.gap(part.pad[0])), float(look.gap(part.pad[1]))


def _height(one: Reading, width: float, room: float) -> float:
    if not one.inside:
        return min(room, one.part.natural_height(width))
    across, down = _around(one.part)
    need = sum(_height(part, width - 2 * across, room) for part in one.inside)
    return float(min(room, need + look.gap(APART) * (len(one.inside) - 1) + 2 * down))


def _place_reading(one: Reading, corner: tuple[float, float, float], high: float) -> None:
    x, y, width = corner
    if not one.inside:
        one.part.place(x, y, width, high)
        return
    one.part.take_room(x, y, width, high)
    across, down = _around(one.part)
    wide, gap = width - 2 * across, look.gap(APART)
    need = [_height(part, wide, high) for part in one.inside]
    over = sum(need) + gap * (len(need) - 1) + 2 * down - high
    top = y + high - down
    for part, want in zip(one.inside, need, strict=True):
        give = min(over, want) if over > 0 and _gives_way(part) else 0.0
        over -= give
        _place_reading(part, (x + across, top - want + give, wide), want - give)
        top -= want - give + gap

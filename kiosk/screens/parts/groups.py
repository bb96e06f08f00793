"""Puts what can be touched on a screen into groups for who uses switches."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence

from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.tree import Rectangle, tree
from kiosk.screens.scanning import Group, Item, Stop

MOST = 6
"""Stops that are walked past one by one; more than these are put into groups."""


def groups(top: Part, page: Part | None) -> Group:
    """Everything live under this part: first the page, then what stands around it.

    A dialog hides what lies behind it, so then there is nothing but its own buttons.
    """
    wanted = {node.part for node in tree(top) if node.live and isinstance(node.part, Touchable)}
    inside = _stops(page, wanted, MOST) if page is not None else []
    if not inside:
        return Group(top, tuple(_stops(top, wanted, MOST)))
    header, *footer = _stops(top, wanted - set(_items(inside)), most=0)
    return Group(top, (*inside, *footer, header))


def parts_of(stop: Stop) -> Iterator[Part]:
    """The parts that the ring stands around."""
    if isinstance(stop, Item):
        if isinstance(stop.key, Part):
            yield stop.key
        return
    for inner in stop.stops:
        yield from parts_of(inner)


def around(parts: Sequence[Part]) -> Rectangle:
    """The smallest rectangle that holds them all."""
    x, y = min(part.x for part in parts), min(part.y for part in parts)
    right, top = max(part.right for part in parts), max(part.top for part in parts)
    return Rectangle(x, y, right - x, top - y)


def _items(stops: Iterable[Stop]) -> Iterator[Hashable]:
    for stop in stops:
        if isinstance(stop, Item):
            yield stop.key
        else:
            yield from _items(stop.stops)


def _stops(part: Part, wanted: Collection[Part], most: int) -> list[Stop]:
    """What can be touched below this part: what stands together on it becomes a group."""
    if part in wanted:
        return [Item(part)]
    below = [
        (child, stops)
        for child in reversed(part.children)
        if isinstance(child, Part) and (stops := _stops(child, wanted, most))
    ]
    if len(below) == 1:
        return below[0][1]
    if all(len(stops) == 1 for _, stops in below):
        return _in_lines([stops[0] for _, stops in below])
    found = [Group(child, tuple(stops)) if len(stops) > 1 else stops[0] for child, stops in below]
    return _opened(found, most)


def _opened(stops: list[Stop], most: int) -> list[Stop]:
    """Open small groups into the one around them as long as there are not too many stops."""
    while True:
        small = [
            stop
            for stop in stops
            if isinstance(stop, Group) and len(stops) - 1 + len(stop.stops) <= most
        ]
        if not small:
            return stops
        least = min(small, key=lambda group: len(group.stops))
        at = stops.index(least)
        stops = [*stops[:at], *least.stops, *stops[at + 1 :]]


def _in_lines(stops: list[Stop]) -> list[Stop]:
    """Many that stand in several lines, as tiles and keys do, are taken line by line."""
    lines: list[list[Stop]] = []
    for stop in stops:
        if lines and _beside(lines[-1][0], stop):
            lines[-1].append(stop)
        else:
            lines.append([stop])
    if len(stops) <= MOST or len(lines) in {1, len(stops)}:
        return stops
    return [
        Group(("line", line[0].key), tuple(line)) if len(line) > 1 else line[0] for line in lines
    ]


def _beside(one: Stop, other: Stop) -> bool:
    (first, *_), (second, *_) = parts_of(one), parts_of(other)
    return bool(first.y < second.center_y < first.top)

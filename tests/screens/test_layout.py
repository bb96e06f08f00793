"""Every screen on every panel: nothing is cut off, nothing lies over something else."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.frame.screen import Frame
from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.words import Words as Text
from kiosk.screens.theme import Theme
from kiosk.translation import Words
from tests import show, show_asking

SIZES = [(1920, 1080), (1080, 1920), (1366, 768), (1280, 800)]
OVER_OTHERS = {"still_there", "read_aloud"}
LOOKING_UP = [name for name in show.SCREENS if name not in OVER_OTHERS]
SLACK = 2
"""Pixels that rounding may cost."""


def seen(part: Part) -> Iterator[Part]:
    """The part and everything on it that can be seen."""
    if not part.shown:
        return
    yield part
    for child in part.children:
        if isinstance(child, Part) and child.opacity:
            yield from seen(child)


def box(part: Any) -> tuple[float, float, float, float]:
    return part.x, part.y, part.right, part.top


def is_inside(inner: Any, outer: Any) -> bool:
    return _holds(outer, box(inner))


def overlap(one: Any, other: Any) -> bool:
    return bool(
        min(one.right, other.right) - max(one.x, other.x) > SLACK
        and min(one.top, other.top) - max(one.y, other.y) > SLACK
    )


def ink(text: Text) -> tuple[float, float, float, float]:
    """Where the letters of a text really are."""
    sheet = text._sheet
    return sheet.pos[0], sheet.pos[1], sheet.pos[0] + sheet.size[0], sheet.pos[1] + sheet.size[1]


def faults(whole: Part) -> list[str]:
    """What is cut or covered; a page of the installer has no frame, so it is its own slot."""
    slot = whole.ids.slot if isinstance(whole, Frame) else whole
    parts = list(seen(whole))
    page = list(seen(slot))
    touchable = [part for part in parts if isinstance(part, Touchable)]
    found = [f"off the panel: {_name(p)}" for p in touchable if not is_inside(p, whole)]
    found += [f"under the frame: {_name(p)}" for p in page if _cut(p, slot)]
    found += [
        f"over each other: {_name(a)} and {_name(b)}"
        for a, b in combinations(touchable, 2)
        if overlap(a, b)
    ]
    return found


def _cut(part: Part, slot: Part) -> bool:
    if isinstance(part, Touchable):
        return not is_inside(part, slot)
    if not isinstance(part, Text) or not part.text:
        return False
    return not _holds(slot, ink(part)) or not _holds(_plate_under(part), ink(part))


def _holds(outer: Any, inner: tuple[float, float, float, float]) -> bool:
    left, low, right, top = inner
    return bool(
        left >= outer.x - SLACK
        and low >= outer.y - SLACK
        and right <= outer.right + SLACK
        and top <= outer.top + SLACK
    )


def _plate_under(part: Part) -> Part:
    """The card, button or band that a text stands on; the panel where there is none."""
    while not part.plate and isinstance(part.parent, Part):
        part = part.parent
    return part


def _name(part: Any) -> str:
    said = getattr(part, "text", "") or getattr(getattr(part, "item", None), "title", "")
    return f"{type(part).__name__} {said[:30]!r}"


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("name", LOOKING_UP)
def test_nothing_is_cut_off_or_covered(
    stage: Stage, name: str, size: tuple[int, int], *, large: bool
) -> None:
    stage.wear(Theme(*size, large=large))
    shell = show.whole(name, Words())
    stage.show(shell)

    assert faults(shell.children[-1]) == []


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("name", list(show_asking.SAMPLES))
def test_nothing_of_asking_is_cut_off_or_covered(
    stage: Stage, name: str, size: tuple[int, int], *, large: bool
) -> None:
    stage.wear(Theme(*size, large=large))
    frame = show_asking.framed(name)
    stage.show(frame)

    assert faults(frame) == []

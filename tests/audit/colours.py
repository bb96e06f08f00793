"""Whether ink stands out from its ground, measured on the pixels that were drawn."""

from collections import Counter
from collections.abc import Iterator

from kiosk.screens.parts.part import Part
from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.words import Words
from kiosk.screens.theme import look
from tests.audit.findings import Box, Finding, Scene, above, box_of, ink_of
from tests.audit.glass import Pixel, contrast

TEXT, LARGE_TEXT, EDGE, DARK_TEXT = 4.5, 3.0, 3.0, 7.0
LARGE_EM = 9.0
"""Millimetres: what we call large; WCAG's own limit is 6.35 mm, which all our letters pass."""
SPECK = 4
"""Pixels: a colour that stands fewer times is the blur of an edge."""
OUTSIDE, INSIDE = 3, 3.0
"""An edge is looked for from 3 pixels outside to 3 mm inside."""
WITHOUT_EDGE = frozenset({"link", ""})
"""Plates of targets that are known by their words alone, like a link."""


def pale_text(scene: Scene) -> Iterator[Finding]:
    """Text under 4.5:1 (7:1 in the dark theme, 3:1 where large or not to be touched now)."""
    for words in scene.words:
        least = _least(words)
        found = _ink_on_ground(scene.picture.colours(ink_of(words)))
        if found < least:
            yield scene.finding("pale text", words.text, f"{found:.1f}:1, not {least}:1")


def pale_pictures(scene: Scene) -> Iterator[Finding]:
    """Pictures under 3:1."""
    for icon in scene.icons:
        found = _ink_on_ground(scene.picture.colours(ink_of(icon)))
        if found < EDGE and icon.name != "mark" and not _is_off(icon):
            yield scene.finding("pale picture", icon.name, f"{found:.1f}:1, not {EDGE}:1")


def pale_edges(scene: Scene) -> Iterator[Finding]:
    """A target whose plate does not stand out from what it lies on by 3:1 on any side."""
    for node in scene.targets:
        if node.part.plate in WITHOUT_EDGE:
            continue
        found = max(_edge(scene, strip) for strip in _strips(box_of(node.part)))
        if found < EDGE:
            yield scene.finding("pale edge", node.name, f"{found:.1f}:1, not {EDGE}:1")


def _least(words: Words) -> float:
    if _is_off(words):
        return LARGE_TEXT
    if look.theme.dark:
        return DARK_TEXT
    return LARGE_TEXT if look.theme.em(words.style)[0] >= look.theme.mm(LARGE_EM) else TEXT


def _is_off(part: Part) -> bool:
    held_by = [one for one in above(part) if isinstance(one, Touchable)]
    return any(not one.live and one.plate == "off" for one in held_by)


def _ink_on_ground(found: Counter[Pixel]) -> float:
    """The strongest contrast of any drawn colour with the commonest one."""
    if not found:
        return 21.0
    ground = found.most_common(1)[0][0]
    return max(contrast(ground, colour) for colour, many in found.items() if many >= SPECK)


def _strips(box: Box) -> Iterator[tuple[Box, Box]]:
    """Beyond each side a strip outside, and one across the edge."""
    left, low, right, top = map(int, box)
    deep, x, y = look.px(INSIDE), (left + right) // 2, (low + top) // 2
    yield (x, low - OUTSIDE, x + 1, low - OUTSIDE + 1), (x, low, x + 1, low + deep)
    yield (x, top + OUTSIDE - 1, x + 1, top + OUTSIDE), (x, top - deep, x + 1, top)
    yield (left - OUTSIDE, y, left - OUTSIDE + 1, y + 1), (left, y, left + deep, y + 1)
    yield (right + OUTSIDE - 1, y, right + OUTSIDE, y + 1), (right - deep, y, right, y + 1)


def _edge(scene: Scene, strip: tuple[Box, Box]) -> float:
    outside, across = scene.picture.colours(strip[0]), scene.picture.colours(strip[1])
    if not outside:
        return 1.0
    ground = next(iter(outside))
    return max((contrast(ground, colour) for colour in across), default=1.0)

"""Whether every text is large enough, whole, and free of others."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from kiosk.screens.parts.touchable import Touchable
from kiosk.screens.parts.words import Words
from kiosk.screens.theme import look
from kiosk.text.wording import Wording, measure
from tests.audit.findings import Box, Finding, Scene, above, box_of, ink_of

CAPITAL = 0.714
"""Height of a capital in Noto Sans, in em."""
LEAST, LEAST_LARGE, LEAST_BESIDE = 4.8, 7.3, {"small": 6.6, "least": 5.9}
"""Millimetres: ADA 707.7.2; 0.7 degrees (EN 301 549) at 600 mm; what is said beside at 540 mm, who
helps now at 480 mm where that alone keeps all on one page."""
SHY = 2.0
"""Pixels by which a text may reach over: the room that accents do not use."""


def too_low(scene: Scene) -> Iterator[Finding]:
    """Letters under their minimum height."""
    for words in scene.words:
        least = LEAST
        if scene.theme.large:
            least = LEAST_BESIDE.get(words.style, LEAST_LARGE)
        capital = scene.millimetres(look.theme.em(words.style)[0] * CAPITAL)
        if capital < least - 0.1:
            yield scene.finding("letters too small", words.text, f"{capital:.1f} mm, not {least}")


def cut(scene: Scene) -> Iterator[Finding]:
    """A text that is shortened, broken inside a word, or needs more room than it has."""
    for words in scene.words:
        wide, high = _needs(words)
        if wide > words.width + SHY:
            figure = f"{wide:.0f} px in {words.width:.0f}"
            yield scene.finding("a word is broken", words.text, figure)
        if high > words.height + SHY:
            figure = f"{high:.0f} px in {words.height:.0f}"
            yield scene.finding("text is cut", words.text, figure)


def overflows(scene: Scene) -> Iterator[Finding]:
    """A text or picture that is drawn outside what it stands in."""
    for part in (*scene.words, *scene.icons):
        ink = ink_of(part)
        over = max((_over(ink, box_of(one)) for one in above(part)), default=0.0)
        if over > SHY:
            name = part.text if isinstance(part, Words) else part.name
            yield scene.finding("outside its box", name, f"{scene.millimetres(over):.1f} mm")


def overlaps(scene: Scene) -> Iterator[Finding]:
    """Two texts, or a text and somebody else's button, in one place."""
    inks = [(words, ink_of(words)) for words in scene.words]
    for (one, here), (other, there) in combinations(inks, 2):
        if _meet(here, there):
            yield scene.finding("texts overlap", one.text[:30], other.text[:30])
    parts = (node.part for node in scene.nodes if isinstance(node.part, Touchable))
    buttons = [(button, box_of(button)) for button in parts]
    for words, ink in inks:
        for button, box in buttons:
            if _meet(ink, box) and button not in above(words):
                yield scene.finding("a button covers", words.text, type(button).__name__)


def _needs(words: Words) -> tuple[float, float]:
    """Across for the longest word, down for the whole text without an ellipsis."""
    wide = max((_width(words, word) for word in words.text.split()), default=0.0)
    whole = replace(words.wording(max(1.0, words.width)), lines=0)
    single = replace(whole, width=None, align="start")
    fits = "\n" not in words.text and measure(single)[0] <= words.width
    return wide, float(measure(single if fits else whole)[1])


def _width(words: Words, word: str) -> float:
    size, bold = look.theme.em(words.style)
    strong = bold or any(word in part for part in words.strong)
    return float(measure(Wording(word, size, bold=strong))[0])


def _over(inner: Box, outer: Box) -> float:
    return max(outer[0] - inner[0], outer[1] - inner[1], inner[2] - outer[2], inner[3] - outer[3])


def _meet(one: Box, other: Box) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > SHY and down > SHY + 2

"""Every screen with made-up data, and every way to draw it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TypeVar

from kiosk.screens.parts.part import Part
from kiosk.screens.theme import Theme
from kiosk.translation import LOCALES, Words
from tests import show, show_asking

Size = tuple[int, int]
BROAD, UPRIGHT = (1920, 1080), (1080, 1920)
LOW = ((1366, 768), (1280, 800))
SIZES: tuple[Size, ...] = (BROAD, UPRIGHT, *LOW)
THEMES = ("light", "dark", "large", "low-reach", "low-reach-large")
KINDS = frozenset({"en", "cy", "pl", "ar", "pa"})
"""One language for each way to write: plain, long, with accents, from the right, with marks."""
SCREENS = (*show.SCREENS, *show_asking.SAMPLES)
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """One screen as one person meets it."""

    screen: str
    size: Size
    theme: str
    language: str

    @property
    def name(self) -> str:
        """As it stands in reports and names of files."""
        width, height = self.size
        return f"{self.screen}-{width}x{height}-{self.theme}-{self.language}"

    @property
    def words(self) -> Words:
        """The words of its language."""
        return Words(self.language)

    def wearing(self) -> Theme:
        """How it is drawn."""
        width, height = self.size
        return Theme(
            width,
            height,
            dark="dark" in self.theme,
            large="large" in self.theme,
            right_to_left=self.words.right_to_left,
            low_reach="low-reach" in self.theme,
        )

    def make(self) -> Part:
        """The screen in its frame; the theme is worn already."""
        if self.screen in show.SCREENS:
            return show.whole(self.screen, self.words)
        return show_asking.framed(self.screen, self.language)


def languages(folder: Path = LOCALES) -> tuple[str, ...]:
    """English, then every language that has a catalogue."""
    return ("en", *sorted(path.parents[1].name for path in folder.glob("*/LC_MESSAGES/*.po")))


def every_view() -> Iterator[View]:
    """All of them, one theme after the other so that little is drawn twice."""
    for size, theme, language in product(SIZES, THEMES, languages()):
        for screen in SCREENS if is_drawn(size, theme) else ():
            yield View(screen, size, theme, language)


def is_drawn(size: Size, theme: str) -> bool:
    """Whether there is such a view: nothing stands lower on a panel that is wider than high."""
    return "low-reach" not in theme or size[0] < size[1]


def some_views() -> list[View]:
    """Few enough to test every time: five of each screen, so that any two choices meet.

    Of the languages, KINDS meet every screen; each of the others meets every theme. Of the two
    panels that are low (LOW), a screen or a language meets one.
    """
    kinds = [language for language in languages() if language in KINDS]
    others = [language for language in languages() if language not in KINDS]
    views = [
        View(screen, size, theme, language)
        for at, screen in enumerate(SCREENS)
        for (size, theme), language in zip(_ways(at), _turned(kinds, at // 3), strict=True)
    ]
    views += [
        View(screen, size, theme, language)
        for at, language in enumerate(others)
        for (size, theme), screen in zip(_ways(at), _turned(SCREENS, 5 * at), strict=False)
    ]
    return sorted(views, key=lambda view: (view.size, view.theme, view.language))


def _ways(at: int) -> list[tuple[Size, str]]:
    """Every theme, on every shape of panel: joined in another way than the next time."""
    shapes = list(_turned([BROAD, UPRIGHT, LOW[at // 3 % 2]], at))
    return [(UPRIGHT if "low-reach" in theme else shapes.pop(), theme) for theme in THEMES]


def _turned(values: Sequence[T], at: int) -> Sequence[T]:
    """The same values, beginning somewhere else."""
    start = at % len(values)
    return [*values[start:], *values[:start]]

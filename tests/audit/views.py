"""Every screen with made-up data, and every way to draw it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, cycle, product
from pathlib import Path

from kiosk.screens.parts.part import Part
from kiosk.screens.theme import Theme
from kiosk.translation import LOCALES, Words
from tests import show, show_asking

SIZES = ((1920, 1080), (1080, 1920), (1366, 768), (1280, 800))
THEMES = ("light", "dark", "large", "low-reach")
UPRIGHT = "1080x1920"
KINDS = frozenset({"en", "cy", "pl", "ar", "pa"})
"""One language for each way to write: plain, long, with accents, from the right, with marks."""
SCREENS = (*show.SCREENS, *show_asking.SAMPLES)
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class View:
    """One screen as one person meets it."""

    screen: str
    size: tuple[int, int]
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
        if "low-reach" in theme and size[0] > size[1]:
            continue  # nothing stands lower on a panel that is wider than high
        for screen in SCREENS:
            yield View(screen, size, theme, language)


def some_views() -> list[View]:
    """Few enough to test every time: each pair of two choices is met at least once.

    Of the languages, KINDS meet every screen; each of the others meets every size and theme.
    """
    sizes = {f"{width}x{height}": (width, height) for width, height in SIZES}
    kinds = tuple(language for language in languages() if language in KINDS)
    others = tuple(language for language in languages() if language not in KINDS)
    rows = pairwise([SCREENS, tuple(sizes), THEMES, kinds])
    more = pairwise([others, tuple(sizes), THEMES]) if others else []
    rows += [
        (next_one, *row[1:], row[0]) for next_one, row in zip(cycle(SCREENS), more, strict=False)
    ]
    views = [
        View(screen, sizes[UPRIGHT if "low-reach" in theme else size], theme, language)
        for screen, size, theme, language in rows
    ]
    return sorted(views, key=lambda view: (view.size, view.theme, view.language))


def pairwise(choices: list[tuple[str, ...]]) -> list[Row]:
    """Rows of one value from each choice, so that any two values stand together in one row."""
    places = list(combinations(range(len(choices)), 2))
    missing = {
        (first, one, second, other)
        for first, second in places
        for one, other in product(choices[first], choices[second])
    }
    rows = []
    while missing:
        rows.append(_best_row(choices, sorted(missing)[0], missing))
        missing -= _pairs(rows[-1])
    return rows


def _best_row(
    choices: list[tuple[str, ...]],
    start: tuple[int, str, int, str],
    missing: set[tuple[int, str, int, str]],
) -> Row:
    """The row with this pair whose other values meet the most pairs that are still missing."""
    row = {start[0]: start[1], start[2]: start[3]}
    for place in (at for at in range(len(choices)) if at not in row):
        gain = {
            value: sum(
                ((at, row[at], place, value) if at < place else (place, value, at, row[at]))
                in missing
                for at in row
            )
            for value in choices[place]
        }
        row[place] = max(choices[place], key=lambda value: gain[value])
    return tuple(row[at] for at in range(len(choices)))


def _pairs(row: Row) -> set[tuple[int, str, int, str]]:
    return {
        (first, row[first], second, row[second])
        for first, second in combinations(range(len(row)), 2)
    }

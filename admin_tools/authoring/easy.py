"""Reads the easy page of an entry."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from pydantic import ValidationError

from admin_tools.authoring.findings import Finding, must
from admin_tools.authoring.pictures import Album, PictureWrong
from admin_tools.authoring.plainly import problem
from admin_tools.authoring.texts import read_text
from kiosk.exchange import easy
from kiosk.exchange.easy import EasyLine

SUFFIX = ".easy.md"
ICONS = Path(easy.__file__).parents[1] / "screens" / "icons" / "duotone"
"""The pictures that every kiosk has; only their names are read here."""
_LINE = re.compile(r"^- (?P<icon>[a-z0-9-]+): (?P<text>\S.*)$")
_DRAWN = re.compile(r"^- !\[(?P<alt>[^\]]+)\]\((?P<file>[^)\s]+)\) (?P<text>\S.*)$")
_MARKS = ("](", "**", "__", "`", "<")


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line of an easy page that was not understood."""

    line: int
    problem: str
    mend: str


@dataclass(slots=True)
class EasyPage:
    """An easy page as it was read: its lines, where each stood, what was not understood."""

    lines: list[EasyLine] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)


@lru_cache(maxsize=1)
def shipped_icons() -> frozenset[str]:
    """The names of the pictures that every kiosk has."""
    return frozenset(path.stem for path in ICONS.glob("*.svg"))


def read_easy(text: str, album: Album) -> EasyPage:
    """Read an easy page: one line for each idea, `- icon: words` or `- ![alt](file) words`."""
    page = EasyPage()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            _read(page, number, line.rstrip(), album)
    if not page.lines and not page.wrong:
        page.wrong.append(Wrong(1, "This easy page is empty.", "Write it, or take it away."))
    return page


def is_beside(path: Path) -> bool:
    """Whether this is the easy page of a page that is there."""
    name = path.name
    return name.endswith(SUFFIX) and path.with_name(name.removesuffix(SUFFIX) + ".md").is_file()


def beside(path: Path, name: str, album: Album) -> tuple[EasyPage, list[Finding]]:
    """Read the easy page beside a page; without one there are no lines."""
    easy_path, called = path.with_name(path.stem + SUFFIX), name.removesuffix(".md") + SUFFIX
    if not easy_path.is_file():
        return EasyPage(), []
    text, findings = read_text(easy_path, called)
    page = read_easy(text, album)
    wrong = (must(called, one.line, "easy", one.problem, one.mend) for one in page.wrong)
    return page, [*findings, *wrong]


def _read(page: EasyPage, number: int, line: str, album: Album) -> None:
    if drawn := _DRAWN.match(line):
        _add(page, number, lambda: _with_picture(drawn, album))
    elif (found := _LINE.match(line)) and found["icon"] not in shipped_icons():
        page.wrong.append(
            Wrong(
                number,
                f"No kiosk has a picture called {found['icon']!r}.",
                "Use a name from kiosk/screens/icons/duotone.",
            )
        )
    elif found and not any(mark in found["text"] for mark in _MARKS):
        _add(page, number, lambda: EasyLine(text=found["text"], icon=found["icon"]))
    else:
        page.wrong.append(
            Wrong(
                number,
                "This line has no picture.",
                "Write: - house: Your words. Or: - ![what it shows](file.png) Your words.",
            )
        )


def _with_picture(drawn: re.Match[str], album: Album) -> EasyLine:
    picture = album.picture(drawn["file"], drawn["alt"], "")
    return EasyLine(text=drawn["text"], picture=picture)


def _add(page: EasyPage, number: int, make: Callable[[], EasyLine]) -> None:
    try:
        page.lines.append(make())
        page.numbers.append(number)
    except PictureWrong as wrong:
        page.wrong.append(Wrong(number, wrong.problem, wrong.mend))
    except ValidationError as error:
        what = problem(error.errors()[0])
        page.wrong.append(Wrong(number, f"This line {what}.", "Make it shorter."))

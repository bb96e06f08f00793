"""Screens in made-up languages: forty per cent longer, then from right to left."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle, product
from pathlib import Path
from tempfile import mkdtemp

import pytest

from kiosk.screens.parts.part import Part
from kiosk.screens.theme import look
from kiosk.translation import Words
from tests import show, show_asking
from tests.audit import legible, reach
from tests.audit.findings import scene_of
from tests.audit.glass import UNSEEN
from tests.audit.views import SCREENS, SIZES, View
from tests.builders.pseudo import LONG, MIRRORED, longer, mirrored, pseudo

RULES = (legible.cut, legible.overflows, legible.overlaps, reach.off_screen)
FOR_STAFF = ("staff",)
"""Screens that speak English whatever the person chose."""
LOOKS = tuple(product(("light", "dark", "large"), SIZES))
FOR_INSTALLERS = "commission"
"""These have no large letters: no person has chosen any yet."""


@cache
def folder() -> Path:
    return Path(mkdtemp(prefix="pseudo-"))


@cache
def words_of(language: str) -> Words:
    return pseudo(folder(), language)


@dataclass(frozen=True, slots=True)
class PseudoView(View):
    """One screen in a language that nobody speaks."""

    @property
    def words(self) -> Words:
        return words_of(self.language)

    def make(self) -> Part:
        if self.screen in show.SCREENS:
            return show.whole(self.screen, self.words)
        return show_asking.framed(self.screen, words=self.words)


def views(language: str) -> Iterator[PseudoView]:
    """Every screen once; panels and themes take turns."""
    looks = cycle(LOOKS)
    for screen in SCREENS:
        theme, size = next(looks)
        if screen.startswith(FOR_INSTALLERS):
            theme = "light"
        if not screen.startswith(FOR_STAFF):
            yield PseudoView(screen, size, theme, language)


@pytest.mark.screen
@pytest.mark.usefixtures("stage")
@pytest.mark.parametrize("view", [*views(LONG), *views(MIRRORED)], ids=lambda view: view.name)
def test_nothing_is_cut_in_a_longer_or_mirrored_language(view: PseudoView) -> None:
    look.wear(view.wearing())
    top = view.make()
    top.place(0, 0, *view.size)
    scene = scene_of(view, top, UNSEEN)
    found = [str(finding) for rule in RULES for finding in rule(scene)]

    assert found == []


def test_the_longer_language_is_forty_per_cent_longer() -> None:
    english = "Tell any officer now. In your cell, press the cell bell."

    assert len(longer(english)) >= 1.35 * len(english)


@pytest.mark.parametrize("say", [longer, mirrored])
def test_a_made_up_language_keeps_the_facts(say: object) -> None:
    assert callable(say)
    assert re.findall(r"\{\w+\}", say("Read by {day}. We answer {n}.")) == ["{day}", "{n}"]

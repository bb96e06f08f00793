"""Who cannot read finds a picture on everything that can be chosen, and can tell two apart."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kiosk.exchange.entries import Kind
from kiosk.screens.home.presenter import tiles
from kiosk.screens.icons.own import OWN
from kiosk.screens.icons.shape import FOLDER
from kiosk.screens.kinds import ICONS
from kiosk.translation import Words

CONTENT = Path(__file__).parents[2] / "content"
POLICY = sorted((CONTENT / "policy").glob("*.toml"))
FORMS = sorted(CONTENT.glob("*/**/form/*/facts.toml"))
OWN_NAMES = frozenset({"areas", "councils", "outputs"})
"""Names of places, which no picture tells apart, and what only a report counts."""
SHIPPED = {file.stem for file in (FOLDER / "duotone").glob("*.svg")} | set(OWN)
NOTHING = "circle"
"""Drawn where a picture is missing; it tells a person nothing."""


def read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def questions() -> list[Any]:
    return [
        pytest.param(question["choices"], id=f"{file.parent.name}-{at}")
        for file in FORMS
        for at, question in enumerate(read(file)["form"].get("questions", ()))
        if question.get("choices")
    ]


LISTS = [file for file in POLICY if "terms" in read(file) and file.stem not in OWN_NAMES]


@pytest.mark.parametrize("file", LISTS, ids=lambda file: str(file.stem))
def test_every_code_of_a_list_has_a_picture(file: Path) -> None:
    pictures = {term["code"]: term.get("icon", NOTHING) for term in read(file)["terms"]}

    assert [code for code, icon in pictures.items() if icon not in SHIPPED - {NOTHING}] == []


def test_every_group_of_a_tile_has_a_picture() -> None:
    topics = read(CONTENT / "policy" / "topics.toml")["topics"]
    pictures = {
        group["code"]: group.get("icon", NOTHING)
        for topic in topics
        for group in topic.get("groups", ())
    }

    assert [code for code, icon in pictures.items() if icon not in SHIPPED - {NOTHING}] == []


@pytest.mark.parametrize("choices", questions())
def test_every_answer_has_a_picture_of_its_own(choices: list[dict[str, Any]]) -> None:
    """Of two answers with one picture, who cannot read cannot choose."""
    pictures = Counter(choice.get("icon", NOTHING) for choice in choices)

    assert set(pictures) <= SHIPPED - {NOTHING}
    assert {icon: many for icon, many in pictures.items() if many > 1} == {}


def test_every_kind_of_page_has_a_picture_of_its_own() -> None:
    assert set(ICONS) == set(Kind)
    assert len(set(ICONS.values())) == len(ICONS)
    assert set(ICONS.values()) <= SHIPPED - {NOTHING}


def test_every_tile_has_a_picture_of_its_own() -> None:
    pictures = [tile.icon for tile in tiles(Words())]

    assert len(set(pictures)) == len(pictures) == 12
    assert set(pictures) <= SHIPPED - {NOTHING}

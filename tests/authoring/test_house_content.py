"""The content that stands in this house."""

import re

import pytest

from admin_tools.authoring.check import Checked, check
from admin_tools.authoring.findings import Severity
from kiosk.exchange.entries import Kind
from kiosk.exchange.policy import Topics
from tests.architecture.house import HOUSE
from tests.builders.sources import TODAY

CONTENT = HOUSE / "content"
ICON = re.compile(r'icon = "([a-z-]+)"')
TILES = 12


@pytest.fixture(scope="module")
def house() -> Checked:
    return check(CONTENT, TODAY)


def test_it_can_be_published_as_a_demonstration(house: Checked) -> None:
    assert [str(one) for one in house.findings if one.severity is Severity.MUST] == []


def test_it_cannot_be_published_for_a_real_prison(house: Checked) -> None:
    assert house.count(Severity.BEFORE_USE) > 0


def test_every_picture_that_it_names_is_there() -> None:
    named = {
        icon
        for path in CONTENT.rglob("*.toml")
        for icon in ICON.findall(path.read_text(encoding="utf-8"))
    }
    drawn = {path.stem for path in (HOUSE / "kiosk/screens/icons/duotone").glob("*.svg")}

    assert {icon for icon in named if icon not in drawn and f"{icon}-duotone" not in drawn} == set()


def test_every_tile_of_the_home_screen_has_its_place(house: Checked) -> None:
    topics = house.sources.policy["topics"]

    assert isinstance(topics, Topics)
    assert len({topic.tile for topic in topics.topics}) == TILES


@pytest.mark.parametrize("desk", ["housing", "work", "private"])
def test_every_desk_has_a_form(house: Checked, desk: str) -> None:
    forms = [w.entry.form for w in house.sources.written if w.entry.kind is Kind.FORM]

    assert desk in {form.desk for form in forms if form}


def test_every_form_is_there_in_welsh(house: Checked) -> None:
    forms = [w.entry for w in house.sources.written if w.entry.kind is Kind.FORM]

    assert {one.id for one in forms if one.language == "cy"} == {one.id for one in forms}

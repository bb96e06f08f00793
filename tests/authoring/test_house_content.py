"""The content that stands in this house."""

import re

import pytest

from admin_tools.authoring.check import Checked
from admin_tools.authoring.findings import Severity
from kiosk.exchange.blocks import Ask, Block, Contact
from kiosk.exchange.entries import Kind
from kiosk.exchange.policy import Topics
from tests.architecture.house import HOUSE
from tests.builders.house_content import the_house

CONTENT = HOUSE / "content"
ICON = re.compile(r'icon = "([a-z-]+)"')
TILES = 12


@pytest.fixture(scope="module")
def house() -> Checked:
    return the_house()


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


def test_a_page_about_visas_says_whom_it_is_for(house: Checked) -> None:
    """So no pack that lies about holds one; bail and interpreters are for anybody."""
    about = [w.entry for w in house.sources.written if "visa" in w.entry.topics]

    alone = {one.id for one in about if one.kind is not Kind.TERM and not one.audience}

    assert alone == {"bail-address", "interpreter-help"}


def test_who_has_debts_finds_somebody_to_ask_on_every_page(house: Checked) -> None:
    told = {Kind.GUIDE, Kind.SERVICE, Kind.SESSION, Kind.LETTER, Kind.ORGANISATION, Kind.EXPLAINER}
    about = [w.entry for w in house.sources.written if "debt" in w.entry.topics]

    alone = {one.id for one in about if one.kind in told and not any(map(leads, one.blocks))}

    assert alone == set()


def leads(block: Block) -> bool:
    """Whether somebody can ask there."""
    return isinstance(block, Ask | Contact)


def test_every_form_is_there_in_welsh(house: Checked) -> None:
    forms = [w.entry for w in house.sources.written if w.entry.kind is Kind.FORM]

    assert {one.id for one in forms if one.language == "cy"} == {one.id for one in forms}


WORDING = ("rather", "long-sentence", "hard-to-read", "long-sentences", "long-words")
EASY = ("long-easy", "two-ideas", "no-easy-read")
LEAST_EASY = 12


@pytest.mark.parametrize("code", WORDING)
def test_no_page_is_harder_than_it_may_be(house: Checked, code: str) -> None:
    assert [str(one) for one in house.findings if one.code == code] == []


@pytest.mark.parametrize("code", EASY)
def test_easy_read_stands_where_most_people_need_it(house: Checked, code: str) -> None:
    assert [str(one) for one in house.findings if one.code == code] == []


@pytest.mark.parametrize("language", ["en", "cy"])
def test_enough_pages_are_there_in_easy_read(house: Checked, language: str) -> None:
    easy = [w for w in house.sources.written if w.entry.language == language and w.entry.easy]

    assert len(easy) >= LEAST_EASY


def test_thirty_hard_words_are_explained_in_english_and_in_welsh(house: Checked) -> None:
    terms = [w.entry for w in house.sources.written if w.entry.kind is Kind.TERM]

    for language in ("en", "cy"):
        assert sum(term.language == language for term in terms) >= 30
    assert all(term.machine_made for term in terms if term.language == "cy")


def test_a_driving_licence_is_not_the_licence_of_a_sentence(house: Checked) -> None:
    written = {w.entry.id: w.entry for w in house.sources.written if w.entry.language == "en"}

    assert "licence-term" in {use.term for use in written["licence-rules"].terms}
    assert "licence-term" not in {use.term for use in written["id-papers"].terms}

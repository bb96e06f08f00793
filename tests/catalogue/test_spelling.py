"""A slip of a finger, or a Welsh beginning, still finds the page."""

from pathlib import Path

import pytest

from kiosk.catalogue.groups import By, Choices, What
from kiosk.catalogue.mutations import welsh_forms
from kiosk.catalogue.search import Found, Search
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.entries import Entry, Kind
from tests.builders.exchange import an_entry
from tests.builders.stores import a_catalogue, a_publication


def named(title: str, entry_id: str = "it", **fields: object) -> Entry:
    plain = {"title": title, "summary": "Words.", "blocks": (), **fields}
    return an_entry(entry_id).model_copy(update=plain)


def look(folder: Path, typed: str, *entries: Entry, language: str = "en") -> Found:
    return Search(a_catalogue(folder, a_publication(*entries))).find(typed, language)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bnak", "bank"),
        ("bannk", "bank"),
        ("ban k", "bank"),
        ("pank", "bank"),
        ("housign advcie", "housing advice"),
        ("probatoin", "probation"),
        ("universl creddit", "universal credit"),
    ],
)
def test_a_slip_finds_the_word_that_was_meant(tmp_path: Path, typed: str, meant: str) -> None:
    found = look(tmp_path, typed.replace(" k", "k"), named(meant))

    assert [card.id for card in found.cards] == ["it"]


def test_it_says_what_it_looked_for_instead(tmp_path: Path) -> None:
    assert look(tmp_path, "bnak", named("Bank")).meant == "bank"


def test_nothing_is_guessed_for_what_is_found(tmp_path: Path) -> None:
    assert look(tmp_path, "bank", named("Bank"), named("Bang", "other")).meant == ""


@pytest.mark.parametrize("typed", ["kangaroo", "zz", "x", "1234"])
def test_what_is_near_to_nothing_finds_nothing(tmp_path: Path, typed: str) -> None:
    assert look(tmp_path, typed, named("Bank")) == Found()


def test_only_words_that_name_a_page_are_guessed(tmp_path: Path) -> None:
    entry = named("Advice", blocks=(Paragraph(text="A letter came."),))

    assert look(tmp_path, "lettre", entry) == Found()


def test_a_guess_that_finds_nothing_today_is_not_made(tmp_path: Path) -> None:
    assert look(tmp_path, "vistis", named("Visits", nations=("wales",))) == Found()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("gartref", "Cartref newydd"),
        ("cartref", "Fy nghartref"),
        ("chartref", "Cartref"),
        ("nhŷ", "Help gyda thŷ"),
        ("tŷ", "Fy nhŷ"),
        ("dŷ", "Tŷ"),
        ("lety", "Llety"),
        ("waith", "Gwaith"),
        ("fwyd", "Bwyd"),
        ("ddyled", "Dyled"),
        ("mhrawf", "Prawf"),
        ("harian", "Arian"),
    ],
)
def test_welsh_beginnings_find_each_other(tmp_path: Path, typed: str, title: str) -> None:
    found = look(tmp_path, typed, named(title, language="cy"), language="cy")

    assert [card.title for card in found.cards] == [title]


def test_a_welsh_word_is_found_on_an_english_screen(tmp_path: Path) -> None:
    both = (named("Home"), named("Cartref", language="cy"))

    assert [card.title for card in look(tmp_path, "gartref", *both).cards] == ["Home"]


def test_a_letter_of_two_signs_is_not_taken_apart() -> None:
    assert "hwarae" not in welsh_forms("chwarae")
    assert "glety" not in welsh_forms("llety")


def test_a_search_can_be_narrowed_to_one_kind_of_thing(tmp_path: Path) -> None:
    job = named("Baker", "job", kind=Kind.VACANCY)
    search = Search(a_catalogue(tmp_path, a_publication(job, named("Baker's story", "other"))))

    found = search.find("baker", "en", Choices({By.WHAT: What.JOBS}))

    assert [card.id for card in found.cards] == ["job"]


def test_a_search_in_one_area_keeps_what_is_everywhere(tmp_path: Path) -> None:
    entries = (
        named("Advice here", "here", areas=("hill-towns",)),
        named("Advice there", "there", areas=("hill",)),
        named("Advice by letter", "anywhere"),
    )
    search = Search(a_catalogue(tmp_path, a_publication(*entries)))

    found = search.find("advice", "en", Choices({By.PLACE: "hill-towns"}))

    assert {card.id for card in found.cards} == {"here", "anywhere"}


def test_nobody_finds_the_signs_of_the_index_by_typing(tmp_path: Path) -> None:
    assert look(tmp_path, "what", named("Bank")).cards == ()

"""A few letters find the entry, however it is written."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.catalogue.folding import fold, typed_words
from kiosk.catalogue.search import Found, Search
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.entries import Entry
from tests.builders.exchange import an_entry
from tests.builders.stores import a_catalogue, a_publication


def named(entry_id: str, title: str, **fields: object) -> Entry:
    plain = {"title": title, "summary": "Words.", "blocks": (), **fields}
    return an_entry(entry_id).model_copy(update=plain)


def found(folder: Path, text: str, *entries: Entry, language: str = "en") -> list[str]:
    search = Search(a_catalogue(folder, a_publication(*entries)))
    return [card.id for card in search.find(text, language).cards]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ty", "Help with a tŷ"),
        ("tŷ", "Help with a ty"),
        ("lozko", "Łóżko i pościel"),
        ("ŁÓŻ", "lozko"),
        ("strasse", "Straße"),
        ("dordevic", "Đorđević"),
        ("oresund", "Øresund"),
        ("thor", "Þór"),
        ("encyclopaedia", "Encyclopædia"),
        ("اهلا", "أهلاً"),
        ("مدرسه", "مدرسة"),
        ("مستشفي", "مستشفى"),
        ("كتاب", "كـــتاب"),
        ("dont", "Don’t lose your home"),
        ("don't", "Dont lose your home"),
        ("housing", "HOUSING"),
        ("मकान", "मकान की मदद"),
        ("116", "Samaritans 116 123"),
        ("١١٦", "Samaritans 116 123"),
    ],
)
def test_letters_that_look_alike_find_each_other(tmp_path: Path, typed: str, title: str) -> None:
    assert found(tmp_path, typed, named("it", title)) == ["it"]


def test_the_beginning_of_a_word_is_enough(tmp_path: Path) -> None:
    assert found(tmp_path, "hou adv", named("it", "Housing advice")) == ["it"]


def test_the_middle_of_a_word_finds_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, "using", named("it", "Housing advice")) == []


def test_an_old_name_finds_what_there_is_now(tmp_path: Path) -> None:
    entry = named("it", "Probation service", synonyms=("CARAT", "Supporting People"))
    assert found(tmp_path, "carat", entry) == ["it"]


def test_the_words_of_the_page_are_found_too(tmp_path: Path) -> None:
    entry = named("it", "Advice", blocks=(Paragraph(text="About bailiffs.", lead="Debt."),))
    assert found(tmp_path, "bailiffs debt", entry) == ["it"]


def test_what_is_in_the_title_comes_first(tmp_path: Path) -> None:
    in_text = named("a-text", "Advice", blocks=(Paragraph(text="rent"),))
    in_name = named("b-name", "Arrears", synonyms=("rent",))
    in_title = named("c-title", "Your rent")
    assert found(tmp_path, "rent", in_text, in_name, in_title) == ["c-title", "b-name", "a-text"]


def test_a_whole_word_comes_before_a_beginning(tmp_path: Path) -> None:
    assert found(tmp_path, "rent", named("a", "Rental cars"), named("b", "Your rent")) == ["b", "a"]


def test_when_no_page_has_all_words_any_will_do(tmp_path: Path) -> None:
    entries = (named("rent", "Your rent"), named("visit", "A visit"))
    assert found(tmp_path, "rent kangaroo", *entries) == ["rent"]


def test_a_word_in_one_language_finds_the_page_in_another(tmp_path: Path) -> None:
    english, welsh = named("it", "Housing"), named("it", "Tai", language="cy")
    search = Search(a_catalogue(tmp_path, a_publication(english, welsh)))
    assert [card.title for card in search.find("housing", "cy").cards] == ["Tai"]


def test_what_does_not_hold_today_is_not_found(tmp_path: Path) -> None:
    assert found(tmp_path, "visit", named("it", "A visit", nations=("wales",))) == []


def test_no_more_cards_than_asked_for(tmp_path: Path) -> None:
    entries = [named(f"e{n}", f"Visit {n}") for n in range(30)]
    search = Search(a_catalogue(tmp_path, a_publication(*entries)))
    assert len(search.find("visit", "en", limit=7).cards) == 7


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        '"',
        "'; DROP TABLE entries; --",
        "AND OR NOT NEAR",
        "a* OR title:b",
        "{title}:x",
        "^first",
        "🙂",
        "\x00\x07",
        "\ud800",
        "x" * 10_000,
        "a b " * 5_000,
        "%_\\",
        "\u202eabc",
    ],
    ids=ascii,
)
def test_odd_input_never_fails(tmp_path: Path, typed: str) -> None:
    assert found(tmp_path, typed, named("it", "Housing")) == []


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    return Search(a_catalogue(tmp_path_factory.mktemp("catalogue")))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.text(st.characters(exclude_categories=()), max_size=60))
def test_whatever_is_typed_the_search_answers(search: Search, typed: str) -> None:
    assert isinstance(search.find(typed, "en"), Found)


@example(typed="\N{MATHEMATICAL BOLD SCRIPT CAPITAL A}")
@given(typed=st.text(max_size=60))
def test_folding_twice_changes_nothing_more(typed: str) -> None:
    assert fold(fold(typed)) == fold(typed)


@given(typed=st.text(max_size=2_000))
def test_a_search_looks_for_a_few_words_without_a_quote(typed: str) -> None:
    words = typed_words(typed)
    assert len(words) <= 8
    assert not any('"' in word or " " in word for word in words)

"""Hard words that another entry explains."""

from pathlib import Path

import pytest

from tests.builders.sources import FACTS, checked, entry, found, sources

TERM = "# Bail\nsynonyms: out of prison\nsaid: bail, on bail\n\nYou wait for court outside.\n"
PLAIN = FACTS.replace('topics = ["keep-home"]\n', 'topics = ["words"]\n')


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path)


def used(root: Path, text: str, *, facts: str = FACTS, layer: str = "national") -> list[str]:
    """The words of the term that are found in a page with this text."""
    entry(root, "guide/a-page", en=f"# A page\n\nRead this.\n\n{text}\n", facts=facts, layer=layer)
    (page,) = [w.entry for w in checked(root).sources.written if w.entry.id == "a-page"]
    return [use.words for use in page.terms]


def bail(root: Path, page: str = TERM, layer: str = "national") -> None:
    entry(root, "term/bail-term", en=page, facts=PLAIN, layer=layer)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You can ask for bail.", ["bail"]),
        ("Bail is for people before court.", ["Bail"]),
        ("You are on bail now.", ["on bail"]),
        ("A bailiff may come.", []),
        ("- Ask about bail", ["bail"]),
        ("1. Ask about bail", ["bail"]),
        ("> [!contact] Lawyer: ask about bail", ["bail"]),
        ("## Bail", ["Bail"]),
        ("> [!attention] Bail may end.", []),
    ],
)
def test_a_term_is_found_where_the_screen_can_underline_it(
    root: Path, text: str, words: list[str]
) -> None:
    bail(root)

    assert used(root, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("You need a bail bond.", []),
        ("Bail bonds are another thing. So is bail.", []),
        ("A bail bond. You may be on bail too.", ["on bail"]),
        ("Ask about bail.", ["bail"]),
    ],
)
def test_a_word_that_means_something_else_here_is_not_explained(
    root: Path, text: str, words: list[str]
) -> None:
    bail(root, TERM.replace("on bail\n", "on bail, not bail bond\n"))

    assert used(root, text) == words


def test_letters_are_only_found_as_they_are_written(root: Path) -> None:
    bail(root, TERM.replace("said: bail, on bail", "said: COM"))

    assert used(root, "The com port. Your COM helps.") == ["COM"]


def test_a_term_without_other_words_is_found_by_its_title(root: Path) -> None:
    bail(root, "# bail\n\nYou wait for court outside.\n")

    assert used(root, "Ask for bail.") == ["bail"]


def test_a_page_may_say_that_the_word_means_something_else(root: Path) -> None:
    bail(root)
    facts = FACTS.replace("[source]", 'not_terms = ["bail-term"]\n\n[source]')

    assert used(root, "Bail the boat.", facts=facts) == []
    assert found(root) == []


def test_a_national_page_does_not_use_a_term_of_one_prison(root: Path) -> None:
    bail(root, layer="sites/mvx")

    assert used(root, "Ask for bail.") == []


def test_a_page_of_a_prison_uses_the_terms_of_every_prison(root: Path) -> None:
    bail(root)

    assert used(root, "Ask for bail.", layer="sites/mvx") == ["bail"]


def test_a_term_does_not_explain_itself(root: Path) -> None:
    bail(root)
    (term,) = [w.entry for w in checked(root).sources.written if w.entry.id == "bail-term"]

    assert term.terms == ()


def test_another_language_uses_its_own_words(root: Path) -> None:
    entry(
        root,
        "term/bail-term",
        en=TERM,
        cy="# Mechnïaeth\nsaid: mechnïaeth\n\nAros am y llys.\n",
        facts=PLAIN,
    )
    entry(root, "guide/a-page", en="# A\n\nB.\n", cy="# A\n\nGofynnwch am mechnïaeth, bail.\n")
    pages = [w.entry for w in checked(root).sources.written if w.entry.id == "a-page"]

    assert [use.words for page in pages for use in page.terms] == ["mechnïaeth"]


def test_the_lines_under_the_title_are_read_in_any_order(root: Path) -> None:
    bail(root, "# Bail\nsaid: bail\nsynonyms: out\n\nYou wait for court outside.\n")

    assert used(root, "Ask for bail.") == ["bail"]
    assert found(root) == []


def test_a_summary_that_runs_into_those_lines_is_found(root: Path) -> None:
    bail(root, "# Bail\nsynonyms: out\nYou wait for court outside.\n")

    assert "page" in {code for _, _, code in found(root)}

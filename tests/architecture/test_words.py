"""The words that no person in front of a screen should ever meet."""

import ast
import re
import tomllib
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from admin_tools.authoring.manners import Wording, remarks_on, remarks_on_page
from admin_tools.authoring.reading_age import ENOUGH, measured
from admin_tools.authoring.texts import as_json
from tests.architecture.house import HOUSE, SOURCES, hold, tree_of

NEVER = re.compile(r"\b(offenders?|inmates?|please|sorry|oops|invalid|will be answered)\b", re.I)
SPOKEN = [p for p in SOURCES if "screens" in p.parts or p.stem in {"refusal_sentences", "asking"}]
PAGES = sorted((HOUSE / "content").rglob("*.md"))
WORDING = Wording.model_validate_json(
    as_json(tomllib.loads((HOUSE / "content/policy/wording.toml").read_text(encoding="utf-8")))
)
ENGLISH = HOUSE / "locales" / "kiosk.pot"
CATALOGUES = sorted((HOUSE / "locales").rglob("*.po"))


def sayings_of(path: Path) -> Iterator[str]:
    """Every text in the code that is not a docstring: what may end on a screen."""
    tree = tree_of(path)
    silent = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in silent
        ):
            yield node.value


def test_the_program_says_no_word_that_hurts_or_grovels() -> None:
    hold(lambda path: filter(NEVER.search, sayings_of(path)), SPOKEN)


def test_no_page_uses_a_word_that_hurts_or_grovels() -> None:
    """Names of real bodies and forms may hold such a word; a synonym line may, to be found by."""
    bad = [
        f"{page.relative_to(HOUSE)}: {line}"
        for page in PAGES
        for line in page.read_text(encoding="utf-8").splitlines()
        if NEVER.search(line) and not line.startswith("synonyms:")
    ]
    assert PAGES
    assert not bad


def test_no_translation_uses_a_word_that_hurts_or_grovels() -> None:
    bad = [p for p in CATALOGUES if NEVER.search(p.read_text(encoding="utf-8"))]
    assert not bad


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_no_message_is_harder_than_its_language_allows(path: Path) -> None:
    """Words that we never say, promises, sentences that are too long: in every language."""
    manner = WORDING.manner(path.parts[-3])
    said = [text for message in catalogue(path) for text in texts(message.string)]

    assert said
    assert [(text, remark.problem) for text in said for remark in remarks_on(text, manner)] == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])
def test_the_messages_of_a_language_are_short_on_the_whole(path: Path) -> None:
    said = [text for message in catalogue(path) for text in texts(message.string)]

    assert list(remarks_on_page(measured(said), WORDING.manner(path.parts[-3]))) == []


def test_no_english_message_is_harder_than_it_may_be() -> None:
    said = [text for message in catalogue(ENGLISH) for text in texts(message.id)]
    manner = WORDING.manner("en")

    assert [(text, remark.problem) for text in said for remark in remarks_on(text, manner)] == []


def test_every_screen_can_be_read_at_the_age_of_eleven() -> None:
    """Each screen's own messages together: its reading age in years."""
    screens: dict[str, list[str]] = {}
    for message in catalogue(ENGLISH):
        for place, _ in message.locations:
            screens.setdefault(place, []).extend(texts(message.id))
    measures = {place: measured(said) for place, said in screens.items()}
    ages = {place: one.age for place, one in measures.items() if one.words >= ENOUGH}

    assert len(ages) > 20
    assert {place: age for place, age in ages.items() if age > 11} == {}


def catalogue(path: Path) -> list[Message]:
    return [message for message in read_po(BytesIO(path.read_bytes())) if message.id]


def texts(said: str | Sequence[str] | None) -> list[str]:
    """A message is one text, or one for each number."""
    return [said] if isinstance(said, str) else list(said or ())

"""The words that no person in front of a screen should ever meet."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import HOUSE, SOURCES, name_of, tree_of

NEVER = re.compile(r"\b(offenders?|inmates?|please|sorry|oops|invalid|will be answered)\b", re.I)
SPOKEN = [p for p in SOURCES if "screens" in p.parts or p.stem in {"refusal_sentences", "asking"}]
PAGES = sorted((HOUSE / "content").rglob("*.md"))
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


@pytest.mark.parametrize("path", SPOKEN, ids=name_of)
def test_the_program_says_no_word_that_hurts_or_grovels(path: Path) -> None:
    assert not [saying for saying in sayings_of(path) if NEVER.search(saying)]


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

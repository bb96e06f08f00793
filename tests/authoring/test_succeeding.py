"""What the check finds of pages that stand for others."""

from pathlib import Path

import pytest

from admin_tools.authoring.findings import Severity
from tests.builders.sources import FACTS, checked, entry, sources

FOUND = {"circle", "chain", "replaced"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def page(root: Path, name: str, first: str = "", layer: str = "national") -> None:
    """A page of its own title, with more lines at the head of its facts."""
    said = {"en": f"# The {name} page\n\nWhat the {name} page says.\n"}
    entry(root, f"guide/{name}", facts=first + FACTS, layer=layer, **said)


def found(root: Path) -> list[tuple[str, int, str]]:
    return [(f.file, f.line, f.code) for f in checked(root).findings if f.code in FOUND]


def test_one_page_that_stands_for_an_old_name_is_right(root: Path) -> None:
    page(root, "new", 'replaces = ["nobody-has-it-any-more"]\n')

    assert found(root) == []


def test_a_chain_of_successors_is_found_where_it_is_written(root: Path) -> None:
    page(root, "second", 'valid_to = 2026-11-01\nreplaces = ["first"]\n')
    page(root, "third", 'replaces = ["second"]\n')

    assert found(root) == [("national/guide/second/facts.toml", 2, "chain")]


def test_who_names_every_earlier_one_has_no_chain(root: Path) -> None:
    page(root, "second", 'valid_to = 2026-11-01\nreplaces = ["first"]\n')
    page(root, "third", 'replaces = ["second", "first"]\n')

    assert found(root) == []


def test_a_chain_of_pages_that_name_their_successors_is_found(root: Path) -> None:
    page(root, "first", 'valid_to = 2026-11-01\nreplaced_by = "second"\n')
    page(root, "second", 'valid_to = 2026-11-01\nreplaced_by = "third"\n')
    page(root, "third")

    assert found(root) == [("national/guide/first/facts.toml", 2, "chain")]


@pytest.mark.parametrize("other", ['replaces = ["one"]\n', 'replaced_by = "one"\n'])
def test_two_pages_that_stand_for_each_other_stop_everything(root: Path, other: str) -> None:
    page(root, "one", 'replaces = ["two"]\n' if "replaces" in other else 'replaced_by = "two"\n')
    page(root, "two", other)

    circles = [one for one in checked(root).findings if one.code == "circle"]

    assert [one.severity for one in circles] == [Severity.MUST] * 2


def test_a_page_that_stands_for_itself_stops_everything(root: Path) -> None:
    page(root, "one", 'replaces = ["one"]\n')

    assert ("national/guide/one/facts.toml", 1, "circle") in found(root)


def test_a_replaced_page_that_is_still_shown_is_found(root: Path) -> None:
    page(root, "old")
    page(root, "new", 'replaces = ["old"]\n')

    assert found(root) == [("national/guide/old/facts.toml", 1, "replaced")]


def test_a_replaced_page_that_is_withdrawn_is_right(root: Path) -> None:
    page(root, "old")
    page(root, "new", 'replaces = ["old"]\n')
    gone = '[[withdrawn]]\nid = "old"\nday = 2026-11-20\nreason = "replaced"\n'
    (root / "withdrawn.toml").write_text(gone)

    assert found(root) == []


def test_what_stands_for_a_page_in_one_prison_leaves_it_to_the_others(root: Path) -> None:
    page(root, "old")
    page(root, "ours", 'replaces = ["old"]\n', layer="sites/mvx")

    assert found(root) == []

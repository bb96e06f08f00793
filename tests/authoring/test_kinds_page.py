"""The page about kinds says what the code does."""

import re
import tomllib
from collections.abc import Mapping

import pytest

from admin_tools.authoring.texts import as_json
from kiosk.exchange.kinds.about import FIELDS
from tests.architecture.house import HOUSE

PAGE = (HOUSE / "docs" / "kinds.md").read_text(encoding="utf-8")
EXAMPLES = {
    kind: table
    for text in re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    for kind, table in tomllib.loads(text).items()
}


def english(value: object) -> object:
    """What the authoring machine makes of words by language."""
    if isinstance(value, Mapping):
        return value.get("en") or {name: english(inner) for name, inner in value.items()}
    return [english(inner) for inner in value] if isinstance(value, list) else value


def test_every_kind_has_an_example() -> None:
    assert set(EXAMPLES) == set(FIELDS)


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_an_example_is_one_that_the_check_takes(kind: str) -> None:
    said = english({"kind": kind, **EXAMPLES[kind]})

    assert FIELDS[kind].model_validate_json(as_json(said)).blocks() is not None


@pytest.mark.parametrize("kind", sorted(FIELDS))
def test_an_example_shows_every_field(kind: str) -> None:
    assert set(EXAMPLES[kind]) == set(FIELDS[kind].model_fields) - {"kind"}


@pytest.mark.parametrize("kind", sorted(kind for kind in FIELDS if FIELDS[kind].needed))
def test_the_page_says_which_kinds_need_their_table(kind: str) -> None:
    assert re.search(rf"## {kind}\n\nNeeded", PAGE)

"""The page for authors names every column of every table."""

import pytest

from admin_tools.authoring.interchange.kinds import KINDS
from tests.architecture.house import HOUSE

PAGE = (HOUSE / "docs" / "importing.md").read_text(encoding="utf-8")
WORDS = set(PAGE[PAGE.index("## Columns") :].replace("`", " ").replace(",", " ").split())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_column_is_named(kind: str) -> None:
    assert KINDS[kind].names - WORDS == set()

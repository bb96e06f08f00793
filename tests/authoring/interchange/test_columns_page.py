"""The page for authors names every column of every table."""

import pytest

from admin_tools.authoring.interchange.judging import KINDS
from tests.architecture.house import HOUSE

PAGE = (HOUSE / "docs" / "writing-content.md").read_text(encoding="utf-8")
TABLES = PAGE[PAGE.index("### Tables") : PAGE.index("## Keeping it true")]
WORDS = set(TABLES.replace("`", " ").replace(",", " ").split())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_column_is_named(kind: str) -> None:
    assert KINDS[kind].names - WORDS == set()

"""What the documents say is there: files, tests, sections; a claim without one must say "open"."""

import re
from pathlib import Path

import pytest

from tests.architecture.house import HOUSE, committed

PAGES = [path for path in committed() if path.suffix == ".md" and "content" not in path.parts]
NAMED = re.compile(
    r"(?<!open: )`((?:tests|docs|deploy|kiosk|admin_tools|content|locales)/[\w./-]+)`"
)
ONLY_WHEN_NEEDED = {"content/withdrawn.toml"}
EXAMPLE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
"""What a page shows as an example is no link of its own."""
LINKED = re.compile(r"\]\((?!https?:|#|entry:|ask:)([^)#\s]+)")


def page_name(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_every_file_that_a_page_names_is_there(page: Path) -> None:
    named = set(NAMED.findall(page.read_text(encoding="utf-8"))) - ONLY_WHEN_NEEDED
    assert not [name for name in named if not (HOUSE / name).exists()]


@pytest.mark.parametrize("page", PAGES, ids=page_name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    linked = LINKED.findall(EXAMPLE.sub("", page.read_text(encoding="utf-8")))
    assert not [target for target in linked if not (page.parent / target).exists()]


@pytest.mark.parametrize("page", ["threats.md", "hazards.md"])
def test_every_threat_and_hazard_names_what_shows_it_or_says_open(page: str) -> None:
    rows = (HOUSE / "docs" / page).read_text(encoding="utf-8").splitlines()
    told = [row for row in rows if row.startswith("|") and "---" not in row]
    claims = [row for row in told if "**" in row or re.match(r"\| \d", row)]
    assert len(claims) >= 14
    for row in claims:
        assert NAMED.search(row) or "open" in row or "nothing" in row, row

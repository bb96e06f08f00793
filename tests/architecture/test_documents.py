"""What the documents say is there: files, tests, sections; a claim without one must say "open"."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.house import HOUSE, committed, hold

PAGES = [path for path in committed() if path.suffix == ".md" and "content" not in path.parts]
NAMED = re.compile(
    r"(?<!open: )`((?:tests|docs|deploy|kiosk|admin_tools|content|locales)/[\w./-]+)`"
)
ONLY_WHEN_NEEDED = {"content/withdrawn.toml"}
EXAMPLE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
"""What a page shows as an example is no link of its own."""
LINKED = re.compile(r"\]\((?!https?:|#|entry:|ask:)([^)#\s]+)")


def test_every_file_that_a_page_names_is_there() -> None:
    def gone(page: Path) -> Iterator[str]:
        for name in set(NAMED.findall(page.read_text(encoding="utf-8"))) - ONLY_WHEN_NEEDED:
            if not (HOUSE / name).exists():
                yield f"there is no {name}"

    hold(gone, PAGES)


def test_every_link_between_pages_leads_somewhere() -> None:
    def dead(page: Path) -> Iterator[str]:
        for target in LINKED.findall(EXAMPLE.sub("", page.read_text(encoding="utf-8"))):
            if not (page.parent / target).exists():
                yield f"{target} is not there"

    hold(dead, PAGES)


@pytest.mark.parametrize("page", ["threats.md", "hazards.md"])
def test_every_threat_and_hazard_names_what_shows_it_or_says_open(page: str) -> None:
    rows = (HOUSE / "docs" / page).read_text(encoding="utf-8").splitlines()
    told = [row for row in rows if row.startswith("|") and "---" not in row]
    claims = [row for row in told if "**" in row or re.match(r"\| \d", row)]
    assert len(claims) >= 14
    for row in claims:
        assert NAMED.search(row) or "open" in row or "nothing" in row, row

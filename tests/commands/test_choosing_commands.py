"""What the author leaves behind, and what two authors did to one page, is told before signing."""

from pathlib import Path

import pytest

from tests.builders.sources import sources
from tests.commands.test_authoring_commands import said, signpost
from tests.publishing.test_travelling import vacancy


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


@pytest.fixture
def keys(tmp_path: Path) -> Path:
    assert signpost("keys", "create", "--out", tmp_path / "keys", "--demo").exit_code == 0
    return tmp_path / "keys"


def proposing(content: Path, keys: Path, *more: str) -> list[str | Path]:
    signers = (f"--key={keys / name}.pem" for name in ("author", "site-mvx-1", "withdrawals"))
    return ["content", "propose", content, "--to", content.parent / "repo", *signers, *more]


def approving(content: Path, keys: Path) -> list[str | Path]:
    signers = (f"--key={keys}/approver.pem", f"--builder={keys}/builder.pem", "--yes")
    return ["content", "approve", content.parent / "repo", *signers]


def test_author_and_approver_read_how_many_vacancies_stay_behind(content: Path, keys: Path) -> None:
    (content / "policy/travels.toml").write_text("release_areas = true\n", encoding="utf-8")
    vacancy(content, "far", "north-wales")

    proposed = signpost(*proposing(content, keys))
    approved = signpost(*approving(content, keys))

    for result in (proposed, approved):
        assert result.exit_code == 0
        assert "1 of 1 vacancies stay behind" in result.output
        assert "1 outside the areas where people go" in result.output


def test_a_program_hears_what_stays_behind(content: Path, keys: Path) -> None:
    (content / "policy/travels.toml").write_text("most = 1\n", encoding="utf-8")
    vacancy(content, "one")
    vacancy(content, "two")

    result = signpost(*proposing(content, keys, "--json"))

    assert said(result)["left_out"] == {"more than may travel": 1}

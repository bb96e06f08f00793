"""What the author leaves behind, and what two authors did to one page, is told before signing."""

import shutil
from pathlib import Path

import pytest

from tests.builders.sources import FACTS, PAGE, entry, sources
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
        assert "Vacancies that stay behind, by policy/travels.toml: 1 of 1." in result.output
        assert "outside the areas where people go: 1" in result.output


def test_a_program_hears_what_stays_behind(content: Path, keys: Path) -> None:
    (content / "policy/travels.toml").write_text("most = 1\n", encoding="utf-8")
    vacancy(content, "one")
    vacancy(content, "two")

    result = signpost(*proposing(content, keys, "--json"))

    assert said(result)["left_out"] == {"more than may travel": 1}


def changed(content: Path, words: str, checked_on: str = "2026-11-18") -> None:
    """Change the page as an author does who looked at it on that day."""
    facts = FACTS.replace("2026-11-18", checked_on)
    entry(content, facts=facts, en=f"{PAGE}\n{words}\n")


def test_work_of_another_author_that_is_published_is_not_undone(content: Path, keys: Path) -> None:
    mine = shutil.copytree(content, content.parent / "mine")
    changed(content, "Ask on Mondays.", "2026-11-20")
    signpost(*proposing(content, keys))
    signpost(*approving(content, keys))
    changed(mine, "Ask on Fridays.")

    result = signpost(*proposing(mine, keys, "--json"))

    assert (result.exit_code, said(result)["code"]) == (3, "older")
    assert "national/guide/housing-help (en): Housing help" in str(said(result)["sentence"])
    assert not (content.parent / "repo/draft").exists()
    assert signpost(*proposing(mine, keys, "--older")).exit_code == 0


def test_work_of_another_author_that_waits_is_named_when_it_is_replaced(
    content: Path, keys: Path
) -> None:
    signpost(*proposing(content, keys))
    signpost(*approving(content, keys))
    mine = shutil.copytree(content, content.parent / "mine")
    changed(content, "Ask on Mondays.")
    signpost(*proposing(content, keys))
    changed(mine, "Ask on Fridays.")

    result = signpost(*proposing(mine, keys))

    assert result.exit_code == 0
    assert "In it these stood otherwise (1)." in result.output
    assert result.output.count("national/guide/housing-help (en)") == 2


def test_an_author_who_mends_a_draft_hears_of_no_other(content: Path, keys: Path) -> None:
    changed(content, "Ask on Mondays.")
    signpost(*proposing(content, keys))

    result = signpost(*proposing(content, keys, "--json"))

    assert said(result)["replaced"] == []

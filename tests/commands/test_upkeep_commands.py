"""The commands that keep content true, as they are typed."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from admin_tools.__main__ import the_app
from kiosk.exchange.trusted_day import london_day
from tests.builders.sources import FACTS, entry, sources

NEW = ("--topic", "keep-home", "--owner", "Housing team leader")


def content_command(*words: str | Path) -> Result:
    return CliRunner().invoke(the_app(()), ["content", *(str(word) for word in words)])


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def test_an_entry_is_begun_then_found_by_the_check(content: Path) -> None:
    assert content_command("new", "guide", "my-page", *NEW, "--sources", content).exit_code == 0

    assert "national/guide/my-page/en.md:1:" in content_command("check", content).stdout


def test_an_entry_that_is_there_is_not_begun_again(content: Path) -> None:
    result = content_command("new", "guide", "housing-help", *NEW, "--sources", content, "--json")

    assert result.exit_code == 3
    assert json.loads(result.stdout)["code"] == "there-already"


@pytest.mark.parametrize("entry_id", ["My Page", "../../etc", "-x y"])
def test_an_id_that_is_no_id_is_wrong_use(content: Path, entry_id: str) -> None:
    before = sorted(content.rglob("*"))

    assert content_command("new", "guide", entry_id, *NEW, "--sources", content).exit_code == 2
    assert sorted(content.rglob("*")) == before


def test_what_is_due_is_told_with_who_and_when(content: Path) -> None:
    entry(content, "guide/soon", facts=FACTS.replace("2027-05-18", "2026-11-20"))

    said = json.loads(content_command("due", "--sources", content, "--json").stdout)

    assert [(one["id"], one["owner"]) for one in said["due"]] == [("soon", "Head of resettlement")]
    assert said["late"] == 1


def test_confirming_makes_it_due_no_more(content: Path) -> None:
    entry(content, "guide/soon", facts=FACTS.replace("2027-05-18", "2026-11-20"))

    until = (london_day(datetime.now(UTC)) + timedelta(days=200)).isoformat()
    words = ("confirm", "soon", "--by", "Me", "--until", until, "--sources", content)

    assert content_command(*words).exit_code == 0

    said = json.loads(content_command("due", "--sources", content, "--json").stdout)
    assert said["due"] == []


def test_nothing_is_confirmed_when_one_of_the_entries_is_unknown(content: Path) -> None:
    facts = content / "national/guide/housing-help/facts.toml"
    before = facts.read_bytes()

    result = content_command(
        "confirm", "housing-help", "nowhere", "--by", "Me", "--sources", content
    )

    assert result.exit_code == 3
    assert facts.read_bytes() == before


def test_an_id_in_two_layers_wants_its_layer(content: Path) -> None:
    entry(content, layer="sites/mvx")
    words = ("confirm", "housing-help", "--by", "Me", "--sources", content)

    assert content_command(*words).exit_code == 3
    assert content_command(*words, "--layer", "sites/mvx").exit_code == 0


def test_a_day_that_is_no_day_is_wrong_use(content: Path) -> None:
    words = ("confirm", "housing-help", "--by", "Me", "--until", "31 February")

    assert content_command(*words, "--sources", content).exit_code == 2


def test_gaps_end_with_1_and_a_picture(content: Path, tmp_path: Path) -> None:
    picture = tmp_path / "coverage.png"

    result = content_command("coverage", "--sources", content, "--to", picture)

    assert result.exit_code == 1
    assert "Nothing on 'A place to live' for:" in result.stdout
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_an_area_that_is_not_on_the_list_is_wrong_use(content: Path) -> None:
    assert content_command("coverage", "--area", "atlantis", "--sources", content).exit_code == 2

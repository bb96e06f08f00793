"""Bringing in what others know, giving out what we know."""

import json
from pathlib import Path

import pytest

from tests.authoring.interchange.test_interchange import POSTING, SERVICE
from tests.builders.sources import sources
from tests.commands.test_authoring_commands import said, signpost


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def brought_in(content: Path, values: object, kind: str) -> list[str | Path]:
    file = content.parent / "from-others.json"
    file.write_text(json.dumps(values), encoding="utf-8")
    return [
        *("interchange", "import", file, "--as", kind, "--topic", "work-outside"),
        *("--source", "A list", "--by", "Employment lead", "--sources", content, "--json"),
    ]


def test_jobs_come_in_as_sources(content: Path) -> None:
    result = signpost(*brought_in(content, [POSTING], "jobs"))

    assert result.exit_code == 0
    assert (content / "national/vacancy/warehouse-worker-nights/en.md").is_file()
    assert signpost("content", "check", content).exit_code == 0


def test_what_is_there_already_is_a_finding(content: Path) -> None:
    words = brought_in(content, {"contents": [SERVICE]}, "services")
    assert signpost(*words).exit_code == 0

    again = signpost(*words)

    assert again.exit_code == 1
    entries = said(again)["entries"]
    assert isinstance(entries, list)
    assert entries[0]["outcome"] == "already-there"


def test_a_file_that_is_not_json_is_refused(content: Path) -> None:
    words = brought_in(content, [], "jobs")
    (content.parent / "from-others.json").write_text("no")

    assert signpost(*words).exit_code == 3


@pytest.mark.parametrize("kind", ["jobs", "services", "timetable"])
def test_each_format_goes_out(content: Path, kind: str) -> None:
    to = content.parent / "out"

    result = signpost("interchange", "export", "--as", kind, "--sources", content, "--to", to)

    assert result.exit_code == 0
    assert to.stat().st_size > 0


def test_the_week_of_an_unknown_prison_is_refused(content: Path) -> None:
    result = signpost(
        *("interchange", "export", "--as", "timetable", "--site", "XYZ"),
        *("--sources", content, "--to", content.parent / "out"),
    )

    assert result.exit_code == 3


def test_nothing_is_written_outside_the_sources(content: Path) -> None:
    words = brought_in(content, [POSTING], "jobs")

    assert signpost(*words, "--layer", "../elsewhere").exit_code == 2

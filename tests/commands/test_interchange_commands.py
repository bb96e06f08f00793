"""Bringing in what others know, giving out what we know."""

import json
from pathlib import Path

import pytest

from tests.authoring.interchange.test_hsds import SERVICE
from tests.authoring.interchange.test_postings import NAME, POSTING
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
        *(
            ()
            if kind != "jobs"
            else ("--fill", "occupation=warehouse", "--fill", "apply_with=adviser")
        ),
    ]


def test_jobs_come_in_as_sources(content: Path) -> None:
    result = signpost(*brought_in(content, [POSTING], "jobs"))

    assert result.exit_code == 0
    assert (content / "national/vacancy" / NAME / "en.md").is_file()
    assert signpost("content", "check", content).exit_code == 0


def test_what_is_there_already_and_says_otherwise_is_a_finding(content: Path) -> None:
    assert signpost(*brought_in(content, {"contents": [SERVICE]}, "services")).exit_code == 0
    other = {**SERVICE, "fees_description": "£5"}

    again = signpost(*brought_in(content, {"contents": [other]}, "services"))

    assert again.exit_code == 1
    rows = said(again)["rows"]
    assert isinstance(rows, list)
    assert rows[0]["outcome"] == "held"


def test_what_has_no_place_is_named(content: Path) -> None:
    result = signpost(*brought_in(content, [{**POSTING, "directApply": True}], "jobs"))

    assert said(result)["left_out"] == ["directApply"]


def test_what_a_list_never_says_is_named_with_what_to_do(content: Path) -> None:
    words = [word for word in brought_in(content, [POSTING, POSTING], "jobs") if word != "--json"]
    silent = words[: words.index("--fill")]

    result = signpost(*silent)

    assert "Nothing in it says apply_with, occupation: --fill apply_with=… says it" in result.output


@pytest.mark.parametrize("fill", ["occupation", "wage=12"])
def test_filling_a_column_that_is_none_is_wrong_use(content: Path, fill: str) -> None:
    assert signpost(*brought_in(content, [POSTING], "jobs"), "--fill", fill).exit_code == 2


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

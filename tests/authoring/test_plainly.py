"""Whatever an author writes wrongly, the check answers in plain words with a line."""

import re
from pathlib import Path

import pytest

from tests.builders.sources import FACTS, FORM, PAGE, checked, entry, sources

MACHINE = re.compile(r"Input should|String should|Extra input|Value error|validat|Traceback|Tuple")
"""Words of the library that reads the files; no author has to know it."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def told(root: Path) -> list[str]:
    """What the check says, without the hints; never in the words of a library."""
    said = [str(one) for one in checked(root).findings if one.severity == "must"]
    assert not [one for one in said if MACHINE.search(one)]
    return said


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ('colour = "blue"', "colour is no field that belongs here"),
        ('valid_to = "tomorrow"', "valid_to must be a day, as 2027-01-31"),
        ("valid_to = 2026-12-01T09:00:00", "valid_to must be a day"),
        ('removable = "no"', "removable must be true or false"),
        ('stages = "remand"', "stages must be a list"),
        ('stages = ["First Days"]', "stages.0 is a code of a list"),
        ('sensitivity = "secret"', "sensitivity must be one of these: 'open', 'private' or 'help'"),
        ("valid_from = 2027-01-02\nvalid_to = 2027-01-01", "cannot be: valid_to is before"),
    ],
)
def test_a_wrong_fact_is_told_plainly(root: Path, facts: str, words: str) -> None:
    entry(root, facts=f"{facts}\n{FACTS}")

    assert any(words in one for one in told(root)), told(root)


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ('[vacancy]\ntotal_job_openings = "two"', "total_job_openings must be a whole number"),
        ("[vacancy]\ntotal_job_openings = -1", "total_job_openings must be at least 0"),
        ('[vacancy]\nday_release = "perhaps"', "day_release must be one of these"),
        ("[vacancy]\nbase_salary = 12", "base_salary must be a table"),
        ('[vacancy]\nweekly_hours = "lots"', "weekly_hours is not written in the form"),
        ("[vacancy]\nemployer = 3", "employer must be words in quotes"),
    ],
)
def test_a_wrong_field_of_a_kind_is_told_plainly(root: Path, table: str, words: str) -> None:
    entry(root, "vacancy/job", more=f"\n{table}\n")

    assert any(words in one for one in told(root)), told(root)


@pytest.mark.parametrize("month", ["02-31", "13-01", "11-00"])
def test_a_day_that_does_not_exist_is_told_with_its_line(root: Path, month: str) -> None:
    entry(root, facts=FACTS.replace("2026-11-18", f"2026-{month}"))

    (one,) = told(root)

    assert one.startswith("national/guide/housing-help/facts.toml:2: ")


@pytest.mark.parametrize("name", ["facts.toml", "en.md"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_saved_by_windows_is_told_plainly(root: Path, name: str, encoding: str) -> None:
    file = root / "national/guide/housing-help" / name
    file.write_bytes(
        ("# caf\N{LATIN SMALL LETTER E WITH ACUTE}\n" + file.read_text()).encode(encoding)
    )

    assert any("This file is not UTF-8. Save it again as UTF-8." in one for one in told(root))


def test_a_file_with_the_mark_of_windows_is_told_plainly(root: Path) -> None:
    file = root / "national/guide/housing-help/facts.toml"
    file.write_bytes(b"\xef\xbb\xbf" + FACTS.encode())

    assert any("facts.toml:1: " in one for one in told(root))


def test_a_policy_saved_by_windows_is_told_plainly(root: Path) -> None:
    (root / "policy/stages.toml").write_bytes("# é\n".encode("cp1252"))

    assert any("policy/stages.toml:1: This file is not UTF-8." in one for one in told(root))


def test_a_question_that_can_never_be_asked_is_told_plainly(root: Path) -> None:
    form = FORM.replace('any_of = ["yes"]', 'any_of = ["perhaps"]')
    entry(root, "form/housing", more=form)

    (one, *_) = told(root)

    assert "Question 'second'" in one


def test_a_link_to_nothing_is_told_plainly(root: Path) -> None:
    entry(root, en=f"{PAGE}\n[](entry:gone)\n")

    (one,) = told(root)

    assert one == (
        "national/guide/housing-help/en.md:5: There is no entry 'gone' for everyone who sees this"
        " page. Mend the id, or write that entry."
    )


def test_a_picture_that_is_something_else_is_told_plainly(root: Path) -> None:
    folder = entry(root, en=f"{PAGE}\n![A door.](door.png)\n")
    (folder / "door.png").write_bytes(b"%PDF-1.7 not a picture")

    (one,) = told(root)

    assert one.startswith("national/guide/housing-help/en.md:5: ")
    assert "door.png" in one

"""What the check says of the fields of a kind."""

from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.findings import Severity
from tests.builders.sources import FACTS, PAGE, checked, entry, found, sources

JOB = '\n[vacancy]\nhiring_organization.en = "Hollin"\nconvictions = "unspent"\n'
WHERE = "national/vacancy/warehouse/facts.toml"
FIRST = len(FACTS.splitlines()) + 2
"""The line of the first table after the header."""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def job(root: Path, more: str = JOB, *, facts: str = FACTS, **pages: str) -> None:
    entry(root, "vacancy/warehouse", facts=facts, more=more, **pages)


def test_fields_that_are_right_have_no_findings(root: Path) -> None:
    job(root)

    assert found(root) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ('"unspent"', '"everything"', 2, "unknown-code"),
        ("convictions =", "conviction =", 2, "field"),
        ('"unspent"', '"unspent"\nweekly_hours = 40', 3, "field"),
        ('"unspent"', '"unspent"\nbase_salary = { unit = "hour" }', 3, "field"),
        ('"unspent"', '"unspent"\ncourses = ["no-such-course"]', 3, "link-to-nothing"),
        ('"unspent"', '"unspent"\nemployer = "nobody"', 3, "link-to-nothing"),
    ],
)
def test_fields_that_are_wrong_are_found_on_their_line(
    root: Path, old: str, new: str, line: int, code: str
) -> None:
    job(root, JOB.replace(old, new))

    assert found(root) == [(WHERE, FIRST + line, code)]


def test_a_kind_without_the_table_that_it_needs_is_found(root: Path) -> None:
    job(root, "")

    assert found(root) == [(WHERE, 1, "no-fields")]


def test_the_table_of_another_kind_is_found(root: Path) -> None:
    entry(root, more=JOB)

    assert [code for _, _, code in found(root)] == ["field"]


def test_words_that_a_language_lacks_are_found(root: Path) -> None:
    job(root, en=PAGE, cy="# Cymorth\n\nGall gweithiwr helpu.\n")

    assert found(root) == [(WHERE, FIRST + 1, "untranslated")]


@pytest.mark.parametrize(
    ("header", "ends"), [("", date(2027, 1, 15)), ("valid_to = 2027-01-01\n", date(2027, 1, 1))]
)
def test_an_entry_ends_no_later_than_its_fields_say(root: Path, header: str, ends: date) -> None:
    job(root, f"{JOB}valid_through = 2027-01-15\n", facts=header + FACTS)

    (written,) = [w for w in checked(root).sources.written if w.entry.id == "warehouse"]

    assert written.entry.valid_to == ends


def test_an_entry_knows_the_languages_it_is_written_in(root: Path) -> None:
    job(root, "\n[vacancy]\nminimum_wage = true\n", en=PAGE, cy="# Cymorth\n\nGair.\n")

    said = {w.entry.languages for w in checked(root).sources.written if w.entry.id == "warehouse"}

    assert said == {("cy", "en")}


@pytest.mark.parametrize(
    ("kind", "without", "within"),
    [
        ("employer", 'how_to_apply.en = "An adviser asks."\n', "consent_to_list = true\n"),
        ("story", 'pseudonym.en = "Dean"\n', 'consent.en = "S-014"\n'),
    ],
)
def test_who_is_named_without_a_yes_is_found_before_real_use(
    root: Path, kind: str, without: str, within: str
) -> None:
    table = f"\n[{kind}]\n{without}"
    entry(root, f"{kind}/somebody", more=table)
    missing = found(root, Severity.BEFORE_USE)

    entry(root, f"{kind}/somebody", more=table + within)

    assert [code for _, _, code in missing] == ["no-consent"]
    assert found(root, Severity.BEFORE_USE) == []

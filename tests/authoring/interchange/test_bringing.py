"""Every row of a table is judged first; bad ones are told, none is put in by half."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.bringing import Plan, bring
from admin_tools.authoring.interchange.judging import Judge, Outcome
from admin_tools.authoring.interchange.kinds import KINDS
from admin_tools.authoring.interchange.rows import NotReadable
from admin_tools.authoring.interchange.selecting import Selection
from admin_tools.authoring.interchange.table import Table
from tests.builders.brought import ORIGIN, brought, entry, names, told
from tests.builders.sources import found, sources
from tests.builders.tables import job, lines, table

SAMPLE = Path(__file__).with_name("vacancies.csv")
EMPLOYER = {
    "name": "Fable Boxes",
    "summary": "A firm that makes boxes.",
    "occupations": "factory | warehouse",
    "areas": "marlow-vale|Eastbrook",
    "convictions": "asked-later",
    "evidence_on": "18/11/2026",
    "consent_to_list": "yes",
}
GROUP = {
    "name": "Lantern Club",
    "summary": "Volunteers who help with letters.",
    "type": "charity",
    "role": "They come in on Mondays.",
    "phones": "0800 000 0000",
    "phones_free": "yes",
    "contract_ends": "2027-03-31",
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def of(content: Path, *rows: Mapping[str, str]) -> Path:
    return table(content.parent / "in.csv", *rows)


def test_a_good_row_becomes_a_page_that_the_check_takes(content: Path) -> None:
    assert brought(content, of(content, job())).written == 1

    assert names(content) == ["packer-fable-boxes"]
    assert found(content) == []


def test_every_field_of_a_vacancy_comes_in(content: Path) -> None:
    (content / "sites/mvx/course").mkdir()
    brought(content, SAMPLE, good_rows=True)

    about = entry(content, "yard-hand-tallow-timber").about
    assert about is not None
    empty = {name for name in type(about).model_fields if not getattr(about, name)}
    assert empty == {"employer", "inside", "courses"}


def test_the_sample_is_twelve_good_rows(content: Path) -> None:
    assert brought(content, SAMPLE).written == 12


BAD = [
    ({"closing_day": ""}, "closing_day", "There is no closing day."),
    ({"closing_day": "2026-11-21"}, "closing_day", "It closed on 2026-11-21."),
    ({"closing_day": "31/02/2027"}, "closing_day", "There is no day “31/02/2027”."),
    ({"closing_day": "soon"}, "closing_day", "“soon” is no day."),
    ({"pay_from": "-12.71"}, "pay_from", "It is under nothing."),
    ({"pay_from": "good"}, "pay_from", "“good” is no amount."),
    ({"pay_to": "11.00"}, "pay_to", "It is less than pay_from."),
    ({"pay_per": ""}, "pay_per", "It does not say how often."),
    ({"occupation": "wizard"}, "occupation", "“wizard” is not known."),
    ({"area": "atlantis"}, "area", "“atlantis” is not known."),
    ({"area": ""}, "area", "It is empty."),
    ({"title": ""}, "title", "It is empty."),
    ({"hours": "200"}, "hours", "“200” is no number of hours a week."),
    (
        {"apply_with": "yourself", "how_to_apply": "Apply at www.fable.example"},
        "apply_with",
        "The only way is over the web.",
    ),
    (
        {"apply_with": "", "how_to_apply": "Ring 01632 960 123"},
        "apply_with",
        "The only way is by telephone.",
    ),
    ({"summary": "An inmate packs."}, "page", "We never say 'inmate'."),
]


@pytest.mark.parametrize(("changes", "field", "problem"), BAD)
def test_what_is_wrong_with_a_row_is_told_with_its_number_and_field(
    content: Path, changes: dict[str, str], field: str, problem: str
) -> None:
    result = brought(content, of(content, job(title="Cleaner"), job(**changes)))

    assert (3, field, problem) in told(result)
    assert names(content) == []


def test_a_way_on_paper_beside_the_web_is_enough(content: Path) -> None:
    row = job(apply_with="yourself", how_to_apply="Online, or on paper by letter.")

    assert brought(content, of(content, row)).written == 1


def test_a_vacancy_without_a_closing_day_may_keep_on_looking(content: Path) -> None:
    assert brought(content, of(content, job(closing_day="", keeps_looking="yes"))).written == 1


@pytest.mark.parametrize("changes", [{}, {"title": "Loader", "reference": "R1"}])
def test_what_stands_twice_in_the_file_is_told(content: Path, changes: dict[str, str]) -> None:
    first = job(reference="R1")

    result = brought(content, of(content, first, {**first, **changes}))

    (problem,) = result.rows[1].problems
    assert problem.problem == "Row 2 is the same one."
    assert names(content) == []


def test_one_bad_row_keeps_all_out(content: Path) -> None:
    assert brought(content, of(content, job(), job(title=""))).written == 0

    assert names(content) == []


def test_good_rows_come_in_without_the_bad_ones_where_that_is_wished(content: Path) -> None:
    file = of(content, job(), job(title="Other", area="atlantis"))

    assert brought(content, file, good_rows=True).written == 1
    assert names(content) == ["packer-fable-boxes"]


def test_a_thousand_bad_rows_are_each_told_and_nothing_is_written(content: Path) -> None:
    rows = [job(**BAD[n % 14][0], reference=f"R{n}") for n in range(1_000)]
    before = sorted(content.rglob("*"))

    result = brought(content, of(content, *rows), good_rows=True)

    assert result.count(Outcome.BAD) == 1_000
    assert all(one.problems for one in result.rows)
    assert {one.row.number for one in result.rows} == set(range(2, 1_002))
    assert sorted(content.rglob("*")) == before


def test_a_rehearsal_tells_everything_and_writes_nothing(content: Path) -> None:
    before = sorted(content.parent.rglob("*"))
    file = of(content, job(), job(title=""))

    result = brought(content, file, rehearsal=True)

    assert (result.count(Outcome.GOOD), result.count(Outcome.BAD)) == (1, 1)
    assert sorted(content.parent.rglob("*")) == sorted([*before, file])


def test_what_is_there_and_says_the_same_is_left(content: Path) -> None:
    brought(content, of(content, job()))

    again = brought(content, of(content, job()))

    assert (again.written, again.count(Outcome.THERE), again.held) == (0, 1, None)


def test_the_form_that_our_page_leads_to_is_no_other_word(content: Path) -> None:
    brought(content, of(content, job()))
    page = content / "sites/mvx/vacancy/packer-fable-boxes/en.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n[](ask:work)\n", encoding="utf-8")

    assert brought(content, of(content, job())).count(Outcome.THERE) == 1


def test_what_is_there_and_says_otherwise_is_held_for_a_person(content: Path) -> None:
    brought(content, of(content, job()))
    page = content / "sites/mvx/vacancy/packer-fable-boxes/facts.toml"
    before = page.read_bytes()

    again = brought(content, of(content, job(pay_from="13.50"), job(title="New one")))

    assert again.rows[0].held == (
        "sites/mvx/vacancy/packer-fable-boxes/en.md says otherwise: base_salary"
    )
    assert page.read_bytes() == before
    assert names(content) == ["new-one-fable-boxes", "packer-fable-boxes"]


def test_a_held_row_can_be_read_again_with_its_reason(content: Path) -> None:
    brought(content, of(content, job()))

    held = brought(content, of(content, job(pay_from="13.50"))).held

    assert held is not None
    (row,) = Table(held).rows()
    assert (row.cells["row"], row.cells["pay_from"]) == ("2", "13.50")
    assert "base_salary" in row.cells["why"]


def test_a_file_of_held_rows_is_never_written_over(content: Path) -> None:
    brought(content, of(content, job()))
    first = brought(content, of(content, job(pay_from="13.50"))).held

    second = brought(content, of(content, job(pay_from="13.60"))).held

    assert second != first


def test_the_same_reference_under_another_name_is_held(content: Path) -> None:
    brought(content, of(content, job(reference="R1")))

    again = brought(content, of(content, job(title="Box maker", reference="R1")))

    assert again.rows[0].held == "packer-fable-boxes has the same reference"


def test_a_file_that_breaks_off_puts_nothing_in(content: Path) -> None:
    file = table(content.parent / "in.csv", job(), job(title="Café hand"), coding="cp1252")

    with pytest.raises(NotReadable):
        brought(content, file)

    assert names(content) == []


def test_a_table_without_the_columns_that_are_needed_is_refused(content: Path) -> None:
    file = lines(content.parent / "in.csv", ("title", "pay"), ("Packer", "12"))

    with pytest.raises(NotReadable, match="summary, employer, occupation"):
        brought(content, file)


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        (Selection(areas=frozenset({"northgate"})), ["Cook"]),
        (Selection(occupations=frozenset({"warehouse"})), ["Packer"]),
        (Selection(after=date(2027, 2, 1)), ["Cook"]),
        (Selection(before=date(2027, 1, 31)), ["Packer"]),
    ],
)
def test_only_what_is_wanted_comes_in(content: Path, selection: Selection, left: list[str]) -> None:
    cook = job(title="Cook", occupation="cooking", area="Northgate", closing_day="2027-02-20")

    result = brought(content, of(content, job(), cook), "jobs", selection)

    assert [one.row.cells["title"] for one in result.rows] == left
    assert (result.written, result.outside) == (1, 1)


def test_what_cannot_be_read_is_not_left_out_quietly(content: Path) -> None:
    selection = Selection(areas=frozenset({"northgate"}))

    result = brought(content, of(content, job(area="atlantis")), "jobs", selection)

    assert result.count(Outcome.BAD) == 1


def test_a_table_of_a_whole_country_is_turned_away_before_it_fills_the_disk(content: Path) -> None:
    file = of(content, job(), job(title="Cleaner"), job(title="Cook"))
    plan = Plan(content, "sites/mvx", content.parent / "held.csv", most=2)
    judge = Judge(KINDS["jobs"], content, "sites/mvx", ORIGIN)

    with pytest.raises(NotReadable, match="More than 2 of its rows are wanted"):
        bring(judge, Table(file), Selection(), plan, lambda: None)

    assert names(content) == []
    assert not [one for one in content.iterdir() if one.name.startswith(".bringing")]


def test_employers_come_in(content: Path) -> None:
    assert brought(content, of(content, EMPLOYER), "employers").written == 1

    assert found(content) == []
    assert entry(content, "fable-boxes").areas == ("marlow-vale", "eastbrook")


def test_organisations_come_in(content: Path) -> None:
    assert brought(content, of(content, GROUP), "organisations").written == 1

    assert found(content) == []


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"role": ""}, "The only way is by telephone."),
        ({"contract_ends": "2026-03-31"}, "It ended on 2026-03-31."),
        ({"type": "club"}, "“club” is not known."),
    ],
)
def test_an_organisation_that_cannot_be_reached_or_is_over_is_told(
    content: Path, changes: dict[str, str], problem: str
) -> None:
    result = brought(content, of(content, {**GROUP, **changes}), "organisations")

    assert problem in [one.problem for one in result.rows[0].problems]
    assert names(content, "organisation") == []

"""Half a million vacancies cannot travel: what stays behind is counted with its reason."""

from pathlib import Path

import pytest

from admin_tools.publishing.travelling import Chosen, travelling
from tests.builders.sources import FACTS, TODAY, checked, entry, found, sources

AREAS = 'areas = ["marlow-vale", "eastbrook", "northgate", "westholt", "southmere", "hill-towns"]'


@pytest.fixture
def content(tmp_path: Path) -> Path:
    root = sources(tmp_path / "content")
    assert AREAS in (root / "sites/mvx/profile.toml").read_text(encoding="utf-8")
    wants(root)
    return root


def wants(root: Path, *rules: str) -> None:
    (root / "policy/travels.toml").write_text("\n".join(rules) + "\n", encoding="utf-8")


def vacancy(
    root: Path, name: str, area: str = "northgate", layer: str = "national", **fields: str
) -> None:
    said = {"hiring_organization": '{ en = "Fable" }', **fields}
    lines = "".join(f"{field} = {value}\n" for field, value in said.items())
    facts = f'areas = ["{area}"]\n{FACTS}' if area else FACTS
    more = f"\n[vacancy]\n{lines}"
    entry(root, f"vacancy/{name}", layer=layer, facts=facts, more=more, en=f"# {name}\n\nA job.\n")


def chosen(root: Path) -> Chosen:
    assert found(root) == []
    return travelling(checked(root).sources, TODAY)


def travel(root: Path) -> list[str]:
    return [one.entry.id for one in chosen(root).sources.written if one.entry.kind == "vacancy"]


def test_without_rules_everything_travels(content: Path) -> None:
    vacancy(content, "far", "north-wales")

    assert travel(content) == ["far"]
    assert list(chosen(content).lines()) == []


def test_only_jobs_where_people_go_travel(content: Path) -> None:
    wants(content, "release_areas = true")
    for area in ("northgate", "north-wales", "anywhere", ""):
        vacancy(content, area or "none", area)

    assert travel(content) == ["anywhere", "none", "northgate"]
    assert list(chosen(content).lines()) == [
        "Vacancies that stay behind, by policy/travels.toml: 1 of 4.",
        "  outside the areas where people go: 1",
    ]


def test_areas_beside_them_may_be_named(content: Path) -> None:
    wants(content, "release_areas = true", 'areas = ["north-wales"]')
    vacancy(content, "far", "north-wales")

    assert travel(content) == ["far"]


def test_the_jobs_of_a_prison_are_chosen_too(content: Path) -> None:
    wants(content, "release_areas = true")
    vacancy(content, "near", layer="sites/mvx")
    vacancy(content, "far", "south-wales", "sites/mvx")

    assert travel(content) == ["near"]


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ('occupations = ["cooking"]', "other kinds of work"),
        ("closes_from = 3", "close before a stick is there"),
        ("closes_within = 1", "close too late"),
    ],
)
def test_work_and_closing_day_choose(content: Path, rule: str, reason: str) -> None:
    wants(content, rule)
    fields = {"valid_through": "2026-11-24", "occupational_category": '"warehouse"'}
    vacancy(content, "packer", **fields)
    vacancy(content, "open")

    assert travel(content) == ["open"]
    assert chosen(content).left_out == ((reason, 1),)


def test_of_too_many_the_nearest_travel(content: Path) -> None:
    wants(content, "most = 2")
    vacancy(content, "a-far", "north-wales")
    vacancy(content, "b-near", "marlow-vale")
    vacancy(content, "c-later", "eastbrook", valid_through="2027-03-01")
    vacancy(content, "d-sooner", "eastbrook", valid_through="2027-01-01")

    assert travel(content) == ["b-near", "d-sooner"]
    assert chosen(content).left_out == (("more than may travel", 2),)


def test_a_job_that_stays_behind_stays_in_every_language(content: Path) -> None:
    wants(content, "release_areas = true")
    vacancy(content, "far", "north-wales")
    page = content / "national/vacancy/far"
    (page / "cy.md").write_text("# Pell\n\nSwydd.\n", encoding="utf-8")
    facts = (page / "facts.toml").read_text(encoding="utf-8")
    (page / "facts.toml").write_text(facts.replace('"Fable" }', '"Fable", cy = "Fable" }'))

    assert travel(content) == []
    assert chosen(content).of == 1


@pytest.mark.parametrize("rule", ['areas = ["atlantis"]', 'occupations = ["wizard"]'])
def test_a_wish_that_is_in_no_list_is_a_finding(content: Path, rule: str) -> None:
    wants(content, rule)

    assert found(content) == [("policy/travels.toml", 1, "code")]


def test_a_rule_that_nobody_knows_is_a_finding(content: Path) -> None:
    wants(content, "closes = 3")

    assert [(file, code) for file, _, code in found(content)] == [("policy/travels.toml", "field")]

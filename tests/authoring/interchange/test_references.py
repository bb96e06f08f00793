"""A posting that names its firm and its place by their ids."""

from pathlib import Path

from admin_tools.authoring.interchange.references import DEEP, FOLLOWED, joined
from tests.authoring.interchange.test_postings import POSTING, SAID
from tests.builders.brought import as_json, brought, entry, names, told
from tests.builders.sources import sources

FIRM = {"@id": "#firm", "@type": "Organization", "name": "Hollin Parcels"}
PLACE = {
    "@id": "#place",
    "@type": "Place",
    "address": {"@type": "PostalAddress", "addressLocality": "Northgate"},
}
BY_ID = {
    **POSTING,
    "hiringOrganization": {"@id": "#firm"},
    "jobLocation": [{"@type": "Place", "@id": "#place"}],
}


def whole(folder: Path, *graph: object) -> list[object]:
    """Every entry of one graph."""
    return list(joined(as_json(folder / "jobs.json", {"@graph": list(graph)}), ("@graph",)))


def test_a_job_comes_in_with_the_firm_that_stands_beside_it(tmp_path: Path) -> None:
    content = sources(tmp_path / "content")
    file = as_json(tmp_path / "jobs.json", {"@graph": [BY_ID, FIRM, PLACE]})

    result = brought(content, file, fill=SAID)

    (name,) = names(content)
    came = entry(content, name)
    assert told(result) == []
    assert came.areas == ("northgate",)
    assert getattr(came.about, "hiring_organization", "") == "Hollin Parcels"


def test_a_firm_that_is_told_inside_one_posting_is_meant_by_the_others(tmp_path: Path) -> None:
    first, second = {"hiringOrganization": FIRM}, {"hiringOrganization": {"@id": "#firm"}}

    assert whole(tmp_path, first, second)[1] == {"hiringOrganization": FIRM}


def test_what_refers_to_nothing_in_the_file_stays_and_the_row_says_what_is_missing(
    tmp_path: Path,
) -> None:
    content = sources(tmp_path / "content")
    file = as_json(tmp_path / "jobs.json", {"@graph": [BY_ID, PLACE]})

    result = brought(content, file, fill=SAID)

    assert names(content) == []
    assert any("employer" in one for one in map(str, told(result)))


def test_a_circle_ends(tmp_path: Path) -> None:
    one, other = {"@id": "#a", "next": {"@id": "#b"}}, {"@id": "#b", "next": {"@id": "#a"}}

    value: object = whole(tmp_path, one, other)[0]
    steps = 0
    while isinstance(value, dict) and "next" in value:
        value, steps = value["next"], steps + 1

    assert 1 < steps <= DEEP + 1


def test_a_file_that_blows_itself_up_is_cut_short(tmp_path: Path) -> None:
    many = [{"@id": f"#{n}", "name": "x", "all": [{"@id": f"#{n + 1}"}] * 90} for n in range(4)]

    text = str(whole(tmp_path, *many)[0])

    assert text.count("'name'") == FOLLOWED + 1


def test_only_so_many_things_are_kept(tmp_path: Path) -> None:
    file = as_json(tmp_path / "jobs.json", [FIRM, PLACE, {"jobLocation": {"@id": "#place"}}])

    firm, _, job = joined(file, (), most=1)

    assert firm == FIRM
    assert job == {"jobLocation": {"@id": "#place"}}


def test_deep_nesting_is_left_as_it_is(tmp_path: Path) -> None:
    deep: object = {"@id": "#firm"}
    for _ in range(60):
        deep = {"in": deep}

    assert whole(tmp_path, {"deep": deep}, FIRM)[0] == {"deep": deep}

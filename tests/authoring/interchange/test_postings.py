"""Vacancies from and to schema.org JobPosting, by the same road as a table."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.judging import Outcome
from admin_tools.authoring.interchange.objects import Objects
from admin_tools.authoring.interchange.postings_in import FORM, from_posting
from admin_tools.authoring.interchange.postings_out import to_posting
from admin_tools.authoring.interchange.rows import NotReadable
from admin_tools.authoring.interchange.selecting import Selection
from admin_tools.authoring.interchange.streaming import CHUNK, LONGEST, values
from kiosk.exchange.kinds.vacancy import Vacancy
from tests.builders.brought import as_json, brought, entry, names, told
from tests.builders.sources import found, sources

SAMPLE = Path(__file__).with_name("vacancies.csv")
POSTING: Mapping[str, object] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Warehouse worker (nights)",
    "description": "You pick and pack.\nYou get boots.",
    "hiringOrganization": {"@type": "Organization", "name": "Hollin Parcels"},
    "jobLocation": {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressLocality": "Northgate"},
    },
    "baseSalary": {
        "@type": "MonetaryAmount",
        "currency": "GBP",
        "value": {"@type": "QuantitativeValue", "value": 12.71, "unitText": "HOUR"},
    },
    "workHours": "40 hours a week",
    "jobStartDate": "2027-01-04",
    "validThrough": "2026-12-15",
}
SAID = {"occupation": "warehouse", "apply_with": "adviser"}
"""What an author says of a list that never says it."""
NAME = "warehouse-worker-nights-hollin-parcels"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def posted(content: Path, *postings: Mapping[str, object]) -> Path:
    return as_json(content.parent / "jobs.json", list(postings))


def test_a_job_that_came_in_goes_out_the_same(content: Path) -> None:
    brought(content, posted(content, POSTING), fill=SAID)

    out = to_posting(entry(content, NAME))

    same = set(POSTING) - {"@context"}
    assert {name: out[name] for name in same} == {name: POSTING[name] for name in same}
    assert found(content) == []


def test_a_job_that_came_in_ends_on_its_last_day_and_is_not_verified(content: Path) -> None:
    brought(content, posted(content, POSTING), fill=SAID)

    came = entry(content, NAME)
    assert (came.valid_to, came.ages) == (date(2026, 12, 15), "vanish")
    assert not came.source.verified
    assert came.areas == ("northgate",)


def test_every_field_of_a_job_survives_going_out_and_coming_back(
    content: Path, tmp_path: Path
) -> None:
    brought(content, SAMPLE)
    first = [entry(content, name) for name in names(content)]
    postings = json.loads(json.dumps([to_posting(one) for one in first]))

    elsewhere = sources(tmp_path / "elsewhere" / "content")
    result = brought(elsewhere, as_json(tmp_path / "out.json", postings))

    assert told(result) == []
    filled = {name for one in first for name in Vacancy.model_fields if getattr(one.about, name)}
    assert filled >= set(Vacancy.model_fields) - {"employer", "inside", "courses"}
    again = [entry(elsewhere, name) for name in names(elsewhere)]
    whole = {"about", "title", "summary", "blocks", "areas", "synonyms", "checked_on", "id"}
    assert [one.model_dump(include=whole) for one in again] == [
        one.model_dump(include=whole) for one in first
    ]


GRAPH = {"@context": "https://schema.org", "@graph": [{"@type": "Organization"}, POSTING]}
ITEMS = {
    "@type": "ItemList",
    "itemListElement": [{"@type": "ListItem", "position": 1, "item": POSTING}],
}


@pytest.mark.parametrize("value", [POSTING, [POSTING], GRAPH, ITEMS])
def test_a_job_is_found_alone_in_a_list_in_a_graph_and_in_an_item_list(
    content: Path, value: object
) -> None:
    file = as_json(content.parent / "jobs.json", value)

    assert brought(content, file, fill=SAID).written == 1


def test_what_stands_beside_the_jobs_is_passed_over_and_counted(content: Path) -> None:
    read = Objects(as_json(content.parent / "jobs.json", GRAPH), FORM)

    assert len(list(read.rows())) == 1
    assert list(read.remarks) == ["What is something else was passed over (1)."]


def test_one_line_that_is_no_json_is_told_and_the_others_come_in(content: Path) -> None:
    file = content.parent / "jobs.ndjson"
    lines = [json.dumps(POSTING), "{broken", json.dumps({**POSTING, "title": "Packer"})]
    file.write_text("\n".join(lines), encoding="utf-8")

    result = brought(content, file, fill=SAID, good_rows=True)

    assert told(result) == [(2, "vacancy", "It is no JSON.")]
    assert result.written == 2


BAD: list[tuple[dict[str, object], str, str]] = [
    ({"validThrough": "2027-02-31"}, "closing_day", "There is no day “2027-02-31”."),
    ({"validThrough": "2026-11-21T23:59:59Z"}, "closing_day", "It closed on 2026-11-21."),
    ({"title": None}, "title", "It is empty."),
    ({"description": ["a"]}, "summary", "It is empty."),
    ({"hiringOrganization": 3}, "employer", "It is empty."),
    ({"jobLocation": {"address": "Atlantis"}}, "area", "It is empty."),
    ({"baseSalary": {"currency": "EUR", "value": 9}}, "pay_from", "“9 EUR” is no amount."),
    ({"totalJobOpenings": -4}, "openings", "“-4” is no number of them."),
    ({"description": "An inmate packs."}, "page", "We never say 'inmate'."),
]


@pytest.mark.parametrize(("changes", "field", "problem"), BAD)
def test_what_is_wrong_with_a_job_is_told_with_its_number_and_field(
    content: Path, changes: dict[str, object], field: str, problem: str
) -> None:
    file = posted(content, {**POSTING, "title": "Cleaner"}, {**POSTING, **changes})

    result = brought(content, file, fill=SAID)

    assert (2, field, problem) in told(result)
    assert names(content) == []


def test_a_thousand_bad_jobs_are_each_told_and_nothing_is_written(content: Path) -> None:
    jobs = [{**POSTING, **BAD[n % 8][0], "identifier": f"R{n}"} for n in range(1_000)]
    before = sorted(content.rglob("*"))

    result = brought(content, posted(content, *jobs), fill=SAID, good_rows=True)

    assert result.count(Outcome.BAD) == 1_000
    assert {row for row, _, _ in told(result)} == set(range(1, 1_001))
    assert sorted(content.rglob("*")) == before


def test_a_job_that_says_otherwise_than_ours_is_held(content: Path) -> None:
    brought(content, posted(content, POSTING), fill=SAID)
    page = content / "sites/mvx/vacancy" / NAME / "facts.toml"
    before = page.read_bytes()

    again = brought(
        content, posted(content, {**POSTING, "workHours": "20 hours a week"}), fill=SAID
    )

    assert again.rows[0].held.endswith("says otherwise: weekly_hours")
    assert page.read_bytes() == before
    assert again.held is not None
    assert brought(content, again.held, fill=SAID).count(Outcome.HELD) == 1


def test_a_job_elsewhere_is_not_of_what_was_wanted(content: Path) -> None:
    far = {**POSTING, "jobLocation": {"address": {"addressLocality": "Far Away"}}}
    selection = Selection(areas=frozenset({"northgate"}))

    result = brought(content, posted(content, far, POSTING), selection=selection, fill=SAID)

    assert (result.written, result.outside) == (1, 1)


def test_what_has_no_place_here_is_named() -> None:
    cut = from_posting({**POSTING, "directApply": True, "employmentType": ["FULL_TIME"]})

    assert cut.left_out == ["directApply", "employmentType"]


def test_of_html_only_the_words_come_in() -> None:
    html = "<p>You pick &amp; pack.</p><script>bad()</script><ul><li>Boots</li></ul>"

    cells = from_posting({**POSTING, "description": html}).cells

    assert (cells["summary"], cells["description"]) == ("You pick & pack.", "Boots")


def test_a_long_description_is_summed_up_by_its_first_sentence() -> None:
    long = "You pick and pack at night. " + "Words and more words. " * 30

    cells = from_posting({**POSTING, "description": long}).cells

    assert cells["summary"] == "You pick and pack at night."
    assert cells["description"].startswith("Words and more words.")


@pytest.mark.parametrize(
    "words",
    ["1. Be on time", "- a dash", "# shouting", "a *star* [x] `y`", "> quoted"],
)
def test_words_of_others_are_never_taken_for_markdown(content: Path, words: str) -> None:
    file = posted(content, {**POSTING, "description": f"{words}\n{words}"})

    assert told(brought(content, file, fill=SAID)) == []

    came = entry(content, NAME)
    assert came.summary == words
    assert came.blocks[0].model_dump()["text"] == words


@pytest.mark.parametrize("data", [b"", b"not json", b"3", b'[{"title": "a"}', b'["\xe9"]'])
def test_a_file_that_is_no_json_is_refused(content: Path, data: bytes) -> None:
    (content.parent / "jobs.json").write_bytes(data)

    with pytest.raises(NotReadable):
        brought(content, content.parent / "jobs.json")


def test_what_is_no_object_in_a_list_is_told(content: Path) -> None:
    file = as_json(content.parent / "jobs.json", [3, POSTING])

    assert (1, "vacancy", "It is no object of JSON.") in told(brought(content, file, fill=SAID))


def test_a_list_longer_than_what_is_read_at_once_is_read_to_its_end(content: Path) -> None:
    many = [{"n": n, "words": "ŵ" * 100} for n in range(CHUNK // 50)]
    file = as_json(content.parent / "long.json", {"total": 123456, "@graph": many})

    assert list(values(file, ("@graph",))) == many


def test_an_entry_without_an_end_is_refused_before_it_fills_the_memory(content: Path) -> None:
    file = content.parent / "endless.json"
    file.write_text('[{"a": "' + "x" * (LONGEST + 200_000), encoding="utf-8")

    with pytest.raises(NotReadable, match="no JSON after 1 of its entries"):
        list(values(file, ()))

"""From a page about work to everything else about the same work, without a link by hand."""

from pathlib import Path

import pytest

from kiosk.catalogue.alike import MOST, Alike
from kiosk.catalogue.groups import What
from kiosk.catalogue.lists import Lists
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.about import FIELDS
from tests.builders.exchange import an_entry
from tests.builders.stores import a_catalogue, a_publication

FIELD = {Kind.VACANCY: "occupational_category"}


def about_work(kind: Kind, *work: str, entry_id: str = "") -> Entry:
    codes = {FIELD[kind]: work[0]} if kind in FIELD else {"occupations": work}
    about = FIELDS[kind].model_validate(codes)
    return an_entry(entry_id or kind.value, kind=kind).model_copy(update={"about": about})


def leads(folder: Path, entry: Entry, *others: Entry) -> list[tuple[str, str]]:
    catalogue = a_catalogue(folder, a_publication(entry, *others))
    return [(one.what, one.work) for one in catalogue.alike(entry, "en")]


@pytest.mark.parametrize(
    ("kind", "other", "what"),
    [
        (Kind.COURSE, Kind.VACANCY, What.JOBS),
        (Kind.COURSE, Kind.EMPLOYER, What.EMPLOYERS),
        (Kind.VACANCY, Kind.COURSE, What.COURSES),
        (Kind.VACANCY, Kind.LABOUR_MARKET, What.EMPLOYERS),
        (Kind.LABOUR_MARKET, Kind.VACANCY, What.JOBS),
        (Kind.LABOUR_MARKET, Kind.COURSE, What.COURSES),
        (Kind.EMPLOYER, Kind.VACANCY, What.JOBS),
        (Kind.STORY, Kind.VACANCY, What.JOBS),
    ],
)
def test_the_same_work_is_enough(tmp_path: Path, kind: Kind, other: Kind, what: What) -> None:
    entry = about_work(kind, "building")

    assert leads(tmp_path, entry, about_work(other, "building")) == [(what, "building")]


def test_jobs_like_this_one_are_others(tmp_path: Path) -> None:
    job = about_work(Kind.VACANCY, "building")

    assert leads(tmp_path, job) == []
    assert leads(tmp_path, job, about_work(Kind.VACANCY, "building", entry_id="other")) == [
        (What.JOBS, "building")
    ]


def test_other_work_is_not_alike(tmp_path: Path) -> None:
    course = about_work(Kind.COURSE, "building")

    assert leads(tmp_path, course, about_work(Kind.VACANCY, "driving")) == []


def test_a_job_that_closed_leads_nowhere(tmp_path: Path) -> None:
    closed = about_work(Kind.VACANCY, "building").model_copy(
        update={"valid_to": an_entry().checked_on}
    )

    assert leads(tmp_path, about_work(Kind.COURSE, "building"), closed) == []


def test_a_page_of_much_work_leads_to_its_first_kinds_only(tmp_path: Path) -> None:
    works = ("building", "driving", "kitchen", "care")
    page = about_work(Kind.LABOUR_MARKET, *works)
    jobs = [about_work(Kind.VACANCY, work, entry_id=f"job-{work}") for work in works]

    assert [work for _, work in leads(tmp_path, page, *jobs)] == list(works[:MOST])


def test_the_list_that_it_leads_to_holds_them(tmp_path: Path) -> None:
    jobs = [about_work(Kind.VACANCY, "building", entry_id=f"job-{n}") for n in range(30)]
    catalogue = a_catalogue(tmp_path, a_publication(*jobs))

    rows = Lists(catalogue).find(Alike(What.JOBS, "building").choices, "en").rows

    assert len(rows) == len(jobs)

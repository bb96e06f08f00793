"""Choices leave what fits all of them, nearest first."""

from datetime import date
from pathlib import Path

from kiosk.catalogue.groups import By, Choices, What
from kiosk.catalogue.lists import PAGE, Lists
from kiosk.exchange import canonical
from kiosk.exchange.distances import Distance, Distances
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.employer import Employer
from kiosk.exchange.kinds.fields import Pay
from kiosk.exchange.kinds.housing import Housing
from kiosk.exchange.kinds.vacancy import Vacancy
from tests.builders.exchange import an_entry
from tests.builders.stores import a_catalogue, a_publication

MILES = Distances(
    near=30,
    distances=(
        Distance(between=("northgate", "eastbrook"), miles=12),
        Distance(between=("westholt", "northgate"), miles=9),
        Distance(between=("northgate", "south-wales"), miles=90),
    ),
)
JOBS = Choices({By.WHAT: What.JOBS})


def a_job(entry_id: str, *areas: str, **fields: object) -> Entry:
    plain = {"title": entry_id, "areas": areas, **fields}
    return an_entry(entry_id, kind=Kind.VACANCY).model_copy(update=plain)


def a_home(entry_id: str, settled: str) -> Entry:
    about = Housing.model_validate({"housing_type": "shared", "settled": settled})
    plain = {"title": entry_id, "about": about}
    return an_entry(entry_id, kind=Kind.HOUSING).model_copy(update=plain)


def some_lists(folder: Path, *entries: Entry) -> Lists:
    distances = canonical.dump(MILES)
    publication = a_publication(*entries, policy__distances_dot_json=distances)
    return Lists(a_catalogue(folder, publication))


def ids(lists: Lists, choices: Choices, skip: int = 0) -> list[str]:
    return [row.card.id for row in lists.find(choices, "en", skip).rows]


def test_only_what_is_looked_for_is_listed(tmp_path: Path) -> None:
    lists = some_lists(tmp_path, a_job("job"), an_entry("guide", kind=Kind.GUIDE))

    assert ids(lists, JOBS) == ["job"]


def test_the_chosen_area_comes_first_then_nearer_ones(tmp_path: Path) -> None:
    jobs = (a_job("a", "eastbrook"), a_job("b", "westholt"), a_job("c", "northgate"))
    lists = some_lists(tmp_path, *jobs)

    rows = lists.find(JOBS.with_(By.PLACE, "northgate"), "en").rows

    assert [(row.card.id, row.miles) for row in rows] == [("c", 0), ("b", 9), ("a", 12)]


def test_what_is_far_away_is_left_out(tmp_path: Path) -> None:
    lists = some_lists(tmp_path, a_job("far", "south-wales"), a_job("unknown", "hill-towns"))

    assert ids(lists, JOBS.with_(By.PLACE, "northgate")) == []


def test_what_is_bound_to_no_area_stands_after_what_is_near(tmp_path: Path) -> None:
    lists = some_lists(tmp_path, a_job("a-anywhere"), a_job("b-near", "eastbrook"))

    assert ids(lists, JOBS.with_(By.PLACE, "northgate")) == ["b-near", "a-anywhere"]


def test_an_entry_in_two_near_areas_stands_once(tmp_path: Path) -> None:
    lists = some_lists(tmp_path, a_job("both", "northgate", "eastbrook"))

    assert ids(lists, JOBS.with_(By.PLACE, "eastbrook")) == ["both"]


def test_every_choice_must_fit(tmp_path: Path) -> None:
    fits = a_job("fits", pathways=("work",), stages=("twelve-weeks",))
    other = a_job("other-stage", pathways=("work",), stages=("remand",))
    lists = some_lists(tmp_path, fits, other)
    choices = JOBS.with_(By.NEED, "work").with_(By.STAGE, "twelve-weeks")

    assert ids(lists, choices) == ["fits"]


def test_what_somebody_runs_is_found_by_who_runs_it(tmp_path: Path) -> None:
    mine = a_job("mine", about=Vacancy(employer="bakers"))
    lists = some_lists(tmp_path, mine, a_job("theirs", about=Vacancy(employer="roofers")))

    assert ids(lists, JOBS.with_(By.PROVIDER, "bakers")) == ["mine"]


def test_a_job_that_closed_is_not_listed(tmp_path: Path) -> None:
    closed = a_job("closed", valid_to=date(2026, 11, 21))
    lists = some_lists(tmp_path, closed, a_job("open", valid_to=date(2026, 11, 22)))

    assert ids(lists, JOBS) == ["open"]


def test_settled_homes_stand_before_beds_for_some_nights(tmp_path: Path) -> None:
    homes = (a_home("a-bed", "emergency"), a_home("b-room", "short"), a_home("c-home", "settled"))
    lists = some_lists(tmp_path, *homes)

    assert ids(lists, Choices({By.WHAT: What.HOMES})) == ["c-home", "b-room", "a-bed"]


def test_employers_who_take_people_with_a_record_stand_first(tmp_path: Path) -> None:
    def employer(entry_id: str, *, takes: bool) -> Entry:
        plain = {"title": entry_id, "about": Employer(open_to_records=takes)}
        return an_entry(entry_id, kind=Kind.EMPLOYER).model_copy(update=plain)

    lists = some_lists(tmp_path, employer("a-asks", takes=False), employer("b-open", takes=True))

    rows = lists.find(Choices({By.WHAT: What.EMPLOYERS}), "en").rows

    assert [(row.card.id, row.traits.convictions) for row in rows] == [
        ("b-open", "open"),
        ("a-asks", ""),
    ]


def test_a_long_list_is_given_in_pieces_that_reach_the_end(tmp_path: Path) -> None:
    lists = some_lists(tmp_path, *(a_job(f"job-{n:03}") for n in range(PAGE + 5)))

    first, second = lists.find(JOBS, "en"), lists.find(JOBS, "en", PAGE)

    assert (len(first.rows), first.more) == (PAGE, True)
    assert (len(second.rows), second.more) == (5, False)
    assert not {row.card.id for row in first.rows} & {row.card.id for row in second.rows}


def test_only_options_that_lead_somewhere_are_offered(tmp_path: Path) -> None:
    home = an_entry("home", kind=Kind.HOUSING).model_copy(update={"areas": ("eastbrook",)})
    lists = some_lists(tmp_path, a_job("job", "northgate"), home)

    assert lists.options(By.PLACE, JOBS) == ("northgate",)
    assert set(lists.options(By.PLACE, Choices())) == {"eastbrook", "northgate"}


def test_the_pay_of_a_week_is_reckoned_from_hours(tmp_path: Path) -> None:
    about = Vacancy(base_salary=Pay(minimum=1_266, unit="hour"), weekly_hours="37.5")
    lists = some_lists(tmp_path, a_job("job", about=about))

    (row,) = lists.find(JOBS, "en").rows

    assert row.traits.week_pence == (47_475, 47_475)


def test_without_hours_no_pay_of_a_week_is_guessed(tmp_path: Path) -> None:
    about = Vacancy(base_salary=Pay(minimum=1_266, unit="hour"))
    lists = some_lists(tmp_path, a_job("job", about=about))

    (row,) = lists.find(JOBS, "en").rows

    assert row.traits.week_pence is None


def test_nothing_chosen_lists_nothing(tmp_path: Path) -> None:
    assert ids(some_lists(tmp_path, a_job("job")), Choices()) == []


def test_a_course_and_a_job_that_names_it_lead_to_each_other(tmp_path: Path) -> None:
    course = an_entry("course", kind=Kind.COURSE, title="Course")
    job = a_job("job", about=Vacancy(courses=("course",), employer="bakers"))
    bakers = an_entry("bakers", kind=Kind.EMPLOYER, title="Bakers")
    catalogue = a_catalogue(tmp_path, a_publication(course, job, bakers))

    def related(entry: Entry) -> set[str]:
        return {card.id for card in catalogue.related(entry, "en")}

    assert related(course) == {"job"}
    assert related(bakers) == {"job"}
    assert related(job) == {"bakers"}

"""What people made of the pages, at the office: what weighs most stands first."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from admin_tools.__main__ import the_app
from admin_tools.records.access import lines_about
from admin_tools.records.database import Records
from admin_tools.reports.mending import Mending, mending
from kiosk.exchange.items import CountsItem, Item, ReportItem
from tests.builders.exchange import an_id
from tests.builders.office import (
    WingKiosk,
    a_keys_folder,
    a_worker,
    an_office,
    collected,
    office_keys,
    registered,
)

WEEK = date(2026, 11, 16)
LONG_AGO = date(2026, 1, 1)


def a_report(entry: str, what: str = "wrong", times: int = 1, *, week: date = WEEK) -> ReportItem:
    return ReportItem.model_validate(
        {
            "id": an_id(f"{entry}-{what}-{week}"),
            "entry": entry,
            "language": "en",
            "pack": "0" * 64,
            "what": what,
            "day": week,
            "times": times,
        }
    )


def counts(name: str = "counts", **numbers: object) -> CountsItem:
    return CountsItem.model_validate({"id": an_id(name), "week": WEEK, **numbers})


class Office:
    """An office that has collected these items from one kiosk."""

    def __init__(self, folder: Path, *items: Item, desks: tuple[str, ...] = ()) -> None:
        self.folder = folder
        kiosk = WingKiosk()
        self.records: Records = registered(an_office(folder), kiosk)
        kiosk.puts(folder, kiosk.bundle(*(kiosk.seals(item) for item in items)))
        collected(self.records, folder)
        self.keys = a_keys_folder(folder, *desks)

    def mending(self, since: date = LONG_AGO) -> Mending:
        return mending(self.records, office_keys(self.keys), a_worker(), since)

    def types(self, *words: str) -> tuple[int, str]:
        db = str(self.folder / "office.sqlite")
        more = ("--db", db, "--keys", str(self.keys), "--by", "J. Harris")
        result = CliRunner().invoke(the_app(()), ["reports", "pages", *more, *words])
        return result.exit_code, result.output


def test_what_is_said_to_be_wrong_stands_before_what_did_not_help(tmp_path: Path) -> None:
    office = Office(
        tmp_path,
        a_report("gym-times", "ended", 2),
        counts(
            read={"rent-help": 90, "gym-times": 8},
            useful={"rent-help": {"no-way-on": 5, "useful": 40}},
        ),
    )

    first, second = office.mending().pages

    assert (first.entry, dict(first.wrong), first.read) == ("gym-times", {"ended": 2}, 8)
    assert (second.entry, dict(second.not_useful), second.useful) == (
        "rent-help", {"no-way-on": 5}, 40,
    )  # fmt: skip


def test_reports_of_several_kiosks_and_languages_are_added_up(tmp_path: Path) -> None:
    office = Office(
        tmp_path,
        a_report("gym-times", "wrong", 2),
        a_report("gym-times", "other", 1),
        a_report("gym-times", "wrong", 3, week=date(2026, 11, 9)),
    )

    (page,) = office.mending().pages

    assert dict(page.wrong) == {"wrong": 5, "other": 1}


def test_what_was_missed_most_often_stands_first(tmp_path: Path) -> None:
    office = Office(tmp_path, counts(missed={"tattoo removal": 6, "dentist": 11}))

    assert office.mending().missed == (("dentist", 11), ("tattoo removal", 6))


def test_only_weeks_since_the_day_count(tmp_path: Path) -> None:
    office = Office(tmp_path, a_report("gym-times"))

    assert office.mending(date(2026, 11, 17)).pages == ()


def test_each_opening_stands_in_the_log(tmp_path: Path) -> None:
    report = a_report("gym-times")
    office = Office(tmp_path, report)

    office.mending()

    with office.records.read() as session:
        assert [(line.by, line.what) for line in lines_about(session, report.id)] == [
            ("J. Harris", "open")
        ]


def test_what_is_sealed_for_a_desk_elsewhere_is_only_counted(tmp_path: Path) -> None:
    office = Office(tmp_path, a_report("gym-times"), desks=("work",))

    assert office.mending() == Mending((), (), closed=1)


def test_the_command_shows_it_to_people_and_to_programs(tmp_path: Path) -> None:
    office = Office(tmp_path, a_report("gym-times", "ended", 2), counts(missed={"dentist": 11}))

    code, said = office.types("--since", "2026-11-01")
    told = json.loads(office.types("--since", "2026-11-01", "--json")[1])

    assert code == 0
    assert "has ended 2" in said
    assert "dentist" in said
    assert told["pages"][0]["wrong"] == {"ended": 2}
    assert told["missed"] == {"dentist": 11}


def test_before_anything_came_home_it_says_so(tmp_path: Path) -> None:
    assert "Nothing has come home yet." in Office(tmp_path).types()[1]


@pytest.mark.parametrize("day", ["yesterday", "2026-02-30"])
def test_a_day_that_is_none_is_wrong_use(day: str, tmp_path: Path) -> None:
    assert Office(tmp_path).types("--since", day)[0] == 2

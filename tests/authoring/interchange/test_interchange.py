"""Vacancies, services and the week, from and to the formats of others."""

import json
from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.draft import AlreadyThere, Draft, Origin, write
from admin_tools.authoring.interchange.jobs import from_posting, to_posting
from admin_tools.authoring.interchange.reading import NotReadable, objects
from admin_tools.authoring.interchange.services import from_service, to_service
from admin_tools.authoring.interchange.timetable import to_calendar
from kiosk.exchange.entries import Entry
from tests.builders.sources import checked, found, sources

ORIGIN = Origin("A job board, November 2026", "Employment lead", date(2026, 11, 20), ["courses"])
POSTING = {
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
SERVICE = {
    "id": "ac148810-d857-441c-9679-408f346de14b",
    "name": "Debt talks",
    "description": "Somebody goes through your debts with you.\nBring letters.",
    "status": "active",
    "assured_date": "2026-11-20",
    "organization": {"id": "x", "name": "Harbour Support", "description": "A charity"},
    "eligibility_description": "Anyone",
    "fees_description": "Free",
    "schedules": [{"id": "y", "description": "Monday, 10:00 to 12:00"}],
    "phones": [{"id": "z", "number": "0800 000 0000"}],
}


def taken(draft: Draft | None, root: Path) -> Entry:
    """The draft written into sources and read back."""
    assert draft is not None
    write(draft, root / "national", ORIGIN)
    assert found(root) == []
    (one,) = [w.entry for w in checked(root).sources.written if w.entry.id == draft.id]
    return one


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def test_a_job_that_came_in_goes_out_the_same(root: Path) -> None:
    entry = taken(from_posting(POSTING), root)

    out = to_posting(entry)

    assert {name: out[name] for name in POSTING} == POSTING


def test_a_job_that_came_in_ends_on_its_last_day(root: Path) -> None:
    entry = taken(from_posting(POSTING), root)

    assert (entry.valid_to, entry.ages) == (date(2026, 12, 15), "vanish")


def test_a_service_that_came_in_goes_out_the_same(root: Path) -> None:
    out = to_service(taken(from_service(SERVICE), root))

    same = ("name", "description", "status", "assured_date", "eligibility_description")
    assert {name: out[name] for name in same} == {name: SERVICE[name] for name in same}
    assert json.dumps(out["schedules"]).count("Monday, 10:00 to 12:00") == 1
    assert json.dumps(out["organization"]).count("Harbour Support") == 2


def test_a_service_keeps_its_id_from_one_export_to_the_next(root: Path) -> None:
    entry = taken(from_service(SERVICE), root)

    assert to_service(entry)["id"] == to_service(entry)["id"]


def test_a_service_that_is_not_active_does_not_come_in() -> None:
    assert from_service({**SERVICE, "status": "inactive"}) is None


def test_nothing_that_came_in_is_verified(root: Path) -> None:
    assert not taken(from_posting(POSTING), root).source.verified


def test_what_has_no_place_here_is_named() -> None:
    draft = from_posting({**POSTING, "directApply": True, "industry": "Parcels"})

    assert draft.left_out == ["directApply", "industry"]


def test_pay_in_other_money_is_left_out_and_named() -> None:
    euro = {**POSTING, "baseSalary": {"currency": "EUR", "value": {"value": 9, "unitText": "HOUR"}}}

    draft = from_posting(euro)

    assert draft.left_out == ["baseSalary"]
    assert "base_salary" not in draft.fields


@pytest.mark.parametrize(
    "words",
    [
        "1. Be on time",
        "- a dash",
        "# shouting",
        "<b>bold</b> & more",
        "a *star* [x] `y`",
        "> quoted",
    ],
)
def test_words_of_others_are_never_taken_for_markdown(root: Path, words: str) -> None:
    draft = Draft(from_posting(POSTING).kind, "A job", words, paragraphs=[words])

    entry = taken(draft, root)

    assert entry.summary == words
    assert entry.blocks[0].model_dump()["text"] == words


def test_of_html_only_the_words_come_in() -> None:
    html = "<p>You pick &amp; pack.</p><ul><li>Boots</li></ul>"

    draft = from_posting({**POSTING, "description": html})

    assert (draft.summary, draft.paragraphs) == ("You pick & pack.", ["Boots"])


def test_an_authors_work_is_never_written_over(root: Path) -> None:
    write(from_posting(POSTING), root / "national", ORIGIN)

    with pytest.raises(AlreadyThere):
        write(from_posting(POSTING), root / "national", ORIGIN)


@pytest.mark.parametrize("data", [b"", b"not json", b"3", b"[3]", b'{"@graph": 3}', b"\xff\xfe"])
def test_a_file_that_is_no_list_of_objects_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file.json").write_bytes(data)

    with pytest.raises(NotReadable):
        objects(tmp_path / "file.json", ("@graph",))


@pytest.mark.parametrize("value", [{}, {"title": 3}, {"baseSalary": [3], "jobLocation": "x"}])
def test_odd_values_inside_are_read_as_nothing(value: dict[str, object]) -> None:
    assert from_posting(value).fields == {}
    draft = from_service(value)
    assert draft is not None
    assert draft.fields == {}


def test_the_week_of_a_prison_is_a_calendar(root: Path) -> None:
    profile = checked(root).sources.profiles["mvx"]

    lines = to_calendar(profile, (), "en", date(2026, 11, 22)).decode().split("\r\n")

    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines.index("TZID:Europe/London") < lines.index("BEGIN:VEVENT")
    assert "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" in lines
    assert "DTSTART;TZID=Europe/London:20261124T164500" in lines
    assert "SUMMARY:A governor walks the landings (A\\, B)" in lines
    assert lines.count("BEGIN:VEVENT") == len(profile.sessions)


def test_long_lines_of_a_calendar_are_folded(root: Path) -> None:
    profile = checked(root).sources.profiles["mvx"]
    session = profile.sessions[0].model_copy(update={"what": {"en": "ŵ" * 100}})
    long = profile.model_copy(update={"sessions": (session,)})

    data = to_calendar(long, (), "en", date(2026, 11, 22))

    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert "ŵ" * 100 in data.decode().replace("\r\n ", "")

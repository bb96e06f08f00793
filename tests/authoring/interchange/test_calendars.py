"""Sessions and events, from and to a calendar."""

from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.calendars import Calendar
from admin_tools.authoring.interchange.judging import Outcome
from admin_tools.authoring.interchange.rows import NotReadable, Row
from admin_tools.authoring.interchange.timetable import to_calendar
from kiosk.exchange.entries import Entry
from tests.builders.brought import brought, names, told
from tests.builders.brought import entry as read_back
from tests.builders.sources import checked, found, sources

START = date(2026, 11, 22)
SESSION = """\
SUMMARY:Housing talks\\, room 2
LOCATION:Room 2
DTSTART;TZID=Europe/London:20261124T093000
DURATION:PT120M
RRULE:FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270331T235959Z
EXDATE;TZID=Europe/London:20261229T093000,20261231T093000
"""
FAIR = """\
SUMMARY:Meet five employers
DESCRIPTION:Five employers come in.\\nBring your CV.
DTSTART;TZID=Europe/London:20261210T093000
DTEND;TZID=Europe/London:20261210T113000
"""


def calendar(*events: str) -> str:
    inside = "".join(f"BEGIN:VEVENT\n{event}END:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{inside}END:VCALENDAR\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


def week(root: Path, *events: str) -> Path:
    file = root.parent / "week.ics"
    file.write_text(calendar(*events), encoding="utf-8", newline="\r\n")
    return file


def rows(root: Path, *events: str) -> list[Row]:
    return list(Calendar(week(root, *events)).rows())


def taken(event: str, root: Path) -> Entry:
    """The one event written into sources and read back."""
    assert told(brought(root, week(root, event), "calendar")) == []
    assert found(root) == []
    (name,) = names(root, "session") + names(root, "event")
    return read_back(root, name)


def written(entry: Entry, root: Path, start: date = START) -> list[str]:
    """The lines that an entry has in the calendar of its prison."""
    profile = checked(root).sources.profiles["mvx"].model_copy(update={"sessions": ()})
    lines = to_calendar(profile, (entry,), "en", start).decode().split("\r\n")
    return lines[lines.index("BEGIN:VEVENT") :] if "BEGIN:VEVENT" in lines else []


def test_a_session_that_came_in_goes_out_the_same(root: Path) -> None:
    lines = written(taken(SESSION, root), root)

    assert set(SESSION.splitlines()) <= set(lines)


def test_what_is_once_is_an_event_that_ends_with_its_day(root: Path) -> None:
    entry = taken(FAIR, root)

    assert (entry.kind, entry.valid_to) == ("event", date(2026, 12, 10))
    assert "DURATION:PT120M" in written(entry, root)


def test_what_is_over_does_not_go_out(root: Path) -> None:
    entry = taken(FAIR, root)

    assert written(entry, root, date(2026, 12, 11)) == []


def test_folded_lines_are_one_line(root: Path) -> None:
    (row,) = rows(root, FAIR.replace("employers\n", "emp\n loyers\n", 1))

    assert row.cells["title"] == "Meet five employers"


def test_the_first_line_of_a_description_is_the_summary(root: Path) -> None:
    (row,) = rows(root, FAIR)

    said = (row.cells["summary"], row.cells["description"])
    assert said == ("Five employers come in.", "Bring your CV.")


@pytest.mark.parametrize(
    ("old", "new", "field", "problem"),
    [
        (
            "FREQ=WEEKLY",
            "FREQ=DAILY",
            "repeats",
            "“FREQ=DAILY;BYDAY=TU,TH;UNTIL=20270331T235959Z” is not",
        ),
        ("BYDAY=TU,TH", "BYDAY=MO", "starts", "It does not fit: the first day is none of"),
        (
            "Europe/London:20261124",
            "Europe/Paris:20261124",
            "starts",
            "“20261124T093000 Europe/Paris” is no time in London.",
        ),
        (
            "20261124T093000",
            "20260231T093000",
            "starts",
            "There is no day “2026-02-31”.",
        ),
        ("PT120M", "two hours", "minutes", "“two hours” is no number of them."),
        ("SUMMARY:Housing talks\\, room 2", "SUMMARY:", "title", "It is empty."),
        ("20270331T235959Z", "20261101T235959Z", "starts", "It does not fit: it is over before"),
    ],
)
def test_times_that_do_not_fit_are_told_and_nothing_is_put_in(
    root: Path, old: str, new: str, field: str, problem: str
) -> None:
    assert old in SESSION

    result = brought(root, week(root, FAIR, SESSION.replace(old, new)), "calendar")

    said = {(row, name): what for row, name, what in told(result)}
    assert said[2, field].startswith(problem)
    assert names(root, "event") == []


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (":20261210T093000Z", "2026-12-10 09:30"),
        (":20260610T093000Z", "2026-06-10 10:30"),
        (";TZID=GMT Standard Time:20261210T093000", "2026-12-10 09:30"),
        (":20261210T093000", "2026-12-10 09:30"),
        (";VALUE=DATE:20261210", "2026-12-10"),
    ],
)
def test_times_are_read_as_calendars_really_write_them(root: Path, start: str, said: str) -> None:
    (row,) = rows(root, FAIR.replace(";TZID=Europe/London:20261210T093000", start))

    assert row.cells["starts"] == said


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (
            "FREQ=WEEKLY;WKST=SU;UNTIL=20270331T225959Z;BYDAY=TU",
            "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270331",
        ),
        ("FREQ=WEEKLY;INTERVAL=1;BYDAY=TU,TH", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=TU"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU", "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU"),
        ("FREQ=WEEKLY;COUNT=4", "FREQ=WEEKLY;COUNT=4"),
        ("FREQ=MONTHLY;BYDAY=1TU", "FREQ=MONTHLY;BYDAY=1TU"),
    ],
)
def test_rules_are_read_as_calendars_really_write_them(root: Path, rule: str, said: str) -> None:
    usual = "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270331T235959Z"

    (row,) = rows(root, SESSION.replace(usual, rule))

    assert row.cells["repeats"] == said


def test_what_comes_again_at_an_instant_would_move_and_is_told(root: Path) -> None:
    moved = SESSION.replace(";TZID=Europe/London:20261124T093000", ":20261124T093000Z")

    result = brought(root, week(root, moved), "calendar")

    assert told(result) == [(1, "starts", "“20261124T093000Z” is no time in London.")]


def test_an_event_that_is_over_is_told(root: Path) -> None:
    past = FAIR.replace("20261210", "20261110")

    result = brought(root, week(root, past), "calendar")

    assert told(result) == [(1, "starts", "It was over on 2026-11-10.")]


def test_an_event_that_is_called_off_does_not_come_in(root: Path) -> None:
    result = brought(root, week(root, f"{FAIR}STATUS:CANCELLED\n"), "calendar")

    assert (result.outside, result.written) == (1, 0)


def test_an_event_that_moved_is_held(root: Path) -> None:
    brought(root, week(root, FAIR), "calendar")

    again = brought(root, week(root, FAIR.replace("T113000", "T123000")), "calendar")

    assert again.count(Outcome.HELD) == 1
    assert again.rows[0].held.endswith("says otherwise: times")


def test_what_has_no_place_here_is_named(root: Path) -> None:
    read = Calendar(week(root, f"{FAIR}ORGANIZER:mailto:somebody\n"))
    list(read.rows())

    assert list(read.left_out) == ["ORGANIZER"]


@pytest.mark.parametrize("data", [b"", b"not a calendar", b'{"a": 1}', b"BEGIN:VCALENDAR\nCaf\xe9"])
def test_a_file_that_is_no_calendar_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "week.ics").write_bytes(data)

    with pytest.raises(NotReadable):
        Calendar(tmp_path / "week.ics")

"""Sessions and events, from and to a calendar."""

from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.calendars import from_calendar
from admin_tools.authoring.interchange.draft import Origin, write
from admin_tools.authoring.interchange.reading import NotReadable
from admin_tools.authoring.interchange.timetable import to_calendar
from kiosk.exchange.entries import Entry
from tests.builders.sources import checked, found, sources

ORIGIN = Origin("A calendar", "Resettlement team", date(2026, 11, 20), ["this-week"])
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


def taken(text: str, root: Path) -> Entry:
    """The one event written into sources and read back."""
    (draft,) = from_calendar(text)
    write(draft, root / "sites/mvx", ORIGIN)
    assert found(root) == []
    (one,) = [w.entry for w in checked(root).sources.written if w.entry.id == draft.id]
    return one


def written(entry: Entry, root: Path, start: date = START) -> list[str]:
    """The lines that an entry has in the calendar of its prison."""
    profile = checked(root).sources.profiles["mvx"].model_copy(update={"sessions": ()})
    lines = to_calendar(profile, (entry,), "en", start).decode().split("\r\n")
    return lines[lines.index("BEGIN:VEVENT") :] if "BEGIN:VEVENT" in lines else []


def test_a_session_that_came_in_goes_out_the_same(root: Path) -> None:
    lines = written(taken(calendar(SESSION), root), root)

    assert set(SESSION.splitlines()) <= set(lines)


def test_what_is_once_is_an_event_that_ends_with_its_day(root: Path) -> None:
    entry = taken(calendar(FAIR), root)

    assert (entry.kind, entry.valid_to) == ("event", date(2026, 12, 10))
    assert "DURATION:PT120M" in written(entry, root)


def test_what_is_over_does_not_go_out(root: Path) -> None:
    entry = taken(calendar(FAIR), root)

    assert written(entry, root, date(2026, 12, 11)) == []


def test_folded_lines_are_one_line() -> None:
    (draft,) = from_calendar(calendar(FAIR.replace("employers\n", "emp\n loyers\n", 1)))

    assert draft.title == "Meet five employers"


def test_the_first_line_of_a_description_is_the_summary() -> None:
    (draft,) = from_calendar(calendar(FAIR))

    assert (draft.summary, draft.paragraphs) == ("Five employers come in.", ["Bring your CV."])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("FREQ=WEEKLY", "FREQ=DAILY"),
        ("BYDAY=TU,TH", "BYDAY=MO"),
        ("TZID=Europe/London:20261124", "TZID=Europe/Paris:20261124"),
        ("20261124T093000", "20261324T093000"),
        ("DURATION:PT120M", "DURATION:two hours"),
    ],
)
def test_times_that_do_not_fit_are_left_out_and_named(old: str, new: str) -> None:
    (draft,) = from_calendar(calendar(SESSION.replace(old, new)))

    assert draft.left_out == ["DTSTART"]
    assert "times" not in draft.fields


def test_what_has_no_place_here_is_named() -> None:
    (draft,) = from_calendar(calendar(f"{FAIR}ORGANIZER:mailto:somebody\n"))

    assert draft.left_out == ["ORGANIZER"]


@pytest.mark.parametrize("text", ["", "not a calendar", '{"a": 1}'])
def test_a_file_that_is_no_calendar_is_refused(text: str) -> None:
    with pytest.raises(NotReadable):
        [*from_calendar(text)]

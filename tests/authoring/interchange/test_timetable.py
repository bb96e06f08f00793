"""The week of a prison as a calendar."""

from datetime import date
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.timetable import to_calendar
from tests.builders.sources import checked, sources


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return sources(tmp_path / "content")


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

from datetime import date, timedelta
from pathlib import Path

from admin_tools.records.database import Records
from admin_tools.records.items import listed, take_step
from admin_tools.reports.figures import DeskFigures, figures
from tests.builders.office import MONDAY, WingKiosk, an_office, collected, registered
from tests.builders.policies import a_calendar

TODAY = MONDAY.date()


def an_office_with(folder: Path, requests: int) -> Records:
    kiosk = WingKiosk()
    records = registered(an_office(folder), kiosk)
    kiosk.puts(folder, kiosk.bundle(*kiosk.asks(*range(requests))))
    collected(records, folder)
    return records


def answer(records: Records, count: int, days: int) -> None:
    with records.write() as session:
        for item in listed(session)[:count]:
            take_step(session, item, "answered", TODAY + timedelta(days=days))


def of(records: Records, today: date = TODAY) -> tuple[DeskFigures, ...]:
    with records.read() as session:
        return figures(session, TODAY, TODAY, today, a_calendar())


def test_a_desk_has_its_counts_and_its_median(tmp_path: Path) -> None:
    records = an_office_with(tmp_path, 8)
    answer(records, 6, days=3)

    assert of(records) == (DeskFigures("housing", 8, 6, 0, 3),)


def test_a_count_under_five_is_hidden(tmp_path: Path) -> None:
    records = an_office_with(tmp_path, 6)
    answer(records, 4, days=3)

    assert of(records) == (DeskFigures("housing", 6, None, 0, None),)


def test_what_nobody_read_in_time_is_counted_as_late(tmp_path: Path) -> None:
    records = an_office_with(tmp_path, 6)

    assert of(records, TODAY + timedelta(days=2))[0].late_now == 6


def test_what_arrived_in_another_month_does_not_count(tmp_path: Path) -> None:
    records = an_office_with(tmp_path, 6)

    with records.read() as session:
        assert figures(session, date(2026, 12, 1), date(2026, 12, 31), TODAY, a_calendar()) == ()

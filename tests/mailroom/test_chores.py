from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from kiosk.assembly.mailroom import a_mailroom
from kiosk.database import NoRoom
from kiosk.mailroom.ballast import Ballast
from kiosk.mailroom.chores import Chores
from kiosk.mailroom.rooms import Rooms
from tests.builders.kiosks import ENROLLED, an_enrolled_kiosk


class Watch:
    """A clock that a test turns."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return an_enrolled_kiosk(tmp_path / "data")


@pytest.fixture
def rooms(data: Path) -> Rooms:
    return a_mailroom(data)


def some_chores(rooms: Rooms, data: Path, watch: Callable[[], float]) -> Chores:
    return Chores(rooms, Ballast(data / "ballast"), watch)


def test_hours_awake_move_the_low_time_on(rooms: Rooms, data: Path) -> None:
    watch = Watch()
    chores = some_chores(rooms, data, watch)
    chores()

    for _ in range(3 * 3600 // 600):
        watch.seconds += 600
        chores()

    assert rooms.clock.low() == ENROLLED + timedelta(hours=3)


def test_a_night_that_was_slept_through_counts_only_the_hours_awake(
    rooms: Rooms, data: Path
) -> None:
    watch = Watch()
    chores = some_chores(rooms, data, watch)
    chores()

    watch.seconds += 3 * 3600 + 1800
    chores()
    watch.seconds += 1800
    chores()

    assert rooms.clock.low() == ENROLLED + timedelta(hours=4)


def test_within_the_hour_nothing_is_written(rooms: Rooms, data: Path) -> None:
    watch = Watch()
    chores = some_chores(rooms, data, watch)
    chores()
    (data / "ballast").unlink()

    watch.seconds += 3599
    chores()

    assert not (data / "ballast").exists()


def test_what_need_not_be_kept_is_purged_by_the_trusted_day(rooms: Rooms, data: Path) -> None:
    ledger = PurgingLedger()
    years_ahead = ENROLLED + timedelta(days=3650)
    with rooms.database.write() as session:
        rooms.clock.issued(session, years_ahead)

    some_chores(with_ledger(rooms, ledger), data, Watch())()

    assert ledger.days == [years_ahead.date()]


def test_chores_are_done_at_the_start(rooms: Rooms, data: Path) -> None:
    some_chores(rooms, data, Watch())()

    assert (data / "ballast").exists()


def test_a_full_disk_gets_its_ballast_back_to_tidy_up(rooms: Rooms, data: Path) -> None:
    ballast = Ballast(data / "ballast")
    ballast.keep()
    found: list[bool] = []
    ledger = PurgingLedger(full=1, look=lambda: found.append((data / "ballast").exists()))

    Chores(with_ledger(rooms, ledger), ballast, Watch())()

    assert found == [True, False]
    assert (data / "ballast").exists()


class PurgingLedger:
    """A ledger that only purges; the disk is full for the first `full` tries."""

    def __init__(self, full: int = 0, look: Callable[[], object] = lambda: None) -> None:
        self._full = full
        self._look = look
        self.days: list[date] = []

    def damaged(self) -> tuple[str, ...]:
        return ()

    def purge(self, day: date) -> int:
        self._look()
        self.days.append(day)
        if len(self.days) <= self._full:
            raise NoRoom("full")
        return 0


def with_ledger(rooms: Rooms, ledger: PurgingLedger) -> Rooms:
    return replace(rooms, ledger=ledger)  # type: ignore[arg-type]

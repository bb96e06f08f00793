"""The power goes at any moment on a real file system, which loses all that was never synced.

Kills show half-done steps, yet the system still writes what a killed process had given it. Here
the disk itself stops: after the cut the file system is mounted again and mends itself, as it does
when a kiosk starts.
"""

import os
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.database import Database
from kiosk.requests.ledger import Ledger
from tests.builders.exchange import an_id
from tests.builders.kiosks import an_enrolled_kiosk
from tests.builders.small_office import SmallOffice
from tests.faults.broken_rounds import a_story
from tests.faults.power import Disk, needs_a_disk
from tests.faults.rig import Ended, Nursery

pytestmark = [pytest.mark.faults, pytest.mark.slow]
CUTS = 60
"""Cuts in one unbroken piece of work, spread evenly over the time that it takes."""
NAMES = tuple(f"request-{number}" for number in range(60))

Sample = Callable[[Sequence[int]], list[int]]


@pytest.fixture(scope="module")
def disk(shared_room: Path) -> Iterator[Disk]:
    needs_a_disk()
    disk = Disk(shared_room / "disk")
    yield disk
    disk.unplug()


def cut_after(seconds: float, disk: Disk, work: Callable[[], Ended]) -> Ended:
    """Do the work and take the power away in the middle; what is said later, nobody heard.

    A process here lives on without its disk, and a sync that was under way at the cut may even
    say that it went well. A machine without power says nothing.
    """
    cut_at: list[float] = []

    def cut() -> None:
        cut_at.append(time.monotonic())
        disk.cut()

    timer = threading.Timer(seconds, cut)
    timer.start()
    ended = work()
    timer.join()
    disk.start_again()
    heard = sum(at < cut_at[0] for at in ended.heard_at)
    return replace(ended, acknowledged=ended.acknowledged[:heard])


def how_long(work: Callable[[], Ended]) -> float:
    began = time.monotonic()
    assert work().status == 0
    return time.monotonic() - began


def test_the_cut_is_real(disk: Disk) -> None:
    """Shows that what follows can fail: what was not synced is gone, what was is not."""
    for name in ("synced", "not-synced"):
        with (disk.folder / name).open("wb") as file:
            file.write(b"x")
            if name == "synced":
                file.flush()
                os.fsync(file.fileno())

    disk.cut()
    disk.start_again()

    assert (disk.folder / "synced").read_bytes() == b"x"
    assert not (disk.folder / "not-synced").exists()


def test_an_acknowledged_request_survives_every_cut(
    disk: Disk, nursery: Nursery, sample: Sample
) -> None:
    data = an_enrolled_kiosk(disk.folder / "one/data")
    disk.keep()

    def work() -> Ended:
        return nursery.run("save", data=data, names=" ".join(NAMES))

    whole = how_long(work)
    told = []
    for n in sample(range(CUTS)):
        disk.as_kept()
        ended = cut_after(whole * n / CUTS, disk, work)

        waiting = found_in(data)
        assert set(ended.acknowledged) <= waiting <= {an_id(name) for name in NAMES}
        told.append(len(ended.acknowledged))
    assert 0 < sum(told) < len(told) * len(NAMES)


def test_a_round_survives_every_cut(disk: Disk, nursery: Nursery, sample: Sample) -> None:
    story = a_story(disk.folder / "two", nursery)
    disk.keep()
    whole = how_long(lambda: story.visit(nursery))
    cut_short = 0

    for n in sample(range(CUTS)):
        disk.as_kept()
        trial = replace(story, office=remembering(story.office))
        ended = cut_after(whole * n / CUTS, disk, lambda: story.visit(nursery))

        cut_short += ended.status != 0
        trial.must_hold_together()
        trial.office.collect(trial.stick)
        trial.must_end_well(nursery)
    assert cut_short


def found_in(data: Path) -> set[str]:
    """What waits on a kiosk that started again; all of it is whole."""
    database = Database(data / "kiosk.db")
    waiting, damaged = set(Ledger(database).waiting()), Ledger(database).damaged()
    is_sound = database.is_sound()
    database.close()
    assert (is_sound, damaged) == (True, ())
    return waiting


def remembering(office: SmallOffice) -> SmallOffice:
    return SmallOffice(dict(office.items), dict(office.bundles), office.seq)

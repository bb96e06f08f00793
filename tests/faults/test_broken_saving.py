"""The power goes, the disk fills or fails, while a request is saved."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.database import Database
from kiosk.requests.ledger import Ledger
from tests.builders.exchange import an_id
from tests.builders.kiosks import an_enrolled_kiosk
from tests.faults.broken_rounds import LONGEST_START
from tests.faults.rig import COUNT, COUNT_FILLING, COUNT_SYNCS, Breaking, Nursery

pytestmark = pytest.mark.faults
NAMES = ("one", "two", "three")
KILLED, SAID_NO = -9, 3


@pytest.fixture(scope="module")
def enrolled(shared_room: Path) -> Path:
    return an_enrolled_kiosk(shared_room / "enrolled/data").parent


def waiting_in(data: Path) -> list[str]:
    database = Database(data / "kiosk.db")
    waiting = [*Ledger(database).waiting()]
    assert database.is_sound()
    assert Ledger(database).damaged() == ()
    database.close()
    return waiting


def copied(enrolled: Path, to: Path) -> Path:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(enrolled, to)
    return to / "data"


def calls_of_saving(
    enrolled: Path, room: Path, nursery: Nursery, counting: Breaking
) -> tuple[str, ...]:
    data = copied(enrolled, room / "trial")
    ended = nursery.run("save", counting, data=data, names=" ".join(NAMES))
    assert (ended.status, len(ended.acknowledged)) == (0, len(NAMES))
    assert len(ended.calls) >= len(NAMES)
    return ended.calls


def test_a_request_that_was_acknowledged_survives_a_kill_at_every_disk_call(
    enrolled: Path, room: Path, nursery: Nursery
) -> None:
    calls = calls_of_saving(enrolled, room, nursery, COUNT)

    for n in range(len(calls)):
        data = copied(enrolled, room / "trial")
        broken = COUNT.killed_at(calls, n)
        ended = nursery.run("save", broken, data=data, names=" ".join(NAMES))

        waiting = waiting_in(data)
        assert ended.status == KILLED, calls[n]
        assert set(ended.acknowledged) <= set(waiting) <= {an_id(name) for name in NAMES}, calls[n]
        assert len(set(waiting)) == len(waiting) <= len(ended.acknowledged) + 1, calls[n]
        again = nursery.run("save", data=data, names="later")
        assert (again.status, again.seconds < LONGEST_START) == (0, True), calls[n]


def test_a_full_disk_never_says_saved_without_a_row(
    enrolled: Path, room: Path, nursery: Nursery
) -> None:
    calls = calls_of_saving(enrolled, room, nursery, COUNT_FILLING)

    for n in range(len(calls)):
        data = copied(enrolled, room / "trial")
        broken = COUNT_FILLING.full_from(calls, n)
        ended = nursery.run("save", broken, data=data, names=" ".join(NAMES))

        assert ended.status == SAID_NO, calls[n]
        assert set(ended.acknowledged) == set(waiting_in(data)), calls[n]


def test_a_disk_that_fails_to_sync_never_says_saved(
    enrolled: Path, room: Path, nursery: Nursery
) -> None:
    log = room / "trial/data/kiosk.db-wal"
    counting = replace(COUNT_SYNCS, paths=(log,))
    calls = calls_of_saving(enrolled, room, nursery, counting)

    for n in range(len(calls)):
        data = copied(enrolled, room / "trial")
        broken = counting.broken_at(calls, n)
        ended = nursery.run("save", broken, data=data, names=" ".join(NAMES))

        assert ended.status == SAID_NO, calls[n]
        assert set(ended.acknowledged) <= set(waiting_in(data)), calls[n]

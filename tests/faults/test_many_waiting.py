"""Fifteen thousand requests wait on one kiosk: the real commands carry them, within bounds."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.database import Database
from kiosk.exchange import packs
from kiosk.exchange.items import to_text
from kiosk.exchange.policy import TrustList
from kiosk.exchange.requests_bundle import SealedItem, sealed_item
from kiosk.exchange.sealing import Context, Purpose, seal_item
from kiosk.requests.ledger import Ledger, NewItem
from tests.builders.exchange import a_request
from tests.faults.conftest import a_room
from tests.journeys.circle import Circle, program

pytestmark = [pytest.mark.faults, pytest.mark.slow]
MANY = 15_000
MOST_MEMORY = 512 * 1024 * 1024
"""Bytes that any other program may hold at once."""
MAILROOM_MEMORY = 160 * 1024 * 1024
"""Bytes that the mailroom may hold; its unit allows 512 MB."""
LONGEST = 240.0
"""Seconds for any one command, on a slow and busy machine; the aim stands in the benchmarks."""
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def circle() -> Iterator[Circle]:
    """A prison whose kiosk has content, in memory where there is some."""
    circle = Circle(a_room())
    circle.make_keys()
    circle.publish()
    circle.enrol()
    circle.register()
    circle.import_people()
    circle.write_stick()
    circle.first_stick()
    yield circle
    subprocess.run(["rm", "-r", str(circle.folder)], check=True)


def test_all_go_out_are_collected_and_are_receipted(circle: Circle) -> None:
    fill(circle)
    assert waiting(circle) == MANY

    within_bounds(circle, *the_mailroom(circle))
    within_bounds(circle, "signpost", "requests", "collect", circle.stick, *office(circle))
    assert waiting(circle) == MANY
    written = ("--site", "MVX", "--repo", circle.repository, *office(circle))
    within_bounds(circle, "signpost", "stick", "write", circle.stick, *written)
    within_bounds(circle, *the_mailroom(circle))

    assert waiting(circle) == 0


def fill(circle: Circle) -> None:
    """Save as many as the screen would, each sealed for itself."""
    (trust,) = (circle.repository / "targets/trust").glob("*.mvx.json")
    keys = packs.read_policy(TrustList, trust.read_bytes())
    ledger = Ledger(Database(circle.data / "kiosk.db"))
    for number in range(MANY):
        item = sealed(f"request {number}", keys)
        ledger.save(NewItem(item.id, item.type, TODAY, item.sealed))


def sealed(name: str, keys: TrustList) -> SealedItem:
    item = a_request(name)
    context = Context(Purpose.ITEM_OUTER, "MVX", "MVX-02", item.id)
    return sealed_item(item.id, "request", seal_item(to_text(item), "housing", keys, context))


def waiting(circle: Circle) -> int:
    database = Database(circle.data / "kiosk.db")
    number = len(Ledger(database).waiting())
    database.close()
    return number


def the_mailroom(circle: Circle) -> tuple[str | Path, ...]:
    return ("signpost-mailroom", "run", "--data", circle.data, "--stick", circle.stick, "--once")


def office(circle: Circle) -> tuple[str | Path, ...]:
    return ("--db", circle.office, "--keys", circle.keys)


def within_bounds(circle: Circle, name: str | Path, *words: str | Path) -> None:
    """Run a real command to its end; it must be right, small and not for ever."""
    began = time.monotonic()
    with (circle.folder / "said").open("wb") as said:
        process = subprocess.Popen(
            [program(str(name)), *map(str, words)], stdout=said, stderr=said, env=os.environ
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took = time.monotonic() - began
    assert process.returncode == 0, (circle.folder / "said").read_text(encoding="utf-8")
    most = MAILROOM_MEMORY if name == "signpost-mailroom" else MOST_MEMORY
    assert used.ru_maxrss * 1024 < most, (name, words[1], used.ru_maxrss)
    sys.stdout.write(f"{name} {words[1]}: {used.ru_maxrss // 1024} MB, {took:.1f} s\n")
    assert took < LONGEST, (name, took)

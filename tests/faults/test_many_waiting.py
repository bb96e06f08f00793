"""Fifteen thousand requests wait on one kiosk: the real commands carry them, within bounds."""

import subprocess
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
from tests.faults.bounds import within_bounds
from tests.faults.conftest import a_room
from tests.journeys.circle import Circle

pytestmark = [pytest.mark.faults, pytest.mark.slow]
MANY = 15_000
MOST = 200 * 1024 * 1024
"""Bytes that the mailroom may hold; its unit allows 512 MB."""
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

    within_bounds(circle.folder, "signpost-mailroom", *the_mailroom(circle), most=MOST)
    within_bounds(circle.folder, "signpost", "requests", "collect", circle.stick, *office(circle))
    assert waiting(circle) == MANY
    written = ("--site", "MVX", "--repo", circle.repository, *office(circle))
    within_bounds(circle.folder, "signpost", "stick", "write", circle.stick, *written)
    within_bounds(circle.folder, "signpost-mailroom", *the_mailroom(circle), most=MOST)

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
    return ("run", "--data", circle.data, "--stick", circle.stick, "--once")


def office(circle: Circle) -> tuple[str | Path, ...]:
    return ("--db", circle.office, "--keys", circle.keys)

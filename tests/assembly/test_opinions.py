"""What somebody thinks of a page, from the touch to the item that waits for the stick."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.noticing import AN_HOUR
from kiosk.requests.ledger import Ledger
from kiosk.screens.places import Place
from tests.builders.screens import World, a_kiosk_folder, the_screen_rooms
from tests.builders.visitor import Visitor


@pytest.fixture
def visitor(stage: Stage, tmp_path: Path) -> Iterator[Visitor]:
    world = World()
    visitor = Visitor(stage, the_screen_rooms(a_kiosk_folder(tmp_path / "kiosk"), world), world)
    yield visitor
    visitor.rooms.database.close()


def after_an_hour(visitor: Visitor) -> list[str]:
    visitor.touch("Close and hide")
    visitor.world.pass_by(AN_HOUR)
    visitor.rooms.put_down()
    ledger = Ledger(visitor.rooms.database)
    return [item.type for item in ledger.sealed(tuple(ledger.waiting()))]


def test_what_looks_wrong_waits_for_the_stick(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.tile("place-to-live")
    visitor.row("housing-advice")
    visitor.row("tell-us-about-this-page")
    assert visitor.at() is Place.OPINION

    visitor.row("ended")

    assert "Thank you." in visitor.read()
    assert after_an_hour(visitor) == ["report"]


def test_the_way_back_from_the_thanks_leads_to_the_page(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.tile("place-to-live")
    visitor.row("housing-advice")
    visitor.row("tell-us-about-this-page")
    visitor.row("ended")

    visitor.touch("Back to the page")

    assert visitor.at() is Place.ENTRY


def test_reading_alone_leaves_nothing_behind_this_week(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.tile("place-to-live")
    visitor.row("housing-advice")

    assert after_an_hour(visitor) == []

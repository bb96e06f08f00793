"""After a visit nothing of it is left in the memory of the screen, however it ended."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.screen import KioskScreen
from kiosk.assembly.sitting import Sitting
from kiosk.requests.asking import AskingForm
from kiosk.screens.check.presenter import CheckPresenter
from kiosk.screens.confirmation.presenter import ConfirmationPresenter
from kiosk.screens.my_requests.presenter import MyRequestsPresenter
from kiosk.screens.parts.words import Words
from kiosk.screens.question.presenter import QuestionPresenter
from kiosk.screens.search.presenter import SearchPresenter
from kiosk.screens.sign_in.presenter import SignInPresenter
from kiosk.screens.theme import Theme
from tests.builders.screens import PIN, World, a_kiosk_folder, the_screen_rooms
from tests.journeys.finger import Finger

ONE, OTHER, SOUGHT = "KX4826J", "VW4619Q", "jxzq"
"""Written from behind, and in no other file: pytest reads files to show a fault."""
PERSONAL = (
    *(AskingForm, CheckPresenter, ConfirmationPresenter, MyRequestsPresenter),
    *(QuestionPresenter, SearchPresenter, SignInPresenter),
)
WATCHED = (*PERSONAL, Sitting, Words)
ROUNDS = 5
"""Pairs of people in `make faults`; one pair elsewhere."""


class Wing:
    """A kiosk with people in front of it."""

    def __init__(self, stage: Stage, data: Path) -> None:
        self.before = [one for one in everything() if issubclass(type(one), WATCHED)]
        self.world = World()
        self.rooms = the_screen_rooms(data, self.world)
        self.kiosk = KioskScreen(self.rooms, Theme())
        stage.wear(Theme())
        stage.show(self.kiosk.shell)
        self.finger = Finger(self.kiosk.shell)
        self.nobody_comes()

    def somebody_asks(self, backwards: str) -> None:
        """Look something up, then ask without a PIN, until the confirmation is read."""
        finger = self.finger
        finger.touch("Touch to start")
        finger.touch("Search")
        finger.spell(SOUGHT[::-1])
        finger.touch("Back")
        finger.touch("Ask for help")
        finger.touch("Ask about housing")
        finger.touch("I understand, carry on")
        finger.spell(backwards[::-1])
        finger.touch("Continue")
        finger.spell(PIN[:3])
        finger.touch("I have no PIN")
        finger.touch("Carry on without a PIN")
        for _ in range(2):
            finger.touch("Yes")
            finger.touch("Continue")

    def hides(self) -> None:
        self.finger.touch("Close and hide")
        self.nobody_comes()

    def goes_away(self) -> None:
        """Walks off; the screen waits, asks, then wipes."""
        for _ in range(4):
            self.world.pass_by(60)
            self.kiosk.tick()
        self.nobody_comes()

    def nobody_comes(self) -> None:
        """A quarter of a minute in which the screen does its chores."""
        for _ in range(15):
            self.world.pass_by(1)
            self.kiosk.tick()
        self.finger.draw()


pytestmark = pytest.mark.faults


@pytest.fixture
def wing(stage: Stage, tmp_path: Path) -> Iterator[Wing]:
    wing = Wing(stage, a_kiosk_folder(tmp_path / "kiosk", people=False))
    yield wing
    wing.rooms.database.close()


def everything() -> list[Any]:
    """Every object that this process keeps; what was set aside for good is looked at too."""
    gc.unfreeze()
    gc.collect()
    return gc.get_objects()


def texts_with(backwards: str) -> list[str]:
    """Which kinds of object hold a text with these signs, in bytes or in letters.

    What is looked for lives in two local names and in no container, so it does not find itself.
    """
    letters = backwards[::-1]
    raw = letters.encode()
    found = []
    for one in everything():
        for inner in gc.get_referents(one):
            kind = type(inner)
            if (kind is str and letters in inner) or (kind is bytes and raw in inner):
                found.append(type(one).__name__)
    return found


def alive(wing: Wing, *kinds: type) -> list[str]:
    """What stands in memory of these kinds."""
    return [type(one).__name__ for one in since_then(wing, *kinds)]


def since_then(wing: Wing, *kinds: type) -> list[Any]:
    """What stands in memory of these kinds, apart from what other tests have left there."""
    before = {id(one) for one in wing.before}
    every = (one for one in everything() if issubclass(type(one), kinds))
    return [one for one in every if id(one) not in before]


def ink_without_a_text(wing: Wing) -> list[Words]:
    """Parts that show nothing any more, and still hold the picture of what they showed."""
    return [
        one
        for one in since_then(wing, Words)
        if one._ink is not None and not one.text and tuple(one._sheet.size) != (0, 0)
    ]


def nothing_is_left(wing: Wing) -> None:
    assert texts_with(ONE) == []
    assert texts_with(OTHER) == []
    assert texts_with(SOUGHT) == []
    assert alive(wing, *PERSONAL) == []
    assert alive(wing, Sitting) == ["Sitting"]
    assert ink_without_a_text(wing) == []


def test_what_is_typed_can_be_found_while_the_visit_lasts(wing: Wing) -> None:
    """Shows that the searches below can find something."""
    wing.somebody_asks(ONE)

    assert texts_with(ONE)
    assert alive(wing, AskingForm)
    assert alive(wing, Sitting) == ["Sitting"]
    wing.hides()


def test_close_and_hide_leaves_nothing(wing: Wing) -> None:
    wing.somebody_asks(ONE)
    wing.hides()

    nothing_is_left(wing)


@pytest.mark.slow
def test_a_request_that_was_sent_leaves_nothing(wing: Wing) -> None:
    wing.somebody_asks(ONE)
    wing.finger.touch("Send")
    wing.finger.wait_for("We aim to answer by")
    wing.hides()

    nothing_is_left(wing)


def test_walking_away_leaves_nothing(wing: Wing) -> None:
    wing.somebody_asks(ONE)
    wing.goes_away()

    nothing_is_left(wing)


@pytest.mark.slow
def test_one_after_another_in_a_hurry_leave_nothing(wing: Wing, every_point: bool) -> None:
    for _ in range(ROUNDS if every_point else 1):
        wing.somebody_asks(ONE)
        wing.finger.touch("Close and hide")
        wing.somebody_asks(OTHER)
        assert texts_with(ONE) == []
        wing.goes_away()

    nothing_is_left(wing)

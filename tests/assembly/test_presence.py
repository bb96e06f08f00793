"""Whether somebody is there: asked by the whole screen, answered through its window."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.lulls import LULL
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.tiles import Tile
from kiosk.screens.places import Place
from kiosk.screens.still_there.screen import StillThereScreen
from tests.builders.exchange import an_entry
from tests.builders.screens import World, a_kiosk_folder, put_on_the_shelf, the_screen_rooms
from tests.builders.week import a_session, an_entry_about, some_times
from tests.journeys.hand import Hand


@pytest.fixture
def hand(stage: Stage, tmp_path: Path) -> Iterator[Hand]:
    world = World()
    rooms = the_screen_rooms(a_kiosk_folder(tmp_path / "kiosk"), world)
    hand = Hand(stage, rooms, world)
    yield hand
    hand.leave()


def button(hand: Hand, text: str) -> PushButton:
    found: PushButton = hand.stage.find(PushButton, text=text)
    return found


def begin(hand: Hand) -> None:
    hand.touch(button(hand, "Touch to start"))
    assert hand.at() is Place.HOME


def asked(hand: Hand) -> bool:
    return "Are you still there?" in hand.read()


def test_the_button_that_closes_closes_and_nothing_behind_it_is_pressed(hand: Hand) -> None:
    begin(hand)
    hand.pass_by(121)
    dialog = hand.stage.find(StillThereScreen)
    close = next(
        part
        for part in dialog.walk()
        if isinstance(part, PushButton) and part.text == "Close and hide"
    )

    hand.touch(close)

    assert hand.at() is Place.ATTRACT


def test_a_touch_beside_the_question_answers_it_and_presses_nothing(hand: Hand) -> None:
    begin(hand)
    hand.pass_by(121)
    assert asked(hand)

    hand.touch(hand.stage.find(Tile))

    assert not asked(hand)
    assert hand.at() is Place.HOME


def test_the_question_stands_while_the_finger_that_answers_it_is_down(hand: Hand) -> None:
    begin(hand)
    hand.pass_by(121)
    touch = hand.press(button(hand, "Yes, carry on"))
    hand.pass_by(2)
    assert asked(hand)

    hand.lift(touch)

    assert not asked(hand)


def test_whoever_needs_more_time_is_asked_after_twice_as_long(hand: Hand) -> None:
    begin(hand)
    hand.pass_by(121)
    hand.touch(button(hand, "I need more time"))

    hand.pass_by(239)
    assert not asked(hand)
    hand.pass_by(2)
    assert asked(hand)
    assert "I need more time" not in hand.read()


def test_a_finger_that_is_down_when_the_visit_ends_presses_nothing_when_lifted(hand: Hand) -> None:
    begin(hand)
    touch = hand.press(hand.stage.find(Tile))

    hand.pass_by(60 + 151)
    assert hand.at() is Place.ATTRACT
    hand.lift(touch)

    assert hand.at() is Place.ATTRACT


def test_after_a_quarter_of_an_hour_a_line_says_that_others_may_wait(hand: Hand) -> None:
    begin(hand)
    line = "Others may be waiting. You can carry on."
    said = []
    for _ in range(21):
        hand.pass_by(58)
        hand.touch(hand.kiosk.shell)
        hand.pass_by(2)
        said.append(line in hand.read())

    assert [minute + 1 for minute, so in enumerate(said) if so] == [15, 20]
    assert hand.at() is Place.HOME


@pytest.mark.parametrize("language", ["en", "cy", "ar"])
def test_the_line_moves_nothing_on_the_page(hand: Hand, language: str) -> None:
    hand.kiosk.start_in(language)
    hand.stage.wait()
    slot = hand.kiosk._frame.ids.slot
    before = (slot.y, slot.height)

    hand.kiosk._around.others_wait(True)
    hand.stage.wait()

    assert (slot.y, slot.height) == before


def test_the_line_does_not_stay_for_the_next_person(hand: Hand) -> None:
    begin(hand)
    hand.kiosk._around.others_wait(True)

    hand.touch(button(hand, "Close and hide"))

    assert "Others may be waiting" not in hand.read()


def test_when_nobody_touches_the_screen_shows_what_is_on_today(hand: Hand) -> None:
    session = a_session(some_times("FREQ=WEEKLY;BYDAY=SU", first=hand.world.now.date(), hour=14))
    put_on_the_shelf(
        hand.kiosk._rooms.home.path,
        hand.rooms.database,
        2,
        an_entry_about(session, title="Board games"),
        an_entry_about(session, "quiet", title="Quiet group", sensitivity="private"),
        an_entry("housing-advice"),
    )
    assert "Nobody has put today on the screen yet." in hand.read()

    hand.pass_by(20 + LULL)

    assert "14:30 to 16:30: Board games" in hand.read()
    assert "Quiet group" not in hand.read()


def test_the_week_is_reached_from_the_first_screen_and_back_leads_home(hand: Hand) -> None:
    hand.pass_by(2)
    hand.touch(button(hand, "This week on B wing"))
    assert hand.at() is Place.WEEK
    assert "Nobody has put this week on the screen yet" in hand.read()

    hand.touch(button(hand, "Back"))

    assert hand.at() is Place.HOME

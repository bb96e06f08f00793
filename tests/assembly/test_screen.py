"""A whole visit on a whole kiosk, touched as a person would."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.keys import SPEAK, TO_LANGUAGES
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme, look
from tests.builders.exchange import an_entry
from tests.builders.screens import (
    NUMBER,
    World,
    a_kiosk_folder,
    put_on_the_shelf,
    the_screen_rooms,
)
from tests.builders.visitor import Visitor, stick


def test_whoever_comes_next_types_with_the_letters_of_the_screen(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.touch("Search")
    visitor.keys((TO_LANGUAGES, f"{SPEAK}vi", "ơ"))

    visitor.touch("Close and hide")
    visitor.touch("Touch to start")
    visitor.touch("Search")

    visitor.keys("q'")
    with pytest.raises(AssertionError):
        visitor.keys("ơ")


def test_a_visit_leads_from_the_first_touch_to_an_entry(visitor: Visitor) -> None:
    assert visitor.at() is Place.ATTRACT

    visitor.touch("Touch to start")
    visitor.tile("place-to-live")
    visitor.row("housing-advice")

    assert visitor.at() is Place.ENTRY
    assert "Housing help" in visitor.read()
    assert "Updated 3 days ago · B wing" in visitor.read()


def test_what_is_looked_for_is_found(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.touch("Search")
    visitor.keys("rent")
    visitor.row("rent-help")

    assert "Rent help while you are inside" in visitor.read()


def test_somebody_without_a_pin_asks_and_gets_a_number(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.tile("ask-for-help")
    visitor.tile("housing-form")
    _accept_the_notice(visitor)
    for sign in NUMBER:
        visitor.touch(sign)
    visitor.touch("Continue")
    visitor.touch("I have no PIN")
    visitor.touch("Carry on without a PIN")
    visitor.answer_every_question()
    visitor.touch("Send")

    assert visitor.at() is Place.CONFIRMATION
    assert "We aim to answer by" in visitor.read()
    assert visitor.rooms.keeping.own.of(NUMBER, visitor.rooms.time().day)[0].reference in (
        visitor.read()
    )


def test_somebody_with_a_pin_finds_the_request_again(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.tile("ask-for-help")
    visitor.tile("housing-form")
    _accept_the_notice(visitor)
    visitor.sign_in()
    visitor.answer_every_question()
    visitor.touch("Send")
    number = visitor.rooms.keeping.own.of(NUMBER, visitor.rooms.time().day)[0].reference
    visitor.touch("Close and hide")
    assert number not in visitor.read()

    visitor.touch("Touch to start")
    visitor.tile("my-requests")
    visitor.sign_in()

    assert visitor.at() is Place.MY_REQUESTS
    assert number in visitor.read()


def test_a_wrong_pin_shows_nothing(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.tile("my-requests")
    visitor.sign_in("0000")

    assert visitor.at() is Place.SIGN_IN


def test_close_and_hide_empties_the_screen_in_the_next_picture(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.touch("Search")
    visitor.keys("rent")
    assert "Rent help while you are inside" in visitor.read()

    visitor.kiosk.end()
    visitor.stage.wait(1)

    assert visitor.at() is Place.ATTRACT
    assert "Rent help" not in visitor.read()


def test_nothing_of_the_last_visit_is_left_for_the_next(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.touch("Bigger")
    visitor.touch("Contrast")
    visitor.touch("Search")
    visitor.keys("rent")
    visitor.touch("Close and hide")

    assert not look.theme.large
    assert not look.theme.dark
    visitor.touch("Touch to start")
    visitor.touch("Search")
    assert "rent" not in visitor.read()
    visitor.touch("Back")
    assert visitor.at() is Place.HOME


def test_after_two_minutes_it_asks_and_after_thirty_seconds_more_it_ends(visitor: Visitor) -> None:
    visitor.touch("Touch to start")

    visitor.wait(119)
    assert "Are you still there?" not in visitor.read()
    visitor.wait(2)
    assert "Are you still there?" in visitor.read()
    visitor.wait(30)

    assert visitor.at() is Place.ATTRACT
    assert "Are you still there?" not in visitor.read()


def test_a_visit_can_be_made_longer_as_often_as_wanted(visitor: Visitor) -> None:
    visitor.touch("Touch to start")

    for _ in range(11):
        visitor.wait(125)
        visitor.touch("Yes, carry on")

    assert visitor.at() is Place.HOME


def test_signed_in_the_visit_is_shorter_and_private_text_is_covered(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.tile("my-requests")
    visitor.sign_in()

    visitor.wait(21)
    assert "Your list is hidden" in visitor.read()
    visitor.wait(70)
    assert "Are you still there?" in visitor.read()
    visitor.wait(30)
    assert visitor.at() is Place.ATTRACT


def test_without_content_help_now_still_works(stage: Stage, tmp_path: Path, world: World) -> None:
    rooms = the_screen_rooms(a_kiosk_folder(tmp_path / "new", content=False), world)
    visitor = Visitor(stage, rooms, world)

    visitor.touch("Help now")

    assert "This screen does not call anyone." in visitor.read()
    visitor.touch("Back")
    visitor.touch("Close and hide")
    visitor.touch("Touch to start")
    visitor.tile("place-to-live")
    assert "Nothing here yet" in visitor.read()
    rooms.database.close()


def test_new_content_waits_for_the_next_visit(visitor: Visitor, data: Path) -> None:
    visitor.touch("Touch to start")
    database = visitor.rooms.database
    put_on_the_shelf(data, database, 2, an_entry("new-one", title="New", topics=("keep-home",)))

    visitor.tile("place-to-live")
    assert "New" not in visitor.stage.texts()
    visitor.touch("Close and hide")
    visitor.touch("Touch to start")
    visitor.tile("place-to-live")

    assert "New" in visitor.stage.texts()


def test_a_stick_during_a_visit_is_one_line_and_afterwards_the_staff_screen(
    visitor: Visitor, data: Path
) -> None:
    visitor.touch("Touch to start")
    stick(data, "checking")
    visitor.wait(1)

    assert "Staff are updating this screen. You can carry on." in visitor.read()
    assert visitor.at() is Place.HOME

    visitor.touch("Close and hide")
    assert visitor.at() is Place.STAFF
    stick(data, "idle")
    visitor.wait(1)
    assert visitor.at() is Place.ATTRACT


def test_when_the_work_is_done_staff_are_told_to_take_the_stick_out(
    visitor: Visitor, data: Path
) -> None:
    stick(data, "writing")
    visitor.wait(1)
    assert visitor.at() is Place.STAFF

    stick(data, "done")
    visitor.wait(1)

    assert "Take the stick out" in visitor.read()


def test_a_closed_screen_still_helps(visitor: Visitor, world: World) -> None:
    visitor.rooms.closing.close(world.now + timedelta(hours=1))
    visitor.wait(1)

    assert visitor.at() is Place.CLOSED
    visitor.stage.touch(visitor.stage.find(PushButton, text="Help now"))
    assert visitor.at() is Place.HELP_NOW
    visitor.kiosk.go_to(Place.HOME)
    assert visitor.at() is Place.HELP_NOW
    visitor.wait(3700)
    assert visitor.at() is Place.ATTRACT


def _accept_the_notice(visitor: Visitor) -> None:
    while visitor.at() is Place.NOTICE:
        carry_on = visitor.stage.find(PushButton, text="I understand, carry on")
        visitor.touch("I understand, carry on")
        if visitor.at() is Place.NOTICE and not carry_on.live:
            visitor.stage.touch(visitor.stage.find(PushButton, icon="caret-down"))


def test_a_catalogue_file_that_went_bad_gives_way_to_the_one_before(
    stage: Stage, data: Path, world: World
) -> None:
    rooms = the_screen_rooms(data, world)
    put_on_the_shelf(data, rooms.database, 2, an_entry("new-one", title="New"))
    active = rooms.shelf.active()
    assert active is not None
    active.path.write_bytes(b"not a catalogue")

    rooms.mend()
    visitor = Visitor(stage, rooms, world)
    visitor.touch("Touch to start")
    visitor.tile("place-to-live")

    assert "Housing help" in visitor.read()
    rooms.database.close()


def test_with_no_catalogue_that_can_be_read_the_screen_still_helps(
    stage: Stage, data: Path, world: World
) -> None:
    rooms = the_screen_rooms(data, world)
    active = rooms.shelf.active()
    assert active is not None
    active.path.write_bytes(b"not a catalogue")

    rooms.mend()
    visitor = Visitor(stage, rooms, world)
    visitor.touch("Touch to start")
    visitor.touch("Help now")

    assert "This screen does not call anyone." in visitor.read()
    rooms.database.close()


def test_buttons_brought_down_stand_where_they_usually_do_for_the_next_person(
    visitor: Visitor,
) -> None:
    upright = Visitor(visitor.stage, visitor.rooms, visitor.world, Theme(1080, 1920))
    upright.stage.touch(upright.stage.find(PushButton, text="Buttons lower"))
    before = look.theme.lowered

    upright.touch("Close and hide")

    assert (before, look.theme.lowered) == (True, False)
    assert upright.stage.find(PushButton, text="Buttons lower")


def test_letters_made_large_on_the_first_screen_are_usual_again_for_the_next_person(
    visitor: Visitor,
) -> None:
    visitor.touch("Bigger")
    assert "Smaller" in visitor.read()

    visitor.wait(151)

    assert "Smaller" not in visitor.read()
    assert not look.theme.large
    assert visitor.at() is Place.ATTRACT

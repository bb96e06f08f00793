"""A whole visit on a whole kiosk, touched as a person would."""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.assembly.screen import KioskScreen
from kiosk.exchange.blocks import Paragraph
from kiosk.exchange.easy import EasyLine, TermUse
from kiosk.exchange.entries import Kind
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.choices import Choice
from kiosk.screens.parts.keyboard import Key
from kiosk.screens.parts.keys import SPEAK, TO_LANGUAGES
from kiosk.screens.parts.tiles import Row, TermLine, Tile
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme, look
from tests.builders.exchange import an_entry
from tests.builders.screens import (
    NUMBER,
    PIN,
    World,
    a_kiosk_folder,
    put_on_the_shelf,
    the_screen_rooms,
)

USUAL = Theme()


class Visitor:
    """Somebody in front of a kiosk."""

    def __init__(
        self, stage: Stage, rooms: ScreenRooms, world: World, theme: Theme = USUAL
    ) -> None:
        self.stage, self.rooms, self.world = stage, rooms, world
        self.kiosk = KioskScreen(rooms, theme)
        stage.wear(theme)
        stage.show(self.kiosk.shell)

    def touch(self, text: str) -> None:
        self.stage.touch(self.stage.find(PushButton, text=text))
        self._after()

    def tile(self, key: str) -> None:
        self._touch_item(Tile, key)

    def row(self, key: str) -> None:
        self._touch_item(Row, key)

    def keys(self, signs: Iterable[str]) -> None:
        for sign in signs:
            self.stage.touch(self.stage.find(Key, sign=sign))
        self._after()

    def wait(self, seconds: float) -> None:
        """Let time pass, with the kiosk looking four times a second."""
        for _ in range(int(seconds * 2)):
            self.world.pass_by(0.5)
            self.kiosk.tick()
        self.stage.wait()

    def at(self) -> Place | None:
        return self.kiosk.place

    def read(self) -> str:
        return "\n".join(self.stage.texts())

    def answer_every_question(self) -> None:
        while self.at() is Place.QUESTION:
            self.stage.touch(self.stage.find(Choice))
            self.touch("Continue")

    def sign_in(self, pin: str = PIN) -> None:
        for sign in NUMBER:
            self.touch(sign)
        self.touch("Continue")
        self.keys(pin)
        self.touch("Continue")

    def _touch_item(self, kind: type[Tile | Row], key: str) -> None:
        for top in self.stage.window.children:
            for part in top.walk():
                if isinstance(part, kind) and part.item.key == key:
                    self.stage.touch(part)
                    self._after()
                    return
        raise AssertionError(key)

    def _after(self) -> None:
        self.kiosk.touched()
        self.kiosk.tick()
        self.stage.wait(1)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return a_kiosk_folder(tmp_path / "kiosk")


@pytest.fixture
def visitor(stage: Stage, data: Path, world: World) -> Iterator[Visitor]:
    rooms = the_screen_rooms(data, world)
    yield Visitor(stage, rooms, world)
    rooms.database.close()


def stick(data: Path, step: str, **more: object) -> None:
    """What the mailroom writes while a stick is in."""
    (data / "run" / "progress.json").write_text(json.dumps({"step": step, "stick": 7} | more))


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


def easy_page(data: Path, rooms: ScreenRooms) -> None:
    """Put a page with easy read, and a hard word, on the shelf."""
    lines = (EasyLine(text="We help you with your home.", icon="house"),)
    blocks = (Paragraph(text="Your tenancy can end."),)
    uses = (TermUse(term="tenancy-term", words="tenancy"),)
    page = an_entry(blocks=blocks).model_copy(update={"easy": lines, "terms": uses})
    term = an_entry("tenancy-term", kind=Kind.TERM, title="Tenancy", summary="A right to live.")
    put_on_the_shelf(data, rooms.database, 2, page, term)


def test_easy_read_is_seen_from_screen_to_screen(visitor: Visitor, data: Path) -> None:
    easy_page(data, visitor.rooms)
    visitor.touch("Touch to start")
    visitor.touch("Easy read")
    assert "Help with your home" in visitor.read()

    visitor.tile("place-to-live")
    visitor.row("housing-advice")

    assert "We help you with your home." in visitor.read()
    assert "Your tenancy can end." not in visitor.read()


def test_the_usual_words_come_back_when_they_are_wanted(visitor: Visitor, data: Path) -> None:
    easy_page(data, visitor.rooms)
    visitor.touch("Touch to start")
    visitor.touch("Easy read")
    visitor.tile("place-to-live")
    visitor.row("housing-advice")

    visitor.touch("Usual words")

    assert "Your tenancy can end." in visitor.read()


def test_easy_read_is_forgotten_when_the_visit_ends(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.touch("Easy read")

    visitor.touch("Close and hide")
    visitor.touch("Touch to start")

    assert "Keep your home or find one" in visitor.read()
    assert "Help with your home" not in visitor.read()


def test_easy_read_stays_when_the_language_changes(visitor: Visitor) -> None:
    visitor.touch("Touch to start")
    visitor.touch("Easy read")

    visitor.kiosk.speak("cy")

    assert "Help gyda'ch cartref" in visitor.read()


def test_a_hard_word_is_explained_and_the_page_comes_back(visitor: Visitor, data: Path) -> None:
    easy_page(data, visitor.rooms)
    visitor.touch("Touch to start")
    visitor.tile("place-to-live")
    visitor.row("housing-advice")

    visitor.stage.touch(visitor.stage.find(TermLine))
    assert "A right to live." in visitor.read()
    assert "Your tenancy can end." not in visitor.read()

    visitor.touch("Back to the page")
    assert "Your tenancy can end." in visitor.read()

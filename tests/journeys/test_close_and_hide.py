"""Close and hide, from every screen and state: it is empty, and no touch brings anything back."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.frame.presenter import Wish
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.choices import Choice
from kiosk.screens.parts.keyboard import Key
from kiosk.screens.parts.tiles import Row, Tile
from kiosk.screens.places import Place
from tests.builders.screens import NUMBER, PIN, World, a_kiosk_folder, the_screen_rooms
from tests.journeys.hand import Hand
from tests.journeys.touch import Touch


class Person(Hand):
    """Somebody who looks things up, and asks."""

    def button(self, text: str) -> None:
        self.touch(self.stage.find(PushButton, text=text))

    def item(self, kind: type[Tile | Row], key: str) -> None:
        parts = (part for top in self.stage.window.children for part in top.walk())
        self.touch(next(part for part in parts if isinstance(part, kind) and part.item.key == key))

    def keys(self, signs: str) -> None:
        for sign in signs:
            self.touch(self.stage.find(Key, sign=sign))

    def begin(self) -> None:
        self.button("Touch to start")

    def look_up(self) -> None:
        self.begin()
        self.item(Tile, "place-to-live")

    def read_entry(self) -> None:
        self.look_up()
        self.item(Row, "housing-advice")

    def search(self) -> None:
        self.begin()
        self.button("Search")
        self.keys("rent")

    def start_form(self) -> None:
        self.begin()
        self.item(Tile, "ask-for-help")
        self.item(Tile, "housing-form")

    def sign_in_typed(self) -> None:
        self.start_form()
        while self.at() is Place.NOTICE:
            carry_on = self.stage.find(PushButton, text="I understand, carry on")
            self.touch(carry_on)
            if self.at() is Place.NOTICE and not carry_on.live:
                self.touch(self.stage.find(PushButton, icon="caret-down"))
        for sign in NUMBER:
            self.button(sign)

    def pin_typed(self) -> None:
        self.sign_in_typed()
        self.button("Continue")
        self.keys(PIN)

    def answering(self) -> None:
        self.pin_typed()
        self.button("Continue")
        self.touch(self.stage.find(Choice))

    def answers_hidden(self) -> None:
        self.answering()
        self.button("Hide my answers")

    def checking(self) -> None:
        self.answering()
        while self.at() is Place.QUESTION:
            self.button("Continue")
            if self.at() is Place.QUESTION:
                self.touch(self.stage.find(Choice))

    def saved(self) -> None:
        self.checking()
        self.button("Send")

    def covered(self) -> None:
        self.saved()
        self.pass_by(21)

    def my_requests(self) -> None:
        self.saved()
        self.kiosk.go_to(Place.MY_REQUESTS)
        self.stage.wait()

    def one_request(self) -> None:
        self.my_requests()
        self.touch(self.stage.find(Row))

    def taking_back(self) -> None:
        self.one_request()
        self.button("Take it back")

    def asked_whether_here(self) -> None:
        self.my_requests()
        self.pass_by(91)

    def asked_whether_to_read_aloud(self) -> None:
        self.my_requests()
        self.kiosk.listening.hear(Wish.LISTEN)
        self.stage.wait()

    def in_another_language(self) -> None:
        self.my_requests()
        self.kiosk.speak("ar")
        self.stage.wait()

    def large_and_dark(self) -> None:
        self.my_requests()
        self.button("Bigger")
        self.button("Contrast")


STATES: dict[str, Callable[[Person], None]] = {
    name: getattr(Person, name)
    for name in (
        *("begin", "look_up", "read_entry", "search", "start_form", "sign_in_typed", "pin_typed"),
        *("answering", "answers_hidden", "checking", "saved", "covered", "my_requests"),
        *("one_request", "taking_back", "asked_whether_here", "asked_whether_to_read_aloud"),
        *("in_another_language", "large_and_dark"),
    )
}
MOST_PRIVATE = ("pin_typed", "covered", "one_request", "asked_whether_here")
SPOTS = tuple(product((0.1, 0.5, 0.9), (0.35, 0.65)))
"""Where fingers try, in shares of the glass: where buttons and lists have stood."""
INVITATION = "Choose your language · "
"""What the first screen says in other languages in turn, whoever was there before."""


@pytest.fixture
def person(stage: Stage, tmp_path: Path) -> Iterator[Person]:
    world = World()
    person = Person(stage, the_screen_rooms(a_kiosk_folder(tmp_path / "kiosk"), world), world)
    yield person
    person.leave()


@pytest.mark.parametrize("state", STATES)
def test_it_is_empty_at_once_and_nothing_of_it_is_drawn(person: Person, state: str) -> None:
    resting = set(person.stage.texts())
    STATES[state](person)
    assert person.at() not in {None, Place.ATTRACT}

    person.touch(person.kiosk._frame.ids.close)

    assert person.at() is Place.ATTRACT
    left = set(person.stage.texts()) - resting
    assert not left


@pytest.mark.parametrize("state", MOST_PRIVATE)
def test_no_touch_brings_anything_private_back(person: Person, state: str) -> None:
    STATES[state](person)
    number = person.kiosk._sitting.errand.saved
    reference = number.reference if number else NUMBER
    person.touch(person.kiosk._frame.ids.close)

    for across, up in SPOTS:
        touch = Touch(across * 1920, up * 1080)
        touch.touch_down()
        person.stage.wait(1)
        touch.touch_up()
        person.stage.wait(1)

        assert reference not in person.read()
        assert NUMBER not in person.read()
        assert person.at() not in {Place.MY_REQUESTS, Place.ONE_REQUEST, Place.CHECK}
        person.kiosk.end()


@pytest.mark.parametrize("state", ["answering", "my_requests"])
def test_when_the_visit_runs_out_by_itself_it_is_as_empty(person: Person, state: str) -> None:
    resting = set(person.stage.texts())
    STATES[state](person)

    person.pass_by(121)

    assert person.at() is Place.ATTRACT
    new = set(person.stage.texts()) - resting
    assert not {text for text in new if not text.startswith(INVITATION)}

"""What is said of a page, in which order."""

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.parts.keyboard import Field
from kiosk.screens.parts.spoken import spoken
from kiosk.screens.parts.words import Words as Text
from kiosk.screens.read_aloud.presenter import ReadAloudPresenter
from kiosk.screens.staff.presenter import voice_words
from kiosk.speech.survey import Silence
from kiosk.translation import Words
from tests import show, show_asking


def said(stage: Stage, name: str, language: str = "en") -> list[str]:
    """Everything that is said of this page."""
    words = Words(language)
    if name in show.SCREENS:
        presenter, page = show.SCREENS[name][1](words)
        page.attach(presenter)
        stage.show(page)
    else:
        frame = show_asking.framed(name, language)
        stage.show(frame)
        page = frame.ids.slot.children[0]
    return [piece.text for piece in spoken(page, words)]


@pytest.mark.parametrize("name", [*show.SCREENS, *show_asking.SAMPLES])
def test_every_page_says_something_and_its_title_comes_first(stage: Stage, name: str) -> None:
    heard = said(stage, name)

    assert heard
    page = stage.window.children[0]
    titles = [part.text for part in page.walk() if isinstance(part, Text) and part.style == "title"]
    if set(titles) & set(heard):
        assert heard[0] in titles


def test_tiles_are_said_in_reading_order_as_buttons(stage: Stage) -> None:
    heard = said(stage, "home")

    assert heard[:2] == [
        "What do you need?",
        "A place to live, Keep your home or find one, button",
    ]
    assert heard[-1] == "Ask for help, We aim to answer you, button"


def test_the_buttons_of_a_page_come_last(stage: Stage) -> None:
    heard = said(stage, "entry")

    assert heard[0] == "Housing help in this prison"
    assert heard.index("Back, button") > heard.index("Also useful")


def test_keys_to_type_with_are_not_said_one_by_one(stage: Stage) -> None:
    heard = said(stage, "search")

    assert not [text for text in heard if text in "QWERTYUIOP" or text == "Q, button"]


def test_an_empty_field_says_what_belongs_into_it(stage: Stage) -> None:
    field = Field(hint="Type a word, like bank")
    stage.show(field)
    assert [piece.text for piece in spoken(field, Words())] == ["Type a word, like bank"]

    field.text = "rent"
    assert [piece.text for piece in spoken(field, Words())] == ["rent"]


def test_what_is_hidden_in_a_field_is_not_said(stage: Stage) -> None:
    field = Field(text="4821", hidden=True)
    stage.show(field)

    assert spoken(field, Words()) == ()


def test_each_change_says_what_it_changes(stage: Stage) -> None:
    assert "Change, Which council should help?, button" in said(stage, "check")


def test_a_button_is_one_in_the_language_of_the_screen(stage: Stage) -> None:
    assert said(stage, "entry", "cy")[-1].endswith(", botwm")


def test_whoever_agreed_once_is_not_asked_again_in_this_visit() -> None:
    read: list[str] = []
    asks = ReadAloudPresenter(Words(), lambda: read.append("read"))

    asked = []
    for touch in (asks.ask, asks.read, asks.ask, asks.forget, asks.ask):
        touch()
        asked.append(asks.state.asking)

    assert asked == [True, False, False, False, True]
    assert read == ["read", "read"]


@pytest.mark.parametrize("why", sorted(set(Silence) - {Silence.NONE, Silence.UNKNOWN}))
def test_staff_read_what_is_off_what_still_works_and_who_can_help(why: Silence) -> None:
    line = voice_words(why, (), Words())

    assert "Reading aloud is off" in line
    assert "All else works" in line
    assert "Tell the office" in line


def test_staff_read_which_languages_have_no_voice() -> None:
    assert voice_words(Silence.NONE, (), Words()) == ""
    assert voice_words(Silence.UNKNOWN, ("ckb",), Words()) == ""
    assert Words("ckb").name in voice_words(Silence.NONE, ("ckb",), Words())

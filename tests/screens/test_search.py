"""Looking for words."""

from itertools import combinations

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kivy.core.window import Window

from kiosk.screens.frame.screen import Shell
from kiosk.screens.parts import keys
from kiosk.screens.parts.keyboard import Key, Keyboard
from kiosk.screens.parts.typed import TypedText
from kiosk.screens.parts.typing import Board
from kiosk.screens.places import Place
from kiosk.screens.search.presenter import LONGEST, SearchPresenter
from kiosk.screens.search.screen import SearchScreen
from kiosk.screens.theme import Theme
from kiosk.screens.window import Hands, KioskWindow, NoKeys
from kiosk.translation import Words
from tests.builders.small_catalogue import SmallCatalogue
from tests.screens.ways import Way


def a_search(typed: str = "", *, language: str = "en", way: Way | None = None) -> SearchPresenter:
    way, reading = way or Way(), SmallCatalogue()
    search = SearchPresenter(Words(language), reading, reading, way.to, way.back)
    for sign in typed:
        search.type(sign)
    return search


def test_results_come_while_typing() -> None:
    assert [row.title for row in a_search("rent").state.rows] == [
        "Rent help while you are inside",
        "You owe rent",
    ]


def test_nothing_is_looked_for_before_something_is_typed() -> None:
    assert a_search().state.rows == ()
    assert a_search(" ").state.rows == ()


def test_a_sign_can_be_taken_back() -> None:
    search = a_search("rentx")

    search.rub_out()

    assert search.state.text == "rent"
    assert search.state.rows


def test_everything_can_be_taken_back_at_once() -> None:
    search = a_search("rent")

    search.clear_all()

    assert search.state.text == ""


def test_no_more_is_typed_than_anyone_looks_for() -> None:
    assert len(a_search("a" * 200).state.text) == LONGEST


def test_a_result_says_where_it_stands_what_it_is_and_when_it_was_checked() -> None:
    assert a_search("rent").state.rows[0].text == (
        "A place to live · your right · last checked 18 November 2026"
    )


def test_when_nothing_is_found_it_says_what_to_try() -> None:
    state = a_search("xyzzy").state

    assert state.empty_title == "Nothing found"
    assert state.rows == ()


def test_a_result_is_opened() -> None:
    way = Way()

    a_search("rent", way=way).open("rent-arrears")

    assert way.gone == [(Place.ENTRY, "rent-arrears")]


def test_the_whole_list_takes_the_place_of_the_keyboard_and_back() -> None:
    search = a_search("o")

    search.show_all()
    assert not search.state.keyboard

    search.show_keyboard()
    assert search.state.keyboard


def test_another_keyboard_finds_without_another_language_on_the_screen() -> None:
    search = a_search(language="ar")

    search.type(keys.SPEAK + "en")
    for sign in "rent":
        search.type(sign)

    assert search.state.back == Words("ar")("Back")
    assert [row.title for row in search.state.rows][-1] == "You owe rent"


def test_the_field_knows_where_the_next_letter_goes() -> None:
    search = a_search(language="ar")
    assert search.state.mirrored

    search.type(keys.SPEAK + "pl")
    assert not search.state.mirrored


def test_the_next_person_finds_the_keyboard_of_their_own_language() -> None:
    a_search().type(keys.SPEAK + "vi")

    assert a_search().state.board == Board("en")


def test_touching_keys_finds_and_touching_a_result_opens(stage: Stage) -> None:
    way = Way()
    screen = SearchScreen()
    screen.attach(a_search(way=way))
    stage.show(screen)

    for sign in "rent":
        stage.touch(stage.find(Key, sign=sign))

    assert "You owe rent" in stage.texts()


def test_the_alphabet_can_be_chosen(stage: Stage) -> None:
    screen = SearchScreen()
    screen.attach(a_search())
    stage.show(screen)

    stage.touch(stage.find(Key, sign=keys.TO_ORDER))

    row = [key.sign for key in reversed(stage.find(Keyboard).children)][:5]
    assert row == list("abcde")


def test_another_keyboard_is_two_touches_away(stage: Stage) -> None:
    screen = SearchScreen()
    screen.attach(a_search())
    stage.show(screen)

    stage.touch(stage.find(Key, sign=keys.TO_LANGUAGES))
    assert stage.find(Key, sign=keys.SPEAK + "en").chosen
    stage.touch(stage.find(Key, sign=keys.SPEAK + "pl"))

    assert stage.find(Key, sign="ł")


def test_the_key_that_takes_back_stands_where_the_text_grows(stage: Stage) -> None:
    for language in ("en", "ar"):
        screen = SearchScreen()
        screen.attach(a_search(language=language))
        stage.show(screen)
        end = stage.find(Key, sign=keys.RUB_OUT).center_x > stage.theme.width / 2
        assert end == (language == "en")


def test_digits_stand_from_the_left_in_every_language(stage: Stage) -> None:
    for language in ("en", "ar"):
        screen = SearchScreen()
        screen.attach(a_search(language=language))
        screen.type(keys.TO_NUMBERS)
        stage.show(screen)
        assert stage.find(Key, sign="1").x < stage.find(Key, sign="0").x


def test_a_real_keyboard_types_nothing(stage: Stage) -> None:
    screen, shell = SearchScreen(), Shell()
    screen.attach(a_search())
    shell.add_widget(screen)
    stage.clear()
    KioskWindow(shell, Hands(lambda: None, lambda: None, NoKeys()))
    stage.wait()

    taken = [Window.dispatch("on_key_down", 97, 4, "a", []), Window.dispatch("on_textinput", "a")]
    stage.wait()

    assert all(taken)
    assert screen.state.text == ""
    stage.touch(stage.find(Key, sign="a"))
    assert screen.state.text == "a"


def test_nothing_of_what_was_typed_stays_on_the_glass(stage: Stage) -> None:
    screen = SearchScreen()
    screen.attach(a_search("rent"))
    stage.show(screen)
    typed = stage.find(TypedText)
    assert typed.shows_ink

    screen.empty()

    assert not typed.shows_ink


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (1280, 800)])
@pytest.mark.parametrize("language", ["en", "vi", "pa", "ar"])
def test_every_key_can_be_hit_with_a_finger(
    stage: Stage, size: tuple[int, int], language: str
) -> None:
    stage.wear(Theme(*size))
    screen = SearchScreen()
    screen.attach(a_search(language=language))
    stage.show(screen)
    mm = stage.theme.mm(1)
    for key in stage.find(Keyboard).children:
        assert key.height >= 19.7 * mm
        assert key.width >= 19.7 * mm
        assert key.x >= 0
        assert key.right <= size[0]
    for one, other in combinations(stage.find(Keyboard).children, 2):
        across = max(one.x - other.right, other.x - one.right)
        assert max(across, one.y - other.top, other.y - one.top) >= 2.7 * mm


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1366, 768), (1280, 800)])
@pytest.mark.parametrize("language", ["cy", "pa", "ckb"])
def test_the_keyboard_never_reaches_what_stands_above_it(
    stage: Stage, size: tuple[int, int], language: str
) -> None:
    stage.wear(Theme(*size, large=True))
    screen = SearchScreen()
    screen.attach(a_search("xq", language=language))
    stage.show(screen)
    keyboard = stage.find(Keyboard)
    above = [part for part in screen.parts() if part is not keyboard and part.height > 1]
    assert keyboard.top <= min(part.y for part in above)


def test_a_mistyped_word_is_looked_for_as_it_was_meant() -> None:
    state = a_search("hoem").state

    assert state.meant == "This is for “home”."
    assert state.rows


def test_a_found_word_says_nothing_about_another() -> None:
    assert a_search("rent").state.meant == ""


def test_results_can_be_narrowed_to_one_kind_of_thing() -> None:
    search = a_search("rent")
    search.touch("what")

    search.choose("guides")

    assert [item.title for item in search.state.choices] == ["How things work", "All areas"]
    assert search.state.options == ()


def test_typing_again_looks_everywhere_again() -> None:
    search = a_search("rent")
    search.touch("what")
    search.choose("jobs")
    assert search.state.rows == ()

    search.show_keyboard()

    assert search.state.rows


def test_before_anything_is_typed_the_lists_are_offered() -> None:
    way = Way()

    a_search(way=way).look_through()

    assert way.gone == [(Place.LISTS, "")]


@pytest.mark.parametrize("dpi", [150.0, 170.0])
def test_on_a_narrow_panel_keys_have_fifteen_millimetres(stage: Stage, dpi: float) -> None:
    stage.wear(Theme(1366, 1024, dpi=dpi))
    screen = SearchScreen()
    screen.attach(a_search())
    stage.show(screen)
    keyboard, mm = stage.find(Keyboard), stage.theme.mm(1)
    for key in keyboard.children:
        assert 14.7 * mm <= min(key.width, key.height)
        assert key.height <= 15.3 * mm
        assert keyboard.x <= key.x
        assert key.right <= keyboard.right

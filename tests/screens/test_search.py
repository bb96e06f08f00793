"""Looking for words."""

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.parts import keys
from kiosk.screens.parts.keyboard import Key, Keyboard
from kiosk.screens.places import Place
from kiosk.screens.search.presenter import LONGEST, SearchPresenter
from kiosk.screens.search.screen import SearchScreen
from kiosk.screens.theme import Theme
from kiosk.translation import Words
from tests.builders.reading import SmallCatalogue
from tests.screens.ways import Way


def a_search(typed: str = "", *, language: str = "en", way: Way | None = None) -> SearchPresenter:
    way, reading = way or Way(), SmallCatalogue()
    search = SearchPresenter(Words(language), reading, reading.find, way.to, way.back)
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


def test_welsh_has_its_own_signs() -> None:
    assert a_search(language="cy").state.welsh
    assert "ŵ" in keys.rows("qwerty", welsh=True, low=False)[0]
    assert "ŷ" in keys.rows("qwerty", welsh=True, low=True)[0]


def test_every_order_of_letters_has_every_letter() -> None:
    for mode in ("qwerty", "alphabet"):
        for low in (False, True):
            signs = {sign for row in keys.rows(mode, welsh=False, low=low) for sign in row}
            assert set("abcdefghijklmnopqrstuvwxyz'") <= signs
            assert {keys.SPACE, keys.RUB_OUT, keys.TO_NUMBERS} <= signs


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

    stage.touch(stage.find(Key, sign=keys.TO_ALPHABET))

    assert stage.find(Keyboard).mode == "alphabet"


def test_every_key_can_be_hit_with_a_finger(stage: Stage) -> None:
    for size in ((1920, 1080), (1080, 1920), (1366, 768), (1280, 800)):
        stage.wear(Theme(*size))
        screen = SearchScreen()
        screen.attach(a_search())
        stage.show(screen)
        mm = stage.theme.mm(1)
        for key in stage.find(Keyboard).children:
            assert key.height >= 19.5 * mm
            assert key.width >= 19.5 * mm
            assert key.x >= 0
            assert key.right <= size[0]

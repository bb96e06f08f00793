"""Which way a line of text runs."""

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.parts.words import Words, is_right_to_left, led
from kiosk.screens.theme import Theme, look

ARABIC = "مدير مسجون يساعدك في الخطة"
ABBREVIATED = f"POM. {ARABIC}"


@pytest.mark.parametrize("text", [ARABIC, ABBREVIATED, f"{ARABIC} Northgate Advice Charity Centre"])
def test_an_arabic_line_runs_right_to_left_whatever_stands_in_it(text: str) -> None:
    assert is_right_to_left(text, otherwise=False)


@pytest.mark.parametrize("text", ["Your request", "Ask for العربية in the library"])
def test_an_english_line_runs_left_to_right_on_an_arabic_screen(text: str) -> None:
    assert not is_right_to_left(text, otherwise=True)


@pytest.mark.parametrize("screen", [True, False])
def test_numbers_alone_run_as_the_screen_does(screen: bool) -> None:
    assert is_right_to_left("116 123", otherwise=screen) is screen


@pytest.mark.parametrize("text", [ARABIC, "Your request", "K7-4QX-92", "،", ""])
def test_a_line_that_knows_its_way_is_drawn_as_it_is(text: str) -> None:
    assert led(text) == text


def test_a_line_that_begins_in_latin_letters_is_drawn_from_the_right(stage: Stage) -> None:
    stage.wear(Theme(right_to_left=True))
    words = Words(text=ABBREVIATED)
    wide = words.natural_width()

    words.place(0, 0, wide + 400, look.px(20))

    (x, _), (width, _) = words.drawn_at
    assert x + width == pytest.approx(wide + 400, abs=1)
    assert led(ABBREVIATED) != ABBREVIATED


@pytest.mark.parametrize("text", ["Your request", "May we give wing staff your name today?"])
def test_beside_a_picture_english_stands_at_the_side_where_an_arabic_screen_starts(
    stage: Stage, text: str
) -> None:
    stage.wear(Theme(right_to_left=True))
    words = Words(text=text, align="side")

    words.place(0, 0, look.px(60), look.px(40))

    (left, _), (wide, _) = words.drawn_at
    assert left + wide == pytest.approx(words.right, abs=1)
    assert left > 0


def test_a_paragraph_in_english_begins_at_its_own_side_of_an_arabic_screen(stage: Stage) -> None:
    stage.wear(Theme(right_to_left=True))
    words = Words(text="May we give wing staff your name today?")

    words.place(0, 0, look.px(60), look.px(40))

    assert words.drawn_at[0][0] == 0


@pytest.mark.parametrize("right_to_left", [False, True])
@pytest.mark.parametrize("text", ["K7-4QX-92", "رقم طلبك"])
def test_at_the_end_of_a_line_every_script_stands_where_the_layout_ends(
    stage: Stage, text: str, right_to_left: bool
) -> None:
    stage.wear(Theme(right_to_left=right_to_left))
    words = Words(text=text, align="end")

    words.place(0, 0, 800, look.px(40))

    (left, _), (wide, _) = words.drawn_at
    assert (left == 0) is right_to_left
    assert (left + wide == pytest.approx(800, abs=1)) is not right_to_left

"""One typed line and its caret."""

import pytest

from kiosk.text.caret import TypedLine, typed_line

WINDOW = 400
ARABIC, LATIN = "مرحبا", "bank"


def a_line(text: str, *, from_the_right: bool = False) -> TypedLine:
    return typed_line(text, 30, WINDOW, from_the_right=from_the_right)


def ink(line: TypedLine) -> list[int]:
    mask = line.mask
    return [
        sum(mask.pixels[2 * (row * mask.width + at) + 1] for row in range(mask.height))
        for at in range(mask.width)
    ]


def test_the_caret_stands_after_the_last_letter() -> None:
    line = a_line(LATIN)

    assert line.caret == line.mask.width


def test_in_a_script_from_the_right_the_caret_stands_at_the_left() -> None:
    line = a_line(ARABIC, from_the_right=True)

    assert line.right_to_left
    assert line.caret == 0


def test_a_latin_word_among_arabic_ones_has_the_caret_behind_its_last_letter() -> None:
    line = a_line(f"{ARABIC} {LATIN}")
    word = a_line(LATIN)

    assert line.caret == pytest.approx(word.mask.width, abs=2)


def test_whoever_goes_on_in_arabic_writes_beyond_the_latin_word() -> None:
    assert a_line(f"{ARABIC} {LATIN}", from_the_right=True).caret == 0


def test_an_arabic_word_among_latin_ones_has_the_caret_before_its_last_letter() -> None:
    line = a_line(f"{LATIN} {ARABIC}", from_the_right=True)
    first = a_line(f"{LATIN} ")

    assert line.caret == pytest.approx(first.mask.width, abs=2)


def test_a_space_moves_the_caret() -> None:
    assert a_line("bank ").caret > a_line("bank").caret


def test_vowel_signs_do_not_break_a_syllable() -> None:
    assert a_line("ਕਿ").caret < a_line("ਕ").caret + a_line("ਿ").caret


@pytest.mark.parametrize(
    ("text", "from_the_right"),
    [
        (LATIN * 40, False),
        (ARABIC * 40, True),
        (f"{LATIN} {ARABIC * 40}", True),
        (f"{ARABIC} {LATIN * 40}", False),
    ],
)
def test_of_a_long_line_the_caret_is_always_seen(text: str, from_the_right: bool) -> None:
    line = a_line(text, from_the_right=from_the_right)

    assert line.mask.width == WINDOW
    assert 0 <= line.caret <= WINDOW


def test_of_a_long_line_the_end_is_seen() -> None:
    assert a_line("o" * 80 + "l").caret == WINDOW
    assert ink(a_line("o" * 80 + "l"))[-40:] != ink(a_line("o" * 80 + "m"))[-40:]


def test_of_a_long_arabic_line_the_end_is_seen() -> None:
    line = a_line("ب" * 80 + "ا", from_the_right=True)

    assert line.caret == 0
    assert ink(line)[:40] != ink(a_line("ب" * 80 + "م", from_the_right=True))[:40]


def test_an_empty_line_has_a_caret() -> None:
    assert a_line("").caret == 0


def test_signs_that_cannot_be_drawn_do_not_move_the_caret() -> None:
    assert a_line("ba\x00nk\ud800").caret == a_line("bank").caret

"""What the keys make of what is typed."""

import pytest

from kiosk.screens.parts import keys
from kiosk.screens.parts.keys import Page
from kiosk.screens.parts.lettering import lettering
from kiosk.screens.parts.spelling import with_sign, without_last
from kiosk.screens.parts.typing import Typing

GRAVE, ACUTE, HOOK, TILDE, DOT, DIAERESIS = "\u0300\u0301\u0309\u0303\u0323\u0308"


def typed(language: str, *signs: str) -> str:
    text = ""
    for sign in signs:
        text = with_sign(text, sign, lettering(language))
    return text


@pytest.mark.parametrize(
    ("signs", "word"),
    [
        ("a" + ACUTE, "á"),
        ("nha" + GRAVE, "nhà"),
        ("tiê" + ACUTE + "ng", "tiếng"),
        ("tiêng" + ACUTE, "tiếng"),
        ("Viêt" + DOT, "Việt"),
        ("đươc" + DOT, "được"),
        ("hoa" + GRAVE, "hòa"),
        ("hoan" + GRAVE, "hoàn"),
        ("ngoai" + GRAVE, "ngoài"),
        ("qua" + HOOK, "quả"),
        ("gia" + ACUTE, "giá"),
        ("gi" + GRAVE, "gì"),
        ("ơ" + HOOK, "ở"),
        ("nghi" + TILDE, "nghĩ"),
        ("khuyu" + HOOK, "khuỷu"),
        ("co" + ACUTE + GRAVE, "cò"),
        ("co" + ACUTE + ACUTE, "co"),
        ("ba me" + DOT, "ba mẹ"),
    ],
)
def test_a_tone_goes_onto_the_vowel_of_the_last_syllable(signs: str, word: str) -> None:
    assert typed("vi", *signs) == word


@pytest.mark.parametrize("signs", ["", "b", "12", "a "])
def test_a_tone_without_a_vowel_to_bear_it_changes_nothing(signs: str) -> None:
    assert typed("vi", *signs, ACUTE) == signs


@pytest.mark.parametrize(
    ("signs", "word"),
    [
        ("gw" + DIAERESIS, "gẅ"),
        ("e" + ACUTE, "é"),
        ("ê" + ACUTE, "é"),
        ("e" + ACUTE + ACUTE, "e"),
        ("b" + ACUTE, "b"),
        (ACUTE, ""),
    ],
)
def test_an_accent_stands_on_a_letter_that_can_bear_it(signs: str, word: str) -> None:
    assert typed("cy", *signs) == word


@pytest.mark.parametrize(
    ("signs", "word"),
    [
        (("ਕ", "ਿ"), "ਕਿ"),
        (("ਿ",), "ਇ"),
        (("ਅ", "ਾ"), "ਆ"),
        (("ੳ", "ੁ"), "ਉ"),
        (("ਭ", "ਾ", "ੀ"), "ਭਾਈ"),
        (("ਘ", "ਰ", " ", "ਾ"), "ਘਰ ਆ"),
        (("ਸ", "਼", "ਾ"), "ਸ਼ਾ"),
        (("ਪ", "੍", "ਰ"), "ਪ੍ਰ"),
        (("ਪ", "ੰ"), "ਪੰ"),
        (("ੰ",), ""),
    ],
)
def test_gurmukhi_signs_stand_where_they_are_written(signs: tuple[str, ...], word: str) -> None:
    assert typed("pa", *signs) == word


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("rent", "ren"),
        ("tiế", "ti"),
        ("e\u0302\u0301", ""),
        ("ਕਿ", "ਕ"),
        ("ਪ੍ਰ", "ਪ"),
        ("ਸ਼", "ਸ"),
        ("لا", "ل"),
        ("", ""),
    ],
)
def test_what_is_rubbed_out_is_one_sign_as_it_is_seen(text: str, left: str) -> None:
    assert without_last(text) == left


def test_a_keyboard_types_in_the_language_of_the_screen() -> None:
    assert Typing("pl", 60).board.language == "pl"


def test_another_language_can_be_typed_and_the_screen_keeps_its_own() -> None:
    typing = Typing("pl", 60)

    typing.touch(keys.TO_LANGUAGES)
    typing.touch(keys.SPEAK + "en")

    assert (typing.board.language, typing.board.page) == ("en", Page.LETTERS)


def test_a_chosen_keyboard_stays_when_the_screen_changes_its_language() -> None:
    typing = Typing("pl", 60)
    typing.touch(keys.SPEAK + "en")

    typing.follow("ar")

    assert typing.board.language == "en"


def test_a_keyboard_that_was_not_chosen_follows_the_screen() -> None:
    typing = Typing("pl", 60)

    typing.follow("ar")

    assert typing.board.language == "ar"


def test_the_keys_that_change_the_keyboard_type_nothing() -> None:
    typing = Typing("en", 60)

    for sign in (keys.TO_NUMBERS, keys.TO_LETTERS, keys.TO_ORDER, keys.TO_LANGUAGES):
        typing.touch(sign)

    assert typing.text == ""


def test_no_more_is_typed_than_there_is_room_for() -> None:
    typing = Typing("en", 3)

    for sign in "rents":
        typing.touch(sign)

    assert typing.text == "ren"


def test_a_tone_still_comes_onto_a_text_that_is_full() -> None:
    typing = Typing("vi", 3)

    for sign in ("n", "h", "a", GRAVE):
        typing.touch(sign)

    assert typing.text == "nhà"


def test_no_space_stands_at_the_start() -> None:
    typing = Typing("en", 60)

    typing.touch(keys.SPACE)

    assert typing.text == ""

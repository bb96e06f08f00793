"""Laying text out."""

import pytest

from kiosk.text.wording import LONGEST, Wording, draw, drawable, measure

SENTENCE = "A housing worker can help you keep your home, give it up safely, or look for a place."


def ink_of_columns(wording: Wording) -> list[int]:
    mask = draw(wording)
    rows = range(mask.height)
    return [
        sum(mask.pixels[2 * (row * mask.width + column) + 1] for row in rows)
        for column in range(mask.width)
    ]


def middle_of_ink(wording: Wording) -> float:
    columns = ink_of_columns(wording)
    return sum(at * ink for at, ink in enumerate(columns)) / sum(columns) / len(columns)


def test_a_text_is_as_wide_as_it_is_told() -> None:
    assert draw(Wording(SENTENCE, 30, width=400)).width == 400


def test_a_long_text_is_wrapped_to_its_width() -> None:
    one_line = measure(Wording(SENTENCE, 30))
    wrapped = measure(Wording(SENTENCE, 30, width=400))

    assert wrapped[0] <= 400
    assert wrapped[1] >= 2 * one_line[1]


def test_no_line_begins_with_the_dot_between_two_facts() -> None:
    assert drawable("Northgate · With a pet") == "Northgate\u00a0· With a pet"


def test_a_text_of_one_line_ends_in_an_ellipsis_where_it_does_not_fit() -> None:
    one = measure(Wording("Word", 30))[1]

    assert measure(Wording(SENTENCE, 30, width=400, lines=1))[1] == one


def test_larger_letters_take_more_room() -> None:
    assert measure(Wording("Back", 40)) > measure(Wording("Back", 30))


def test_more_line_height_takes_more_room() -> None:
    usual = measure(Wording(SENTENCE, 30, width=400))
    open_lines = measure(Wording(SENTENCE, 30, width=400, line_height=1.5))

    assert open_lines[1] > usual[1]


def test_english_starts_on_the_left() -> None:
    assert middle_of_ink(Wording("Back", 30, width=600)) < 0.3


def test_arabic_starts_on_the_right() -> None:
    assert middle_of_ink(Wording("مكان للعيش", 30, width=600)) > 0.7


def test_a_centred_text_stands_in_the_middle() -> None:
    middle = middle_of_ink(Wording("Back", 30, width=600, align="center"))

    assert middle == pytest.approx(0.5, abs=0.02)


def test_a_strong_part_has_more_ink() -> None:
    plain = sum(ink_of_columns(Wording("Read by Wednesday", 30)))
    strong = sum(ink_of_columns(Wording("Read by Wednesday", 30, strong=("Wednesday",))))

    assert strong > plain


def test_a_strong_part_may_hold_signs_of_markup() -> None:
    text = "5 < 6 & <b>7</b>"

    assert measure(Wording(text, 30, strong=("< 6 & <b>",)))[0] > measure(Wording(text, 30))[0]


def test_markup_in_a_text_is_only_letters() -> None:
    assert measure(Wording("<b>Back</b>", 30))[0] > measure(Wording("Back", 30))[0] * 1.5


@pytest.mark.parametrize(
    "text",
    ["हिन्दी क्षेत्र", "ਪੰਜਾਬੀ", "বাংলা", "اردو", "ქართული", "Tiếng Việt", "Українська", "አማርኛ"],
)
def test_letters_of_every_script_are_found(text: str) -> None:
    missing = draw(Wording("\U0010fffd" * len(text), 30))

    assert draw(Wording(text, 30)).pixels != missing.pixels
    assert sum(ink_of_columns(Wording(text, 30))) > 0


def test_a_telephone_number_inside_arabic_keeps_its_order() -> None:
    sentence = ink_of_columns(Wording("اتصل على 116 987", 30))
    right = ink_of_columns(Wording("116 987", 30))
    turned = ink_of_columns(Wording("987 116", 30))

    assert _difference(sentence, right) < _difference(sentence, turned) / 4


@pytest.mark.parametrize("sign", ["\ud800", "\x00", "\x1b", "\uffff"])
def test_a_sign_that_cannot_be_drawn_is_left_out(sign: str) -> None:
    assert drawable(f"a{sign}b") == "ab"


def test_a_text_without_end_is_cut() -> None:
    assert len(drawable("a" * 2_000_000)) == LONGEST


def _difference(whole: list[int], part: list[int]) -> int:
    """How far the first columns of a picture are from another picture, at the best shift."""
    return min(
        sum(abs(a - b) for a, b in zip(whole[shift:], part, strict=False)) for shift in range(4)
    )


def test_an_underlined_word_has_more_ink() -> None:
    plain = sum(ink_of_columns(Wording("Ask about bail now", 30)))
    lined = sum(ink_of_columns(Wording("Ask about bail now", 30, underlined=("bail",))))

    assert lined > plain


def test_a_longer_word_is_not_underlined_for_its_beginning() -> None:
    text = "A bailiff may come"

    assert draw(Wording(text, 30, underlined=("bail",))) == draw(Wording(text, 30))


@pytest.mark.parametrize("word", ["b", "u", "lt", "<u>", "&", "amp;"])
def test_no_word_of_content_can_be_a_mark(word: str) -> None:
    text = "b u lt <u> & amp; < and more"

    wording = Wording(text, 30, strong=("lt <u>", "b"), underlined=(word,))

    assert measure(wording)[1] == measure(Wording(text, 30))[1]


def test_bold_and_underlined_may_overlap() -> None:
    wording = Wording("Your POM and COM help", 30, strong=("Your POM",), underlined=("POM and",))

    assert measure(wording)[0] >= measure(Wording("Your POM and COM help", 30))[0]

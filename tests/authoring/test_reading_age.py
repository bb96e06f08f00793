"""How old a reader must be."""

import pytest

from admin_tools.authoring.reading_age import YOUNGEST, measured, syllables

EASY = "You can keep your home. Ask an officer. We can help you."
HARD = (
    "Notwithstanding the aforementioned stipulations, applicants must demonstrate eligibility "
    "through documentation of accommodation, employment and residential circumstances."
)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("very", 2),
        ("prison", 2),
        ("officer", 3),
        ("accommodation", 5),
        ("asked", 1),
        ("wanted", 2),
        ("makes", 1),
        ("table", 2),
        ("Every", 3),
        ("you.", 1),
        ("W", 1),
    ],
)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_an_easy_text_is_for_younger_readers() -> None:
    assert measured([EASY]).age < 8
    assert measured([HARD]).age > 18


def test_nothing_is_below_the_youngest() -> None:
    assert measured(["Go."]).age == measured([]).age == YOUNGEST


def test_the_formula_is_the_one_that_was_published() -> None:
    """Ten words of one syllable in one sentence: 0.39 x 10 + 11.8 x 1 - 15.59, and five."""
    counted = measured(["The cat sat on the mat and saw the dog."])

    assert (counted.words, counted.sentences, counted.syllables) == (10, 1, 10)
    assert counted.age == pytest.approx(max(YOUNGEST, 3.9 + 11.8 - 15.59 + 5))


def test_a_number_is_no_word() -> None:
    assert measured(["Call 0300 123 456 now."]).words == 2


def test_each_text_ends_a_sentence() -> None:
    assert measured(["A room", "A lamp"]).sentences == 2


def test_a_word_with_vowel_signs_is_one_word() -> None:
    """Punjabi writes vowels as marks that are no letters to a program."""
    assert measured(["ਇਹ ਪੰਨਾ ਹਾਲੇ ਪੰਜਾਬੀ ਵਿੱਚ ਨਹੀਂ ਹੈ।"]).words == 7

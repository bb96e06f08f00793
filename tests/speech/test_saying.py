"""Written words, as people say them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.speech.saying import said, sentences
from kiosk.speech.voices import VOICES


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("K7-4QX-92", "K, 7, 4, Q, X, 9, 2"),
        ("Your number is K7-4QX-92.", "Your number is K, 7, 4, Q, X, 9, 2."),
        ("\u2066K7-4QX-92\u2069", "K, 7, 4, Q, X, 9, 2"),
        ("A1234BC", "A, 1, 2, 3, 4, B, C"),
        ("Ring 116 123.", "Ring 1 1 6, 1 2 3."),
        ("0808 200 0247", "0 8 0 8, 2 0 0, 0 2 4 7"),
        ("08001234567", "0 8 0 0, 1 2 3, 4 5 6 7"),
        ("+44 20 7946 0000", "+ 4 4, 2 0, 7 9 4 6, 0 0 0 0"),
        ("100 000 people", "100 000 people"),
        ("9:30", "9 30"),
        ("09:00", "9 o'clock"),
        ("14:00", "2 o'clock in the afternoon"),
        ("Until 20:00.", "Until 8 o'clock in the evening."),
        ("12:00", "12 o'clock"),
        ("9:05", "9 oh 5"),
        ("9.30am to 11am", "9 30 A M to 11 A M"),
        ("1.30 pm", "1 30 P M"),
        ("13:15–14:45", "1 15 in the afternoon to 2 45 in the afternoon"),
        ("18:45", "6 45 in the evening"),
        ("12:30", "12 30"),
        ("0:10", "0 10"),
        ("16:05", "4 oh 5 in the afternoon"),
        ("Part 1.30", "Part 1.30"),
        ("£508.80", "508 pounds 80"),
        ("£1", "1 pound"),
        ("£1,250 a year", "1250 pounds a year"),
        ("It costs £5.", "It costs 5 pounds."),
        ("£0.50", "50 pence"),
        ("80p", "80 pence"),
        ("2026-12-02", "2 December 2026"),
        ("2026-19-02", "2026-19-02"),
        ("1 / 3", "1 of 3"),
        ("Money › Rent · B wing", "Money, Rent, B wing"),
        ("Who  Anyone", "Who, Anyone"),
        ("One\nTwo.\nThree", "One. Two. Three"),
        ("[[h@l'oU]]", "h@l'oU"),
        ("Wednesday 2 December", "Wednesday 2 December"),
    ],
)
def test_english_is_said_as_people_say_it(written: str, spoken: str) -> None:
    assert said(written, "en") == spoken


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        ("cy", "£508.80", "508 punt 80"),
        ("cy", "09:00", "9 o'r gloch"),
        ("cy", "14:00", "2 o'r gloch y prynhawn"),
        ("cy", "17:15", "5 15 y prynhawn"),
        ("pl", "14:00", "14"),
        ("pl", "17:05", "17 0 5"),
        ("cy", "1 / 3", "1 o 3"),
        ("pl", "£508.80", "508 funtów 80"),
        ("pl", "£1", "1 funt"),
        ("lt", "£12", "12 svarų"),
        ("tr", "£5", "5 sterlin"),
        ("ur", "£2", "2 پاؤنڈ"),
        ("lt", "2026-12-02", "2026 metų gruodžio 2 diena"),
        ("lt", "gruodžio 2 d., trečiadienis", "gruodžio 2 diena, trečiadienis"),
        ("pl", "2026-12-02", "2 grudnia 2026"),
        ("ar", "K7-4QX-92", "K, 7, 4, Q, X, 9, 2"),
        ("tr", "1 / 3", "1, 3"),
        ("ro", "1 / 3", "1 din 3"),
        ("ar", "1 / 3", "1 من 3"),
        ("lt", "9:00–10:00", "9 iki 10"),
        ("vi", "9:00–10:00", "9 đến 10"),
        ("ur", "9:00–10:00", "9 سے 10"),
        ("pa", "80p", "80 ਪੈਂਸ"),
        ("sq", "£0.50", "50 peni"),
        ("es", "116 123", "1 1 6, 1 2 3"),
    ],
)
def test_every_language_has_its_own_names_for_money_and_days(
    language: str, written: str, spoken: str
) -> None:
    assert said(written, language) == spoken


@pytest.mark.parametrize("language", sorted(VOICES))
def test_numbers_of_people_and_telephones_are_said_sign_by_sign_in_every_language(
    language: str,
) -> None:
    spoken = said("K7-4QX-92, A1234BC, 116 123, 0808 200 0247", language)

    assert spoken.startswith("K, 7, 4, Q, X, 9, 2, A, 1, 2, 3, 4, B, C, 1 1 6, 1 2 3, 0 8 0 8,")


@pytest.mark.parametrize("language", sorted(VOICES))
def test_money_and_days_are_words_in_every_language(language: str) -> None:
    spoken = said("£508.80, 80p, 2026-12-02", language)

    assert not {"£", "p,", "-"} & set(spoken.split())
    assert "80p" not in spoken
    assert "2026-12-02" not in spoken


def test_a_number_between_arabic_words_is_said_in_its_own_order() -> None:
    assert said("اتصل على \u2066116 123\u2069 الآن", "ar") == "اتصل على 1 1 6, 1 2 3 الآن"


@given(st.text(min_size=1), st.sampled_from([*VOICES, "ckb", "xx", ""]))
def test_nothing_written_is_ever_passed_over_in_silence(text: str, language: str) -> None:
    spoken = said(text, language)

    assert spoken
    assert spoken.encode()
    assert "[[" not in spoken
    assert not [sign for sign in spoken if unicodedata.category(sign) in {"Cc", "Cs"}]


@given(st.text(alphabet="ab. !\n", max_size=80), st.integers(min_value=1, max_value=30))
def test_a_long_text_is_cut_without_losing_a_sign(text: str, longest: int) -> None:
    pieces = sentences(text, longest)

    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece) <= longest for piece in pieces)


def test_a_long_text_is_cut_between_sentences() -> None:
    assert sentences("One is here. Two is there.", 15) == ("One is here.", "Two is there.")

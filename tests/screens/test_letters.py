"""Every letter of every language can be typed, none stands twice, all rows fit."""

import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.screens.parts import keys
from kiosk.screens.parts.keys import Caps, Panel, letter_caps, number_caps
from kiosk.screens.parts.lettering import DOTTED, FILE, Lettering, lettering, read
from kiosk.screens.parts.spelling import with_sign
from kiosk.translation import LOCALES, languages

LETTERS = tomllib.loads((Path(__file__).parent / "letters.toml").read_text(encoding="utf-8"))
PANELS = (
    Panel(across=10),
    Panel(across=13),
    Panel(across=13, low=True),
    Panel(across=13, roomy=False),
    Panel(across=11, lowered=True),
)
MOST_ROWS = 7


@dataclass(frozen=True, slots=True)
class Board:
    """A keyboard as it stands on one panel, in one order: its page of letters, then the other."""

    letters: Lettering
    order: int
    panel: Panel

    @property
    def pages(self) -> tuple[Caps, Caps]:
        return (
            letter_caps(self.letters, self.order, self.panel),
            number_caps(self.letters, self.order, self.panel),
        )

    @property
    def signs(self) -> set[str]:
        return {sign for page in self.pages for sign in signs_on(page)}


def signs_on(page: Caps) -> list[str]:
    return [cap.sign for row in page for cap in row]


@pytest.fixture(params=languages())
def boards(request: pytest.FixtureRequest) -> list[Board]:
    """Every keyboard of one language."""
    letters = lettering(request.param)
    return [
        Board(letters, order, panel) for order in range(len(letters.orders)) for panel in PANELS
    ]


def typed(letters: Lettering, signs: str) -> str:
    text = ""
    for sign in signs:
        text = with_sign(text, sign, letters)
    return unicodedata.normalize("NFC", text)


def spellings(letter: str, letters: Lettering) -> list[str]:
    """The ways to type a letter that has no key: sign by sign, an accent last, two that join."""
    parts = unicodedata.normalize("NFD", letter)
    accents = [
        unicodedata.normalize("NFC", parts.replace(accent, "")) + accent for accent in parts[1:]
    ]
    joined = [two for two, one in letters.joins.items() if one == letter]
    return [letter, parts, *accents, *joined]


def test_every_language_of_the_kiosk_has_a_file_of_its_own() -> None:
    assert set(languages()) == {path.parent.name for path in LOCALES.glob(f"*/{FILE}")}
    assert set(languages()) == set(LETTERS)


@pytest.mark.parametrize("language", languages())
def test_a_file_is_read_without_a_flaw(language: str) -> None:
    assert read(language, (LOCALES / language / FILE).read_bytes()).language == language


def test_every_letter_of_the_alphabet_can_be_typed(boards: list[Board]) -> None:
    for board in boards:
        letters, there = board.letters, board.signs
        for written in LETTERS[letters.language].split():
            letter = written.removeprefix(DOTTED)
            assert letter in there or any(
                set(spelling) <= there and typed(letters, spelling) == letter
                for spelling in spellings(letter, letters)
            ), (letter, board.order, board.panel)


def test_no_letter_stands_twice(boards: list[Board]) -> None:
    for board in boards:
        for signs in map(signs_on, board.pages):
            assert len(signs) == len(set(signs)), (board.order, board.panel)


def test_no_row_is_longer_than_the_panel(boards: list[Board]) -> None:
    for board in boards:
        widest = max(sum(cap.wide for cap in row) for page in board.pages for row in page)
        assert widest <= board.panel.across, (board.order, board.panel)


def test_little_height_has_few_rows(boards: list[Board]) -> None:
    most = {Panel(across=13, low=True): keys.LOW_ROWS}
    most |= {Panel(across=11, lowered=True): keys.LOWERED_ROWS}
    for board in boards:
        rows = max(map(len, board.pages))
        assert rows <= most.get(board.panel, MOST_ROWS), (board.order, board.panel)


def test_every_page_has_a_space_bar_and_a_key_that_takes_back(boards: list[Board]) -> None:
    for board in boards:
        for page in board.pages:
            needed = {keys.SPACE, keys.RUB_OUT, keys.TO_LANGUAGES}
            assert needed <= set(signs_on(page)), (board.order, board.panel)


@pytest.mark.parametrize("language", languages())
def test_every_order_of_a_language_types_the_same_letters(language: str) -> None:
    letters = lettering(language)
    orders = [set("".join(order.signs)) for order in letters.orders]
    assert all(order - set("'") == orders[0] - set("'") for order in orders)


def test_english_has_its_letters_as_on_a_computer_and_in_the_order_of_the_alphabet() -> None:
    first, second = lettering("en").orders
    assert first.rows[0] == tuple("qwertyuiop")
    assert second.letters[:26] == tuple("abcdefghijklmnopqrstuvwxyz")


@pytest.mark.parametrize("letter", ["ch", "dd", "ff", "ng", "ll", "ph", "rh", "th"])
def test_welsh_has_its_double_letters_in_the_order_of_the_alphabet(letter: str) -> None:
    assert letter in lettering("cy").orders[1].letters


def test_turkish_has_an_i_with_and_without_a_dot_on_every_panel() -> None:
    for panel in PANELS:
        assert {"i", "ı"} <= Board(lettering("tr"), 0, panel).signs


def test_digits_run_from_the_left_in_a_language_from_the_right() -> None:
    digits = [cap.sign for cap in number_caps(lettering("ar"), 0, Panel(across=10))[0]]
    assert digits == list("0987654321")


def test_letters_that_have_no_room_stand_among_the_numbers() -> None:
    letters = lettering("pa")
    low, high = Panel(across=13, low=True), Panel(across=10)
    assert "ਙ" not in {cap.sign for row in letter_caps(letters, 0, low) for cap in row}
    assert "ਙ" in {cap.sign for row in number_caps(letters, 0, low) for cap in row}
    assert "ਙ" not in {cap.sign for row in number_caps(letters, 0, high) for cap in row}


@pytest.mark.parametrize("language", languages())
def test_every_sign_that_stands_on_a_letter_has_a_name_to_be_said(language: str) -> None:
    letters = lettering(language)
    signs = {sign for order in letters.orders for sign in order.signs}
    on_letters = {sign for sign in signs if unicodedata.category(sign[0]) in {"Mn", "Mc"}}
    assert set(letters.names) == on_letters


def test_in_the_lowest_part_of_a_panel_the_families_of_gurmukhi_stay_together() -> None:
    caps = letter_caps(lettering("pa"), 0, Panel(across=11, lowered=True))
    assert [cap.sign for cap in caps[1][:5]] == list("ਚਛਜਝਞ")
    assert [row[-1].sign for row in caps] == [
        keys.RUB_OUT,
        keys.TO_NUMBERS,
        keys.TO_LANGUAGES,
        "ੂ",
        keys.SPACE,
    ]

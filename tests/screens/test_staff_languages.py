"""Staff read which languages this screen cannot say."""

from pathlib import Path

import pytest

from kiosk.screens.staff.tongues import language_words, trouble_words
from kiosk.translation import Words

BROKEN = b'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=import os;\\n"\n'


def test_where_all_is_well_nothing_is_said() -> None:
    assert language_words(Words()) == ""


@pytest.mark.parametrize("data", [BROKEN, b"\xff\xfe\x00", b'msgid "open\nmsgstr'])
def test_a_broken_file_of_words_stays_english_and_is_noticed(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "pl/LC_MESSAGES/kiosk.po"
    file.parent.mkdir(parents=True)
    file.write_bytes(data)

    polish = Words("pl", tmp_path)

    assert polish("Search") == "Search"
    assert polish.is_broken


def test_staff_read_which_words_and_which_letters_are_missing() -> None:
    said = trouble_words((Words("pl"),), (Words("pa"), Words("ar")), Words())

    assert said.splitlines() == [
        "The words of these languages cannot be read: Polish. "
        "English stands in. All else works. Tell the office.",
        "The letters of these languages are missing: Punjabi, Arabic. "
        "All else works. Tell the office.",
    ]


def test_a_language_without_a_file_is_not_broken(tmp_path: Path) -> None:
    assert not Words("pl", tmp_path).is_broken

"""Files that no keyboard can be made of."""

import shutil
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.screens.parts import keys
from kiosk.screens.parts.keys import Panel, letter_caps, number_caps
from kiosk.screens.parts.lettering import FILE, LAST_RESORT, Flaw, Flawed, flaws, lettering, read
from kiosk.screens.staff.keyboards import flaw_words
from kiosk.translation import LOCALES, Words

GOOD = """
label = "abc"
[[orders]]
name = "QWERTY"
rows = ["q w e", "a s d"]
"""


def a_file(**changes: str) -> bytes:
    text = GOOD
    for old, new in changes.items():
        text = text.replace({"rows": '["q w e", "a s d"]', "name": '"QWERTY"'}[old], new)
    return text.encode()


def a_folder(tmp_path: Path, language: str, data: bytes | None) -> Path:
    """English as it is, and this file for another language."""
    (tmp_path / "en").mkdir()
    shutil.copy(LOCALES / "en" / FILE, tmp_path / "en" / FILE)
    if data is not None:
        (tmp_path / language).mkdir(exist_ok=True)
        (tmp_path / language / FILE).write_bytes(data)
    return tmp_path


def test_a_small_file_is_read() -> None:
    assert read("en", a_file()).orders[0].rows == (("q", "w", "e"), ("a", "s", "d"))


def test_rows_of_a_script_from_the_right_begin_at_the_right() -> None:
    assert read("ar", a_file()).orders[0].rows[0] == ("e", "w", "q")


@pytest.mark.parametrize(
    ("data", "flaw"),
    [
        (b"", Flaw.NOT_READ),
        (b"\xff\xfe\x00l", Flaw.NOT_READ),
        (GOOD.encode("utf-16"), Flaw.NOT_READ),
        ("label = 'ą'".encode("iso-8859-2"), Flaw.NOT_READ),
        (b"label = ", Flaw.NOT_READ),
        (b"[" * 9000, Flaw.NOT_READ),
        (b"label = " + b"1" * 9000, Flaw.NOT_READ),
        (b"label = 'abc'\norders = 3", Flaw.NOT_READ),
        (b"label = 'abc'\norders = []", Flaw.NOT_READ),
        (a_file(rows="3"), Flaw.NOT_READ),
        (a_file(rows="[3]"), Flaw.NOT_READ),
        (a_file(rows="[]"), Flaw.NOT_READ),
        (a_file(name="3"), Flaw.NOT_READ),
        (a_file(name='" "'), Flaw.NOT_READ),
        (a_file(name='"QWERTYUIOP"'), Flaw.TOO_MANY),
        (a_file(rows='["q w e", "a s q"]'), Flaw.TWICE),
        (a_file(rows='["q w e r t y u i o p a"]'), Flaw.TOO_MANY),
        (a_file(rows='["a", "b", "c", "d", "e"]'), Flaw.TOO_MANY),
        (a_file(rows='["' + "a " * 5000 + '"]'), Flaw.TOO_MANY),
        (b"#" * 30_000, Flaw.TOO_MANY),
        (a_file(rows='["q w space"]'), Flaw.ODD_KEY),
        (a_file(rows='["q w \\u0007"]'), Flaw.ODD_KEY),
        (a_file(rows='["q w \\u202e"]'), Flaw.ODD_KEY),
        (a_file(rows='["Q w e"]'), Flaw.ODD_KEY),
        (a_file(rows='["◌"]'), Flaw.ODD_KEY),
        (GOOD.encode() + b'wide = ["q w e a s"]', Flaw.ODD_KEY),
        (GOOD.encode() + b"[joins]\nab = 3", Flaw.ODD_KEY),
        (GOOD.encode() + b'rare = "z"', Flaw.ODD_KEY),
        (GOOD.encode() + b"[names]\nq = 3", Flaw.NOT_READ),
        (GOOD.encode() + b"[names]\nq = '" + b"kew " * 30 + b"'", Flaw.NOT_READ),
        (GOOD.encode() + 3 * b"[[orders]]\nname = 'b'\nletters = 'a b'\n", Flaw.TOO_MANY),
    ],
)
def test_what_is_wrong_with_a_file_is_told(data: bytes, flaw: Flaw) -> None:
    with pytest.raises(Flawed) as told:
        read("pl", data)

    assert told.value.flaw is flaw


VALUES = st.sampled_from(
    ['"q w e"', '["q w", "e"]', "[]", '""', "3", "true", "1979-05-27", "nan", "{ a = 1 }", '"◌́ ◌"']
)


@given(
    st.dictionaries(st.sampled_from(["label", "signs", "tones", "joins", "names"]), VALUES),
    st.dictionaries(st.sampled_from(["name", "rows", "wide", "letters", "more", "rare"]), VALUES),
)
def test_whatever_stands_in_a_file_it_is_told_to_be_flawed_or_makes_a_keyboard(
    top: dict[str, str], order: dict[str, str]
) -> None:
    lines = [f"{name} = {value}" for name, value in top.items()]
    lines += ["[[orders]]", *(f"{name} = {value}" for name, value in order.items())]
    with suppress(Flawed):
        letters = read("en", "\n".join(lines).encode())
        for panel in (Panel(across=10), Panel(across=13, low=True)):
            assert keys.SPACE in [cap.sign for row in letter_caps(letters, 0, panel) for cap in row]
            assert number_caps(letters, 0, panel)


@given(st.binary(max_size=200))
@example(b"\x00")
def test_no_bytes_break_the_reading(data: bytes) -> None:
    with pytest.raises(Flawed):
        read("en", data)


def test_a_language_with_a_broken_file_types_with_the_english_letters(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "pl", b"label = ")

    assert lettering("pl", folder).language == "en"


def test_a_language_without_a_file_types_with_the_english_letters(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "pl", None)

    assert lettering("pl", folder).orders == lettering("en", folder).orders


def test_a_folder_in_place_of_a_file_is_a_flaw_too(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "pl", None)
    (folder / "pl" / FILE).mkdir(parents=True)

    assert flaws(["en", "pl"], folder) == (("pl", Flaw.NOT_READ),)


def test_without_an_english_file_plain_letters_are_left(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "en", b"\xff")

    assert lettering("pl", folder) == LAST_RESORT


def test_staff_are_told_which_files_are_flawed(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, "pl", a_file(rows='["q w q"]'))

    assert flaws(["en", "pl", "tr"], folder) == (("pl", Flaw.TWICE), ("tr", Flaw.MISSING))


@pytest.mark.parametrize("flaw", list(Flaw))
def test_staff_read_what_is_wrong_what_stands_in_and_who_can_help(flaw: Flaw) -> None:
    said = flaw_words("pl", flaw, Words())

    assert "Polski" in said
    assert said.endswith("The English one stands in. All else works. Tell the office.")

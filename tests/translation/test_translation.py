"""Every language says what it can, and English says the rest."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.translation import Words, languages

DAY = date(2026, 12, 2)
WELSH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=6; plural=n==0?0:n==1?1:n==2?2:n==3?3:n==6?4:5;\\n"

msgid "Search"
msgstr "Chwilio"

msgid "Read by {day}."
msgstr "Darllen erbyn {day}."

msgid "Broken {day}."
msgstr "Wedi torri {dydd}."

msgid "Torn {day}."
msgstr "Wedi rhwygo {day"

msgid "Not translated"
msgstr ""

#, fuzzy
msgid "Guessed"
msgstr "Dyfalu"

msgid "{n} day"
msgid_plural "{n} days"
msgstr[0] "{n} diwrnod sero"
msgstr[1] "{n} diwrnod"
msgstr[2] "{n} ddiwrnod"
msgstr[3] "{n} diwrnod tri"
msgstr[4] "{n} diwrnod chwech"
msgstr[5] "{n} o ddiwrnodau"
"""


def in_folder(folder: Path, text: str | bytes = WELSH, language: str = "cy") -> Path:
    home = folder / language / "LC_MESSAGES"
    home.mkdir(parents=True)
    (home / "kiosk.po").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def welsh(folder: Path) -> Words:
    return Words("cy", in_folder(folder))


def test_english_needs_no_file(tmp_path: Path) -> None:
    assert Words("en", tmp_path)("Read by {day}.", day="Monday") == "Read by Monday."


def test_a_message_is_said_in_the_language(tmp_path: Path) -> None:
    assert welsh(tmp_path)("Search") == "Chwilio"


def test_a_message_keeps_its_facts(tmp_path: Path) -> None:
    assert welsh(tmp_path)("Read by {day}.", day="dydd Llun") == "Darllen erbyn dydd Llun."


@pytest.mark.parametrize("message", ["Never written", "Not translated", "Guessed"])
def test_what_is_not_translated_stays_english(tmp_path: Path, message: str) -> None:
    assert welsh(tmp_path)(message) == message


@pytest.mark.parametrize("message", ["Broken {day}.", "Torn {day}."])
def test_a_broken_translation_is_said_in_english(tmp_path: Path, message: str) -> None:
    assert welsh(tmp_path)(message, day="Monday") == message.replace("{day}", "Monday")


@pytest.mark.parametrize(
    "rubbish", [b"", b"\x00\xff\xfe", b"msgid", b'msgid "Search"\nmsgstr "', b"\xff" * 99]
)
def test_a_broken_file_leaves_english(tmp_path: Path, rubbish: bytes) -> None:
    assert Words("cy", in_folder(tmp_path, rubbish))("Search") == "Search"


def test_a_language_that_nobody_knows_is_english(tmp_path: Path) -> None:
    assert Words("qqx", tmp_path).day(DAY) == "Wednesday 2 December"


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0 diwrnod sero"),
        (1, "1 diwrnod"),
        (2, "2 ddiwrnod"),
        (3, "3 diwrnod tri"),
        (6, "6 diwrnod chwech"),
        (10, "10 o ddiwrnodau"),
    ],
)
def test_each_number_has_its_form(tmp_path: Path, n: int, said: str) -> None:
    assert welsh(tmp_path).plural("{n} day", "{n} days", n) == said


@pytest.mark.parametrize(("n", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days")])
def test_english_has_two_forms(n: int, said: str) -> None:
    assert Words("en").plural("{n} day", "{n} days", n) == said


def test_a_message_without_all_its_forms_stays_english(tmp_path: Path) -> None:
    header = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=3; plural=n;\\n"\n\n'
    two = 'msgid "{n} day"\nmsgid_plural "{n} days"\nmsgstr[0] "{n} a"\nmsgstr[1] "{n} b"\n'
    assert (
        Words("cy", in_folder(tmp_path, header + two)).plural("{n} day", "{n} days", 10)
        == "10 days"
    )


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Wednesday 2 December"),
        ("cy", "dydd Mercher 2 Rhagfyr"),
        ("pl", "środa, 2 grudnia"),
        ("pt", "quarta-feira, 2 de dezembro"),
        ("lt", "gruodžio 2 d., trečiadienis"),
        ("ar", "الأربعاء، 2 ديسمبر"),
        ("ckb", "چوارشەممە 2ی کانونی یەکەم"),
        ("tr", "2 Aralık Çarşamba"),
    ],
)
def test_a_day_is_said_without_its_year(tmp_path: Path, language: str, said: str) -> None:
    assert Words(language, tmp_path).day(DAY) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "2 December 2026"), ("cy", "2 Rhagfyr 2026"), ("lt", "2026 m. gruodžio 2 d.")],
)
def test_a_date_is_said_with_its_year(tmp_path: Path, language: str, said: str) -> None:
    assert Words(language, tmp_path).date(DAY) == said


@pytest.mark.parametrize(("language", "rtl"), [("ar", True), ("ur", True), ("cy", False)])
def test_some_languages_run_from_right_to_left(tmp_path: Path, language: str, rtl: bool) -> None:
    assert Words(language, tmp_path).right_to_left is rtl


def test_a_language_calls_itself_by_its_own_name(tmp_path: Path) -> None:
    assert [Words(one, tmp_path).name for one in ("en", "cy", "pl")] == [
        "English",
        "Cymraeg",
        "Polski",
    ]


def test_the_languages_are_english_and_those_with_a_file(tmp_path: Path) -> None:
    in_folder(tmp_path, language="pl")
    assert languages(in_folder(tmp_path)) == ("en", "cy", "pl")


def machine_made(folder: Path, language: str) -> Words:
    mark = '"X-Signpost-Checked: machine-made\\n"\n"Content-Type'
    return Words(language, in_folder(folder, WELSH.replace('"Content-Type', mark), language))


def test_a_catalogue_that_a_machine_made_is_not_checked(tmp_path: Path) -> None:
    assert not machine_made(tmp_path, "pl").checked


def test_english_is_always_checked(tmp_path: Path) -> None:
    assert Words("en", tmp_path).checked


def test_what_must_be_sure_is_english_where_a_machine_translated(tmp_path: Path) -> None:
    words = machine_made(tmp_path, "pl")

    assert (words("Search"), words.sure("Search")) == ("Chwilio", "Search")


def test_what_must_be_sure_is_said_in_a_language_that_was_checked(tmp_path: Path) -> None:
    assert Words("pl", in_folder(tmp_path, language="pl")).sure("Search") == "Chwilio"


def test_welsh_is_owed_everywhere(tmp_path: Path) -> None:
    assert machine_made(tmp_path, "cy").sure("Search") == "Chwilio"


ARABIC = WELSH.replace(
    "nplurals=6; plural=n==0?0:n==1?1:n==2?2:n==3?3:n==6?4:5", "nplurals=1; plural=0"
)


def test_a_number_or_a_name_keeps_its_order_between_right_to_left_words(tmp_path: Path) -> None:
    words = Words("ar", in_folder(tmp_path, ARABIC, "ar"))

    assert words("Read by {day}.", day="K7-4QX-92") == "Darllen erbyn \u2068K7-4QX-92\u2069."


def test_left_to_right_words_need_no_such_help(tmp_path: Path) -> None:
    assert welsh(tmp_path)("Read by {day}.", day="K7") == "Darllen erbyn K7."


def test_welsh_stands_beside_english(tmp_path: Path) -> None:
    for language in ("ar", "cy", "pl"):
        in_folder(tmp_path, language=language)

    assert languages(tmp_path) == ("en", "cy", "ar", "pl")


@pytest.mark.parametrize(("language", "comma"), [("cy", ", "), ("ar", "، "), ("ur", "، ")])
def test_a_list_in_one_line_has_the_comma_of_its_script(language: str, comma: str) -> None:
    assert Words(language).comma == comma


@pytest.mark.parametrize(("language", "first"), [("en", "8"), ("cy", "8"), ("ckb", "\u200f")])
def test_a_line_that_begins_with_a_time_begins_on_the_side_of_the_language(
    language: str, first: str
) -> None:
    assert Words(language).line("8:30  Unlock")[0] == first


def test_a_day_that_ends_in_a_stop_ends_the_sentence_too(tmp_path: Path) -> None:
    words = Words("lt", tmp_path)

    assert words("Printed on {day}.", day=words.date(DAY)).endswith(" 2 d.")

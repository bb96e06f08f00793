"""What the keyboard of each language types finds what is written."""

from pathlib import Path

import pytest

from kiosk.catalogue.folding import fold
from kiosk.catalogue.search import Search
from kiosk.screens.parts.lettering import lettering
from kiosk.screens.parts.spelling import with_sign
from tests.builders.exchange import an_entry
from tests.builders.stores import a_catalogue, a_publication

ACUTE, GRAVE, HOOK = "\u0301", "\u0300", "\u0309"


def typed(language: str, signs: str) -> str:
    text = ""
    for sign in signs:
        text = with_sign(text, sign, lettering(language))
    return text


def titles_found(folder: Path, text: str, title: str) -> list[str]:
    entry = an_entry("it").model_copy(
        update={"title": title, "summary": "-", "blocks": (), "synonyms": ()}
    )
    search = Search(a_catalogue(folder, a_publication(entry)))
    return [card.title for card in search.find(text, "en").cards]


@pytest.mark.parametrize(
    ("language", "signs", "written"),
    [
        ("en", "cafe", "Café"),
        ("cy", "ty", "Tŷ"),
        ("cy", "cŵn", "Cwn"),
        ("pl", "źródło", "Zrodlo"),
        ("ro", "ședință", "Şedinţă"),
        ("sq", "çështje", "Ceshtje"),
        ("lt", "būstas", "Bustas"),
        ("pt", "não", "Nao"),
        ("es", "niño", "NIÑO"),
        ("tr", "kira", "KİRA"),
        ("tr", "ısınma", "ISINMA"),
        ("tr", "yardim", "Yardım"),
        ("vi", f"nha{GRAVE} ơ{HOOK}", "Nhà ở"),
        ("vi", "dông", "Đồng"),
        ("vi", f"tiêng{ACUTE}", "Tie\u0302\u0301ng"),
        ("pa", "ਜਮਾਨਤ", "ਜ਼ਮਾਨਤ"),
        ("pa", "ਸ਼ਬਦ", "\u0a36ਬਦ"),
        ("pa", "ਪਂਜਾਬੀ", "ਪੰਜਾਬੀ"),
        ("pa", "ਪਰਬੰਧ", "ਪ੍ਰਬੰਧ"),
        ("pa", "ਮਦਦ", "ਮੱਦਦ"),
        ("pa", "ਾਸ", "ਆਸ"),
        ("ar", "سوال", "سؤال"),
        ("ar", "علي", "علی"),
        ("ar", "فیزا", "ڤیزا"),
        ("ur", "ماں", "مان"),
        ("ur", "زکوۃ", "زكاة".replace("ا", "و")),
        ("ur", "گھر", "گهر"),
        ("ur", "پانی", "پاني"),
        ("ckb", "ماڵ", "مال"),
        ("ckb", "ھەواڵ", "هه\u200cوال"),
        ("ckb", "نوێ", "نوي"),
    ],
)
def test_what_a_keyboard_types_finds_what_is_written(
    tmp_path: Path, language: str, signs: str, written: str
) -> None:
    assert len(titles_found(tmp_path, typed(language, signs), written)) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("ਕਰ", "ਕਾਰ"), ("ਦਸ", "ਦੋਸ਼"), ("مال", "مالك"), ("bail", "bali")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)

"""Turns what is written or typed into words that find each other."""

import re
import unicodedata

LONGEST = 200
"""Signs of a typed text that are looked at: nobody types more at a standing screen."""
MOST_WORDS = 8
"""Typed words that are looked for; more only make the search slower."""

_SAME = {
    "ł": "l", "đ": "d", "ð": "d", "ø": "o", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h",
    "ı": "i", "ŋ": "n", "ŧ": "t", "ə": "e",
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ئ": "ي", "ێ": "ي",
    "ؤ": "و", "ۆ": "و", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ھ": "ه", "ک": "ك", "ڵ": "ل",
    "ڕ": "ر", "ں": "ن", "ۃ": "ه", "ے": "ي", "ڤ": "ف", "ۊ": "و", "ੰ": "ਂ",
}  # fmt: skip
"""Letters that Unicode does not take apart, but that people type as another."""
_SILENT = "ـ'’‘ʼ`\u200c\u200d\u00ad\u0a3c\u0a4d\u0a71"
"""Signs inside a word that people leave out: tatweel, apostrophes, joiners, soft hyphen; in
Gurmukhi the dot below, the joining stroke, addak."""
_DIGITS = {
    chr(zero + value): str(value)
    for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66)
    for value in range(10)
}
_TABLE = str.maketrans({**_SAME, **_DIGITS, **dict.fromkeys(_SILENT)})
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"
    "\ufe20-\ufe2f]+"
)
"""Marks that people leave out; the vowel signs of Indian scripts are letters, and stay."""
_SPECIAL = re.compile(f"[{''.join(_SAME)}{''.join(_DIGITS)}{_SILENT}]")
_BETWEEN_WORDS = re.compile(r"(?:[^\w\u0900-\u0963\u0966-\u0dff\u0e00-\u0e7f]|_)+")


def fold(text: str) -> str:
    """Write a text as small plain words with one space between: `Tŷ Łóżko` is `ty lozko`."""
    return _BETWEEN_WORDS.sub(" ", plain(text)).strip()


def plain(text: str) -> str:
    """Write a text small and without accents; what stands between its words stays.

    Enough for the index, whose own tokeniser parts the words, and half the work. Taking letters
    apart may bring new capitals (a mathematical A), therefore small twice.
    """
    small = text.casefold()
    if not small.isascii():
        apart = unicodedata.normalize("NFKD", small).casefold()
        small = _ACCENTS.sub("", unicodedata.normalize("NFKD", apart))
    return small.translate(_TABLE) if _SPECIAL.search(small) else small


def typed_words(text: str) -> tuple[str, ...]:
    """List the words somebody typed, folded, each once, in the order of typing."""
    return tuple(dict.fromkeys(fold(text[:LONGEST]).split()))[:MOST_WORDS]

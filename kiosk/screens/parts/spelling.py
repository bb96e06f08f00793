"""What touching a key does to what is typed."""

import unicodedata

from kiosk.screens.parts.lettering import Lettering

VIRAMA = frozenset("\u094d\u09cd\u0a4d\u0acd")
"""Joins the next letter to the one before; the two are seen as one sign."""
NUKTA = "\u0a3c"
HORNS = frozenset("\u0302\u0306\u031b")
"""Signs that make another letter of a vowel: â ă ơ. A tone stands over them."""
VOWELS = "aeiouy"
SILENT_STARTS = (("q", "u"), ("g", "i"))
"""The second letter belongs to the consonant where another vowel follows: quà, giá."""


def with_sign(text: str, sign: str, letters: Lettering) -> str:
    """The text with one more sign, put where its readers expect it."""
    if sign in letters.tones:
        return _with_tone(text, sign, letters.tones)
    if _is_accent(sign):
        return _with_accent(text, sign)
    if letters.joins and _is_mark(sign):
        return _with_vowel(text, sign, letters)
    return text + sign


def without_last(text: str) -> str:
    """The text without the last sign that a person sees.

    A letter goes with its accents; of a syllable in an Indian script the last sign goes, and a
    letter that hangs below another one goes with what joined it.
    """
    while text and _is_accent(text[-1]):
        text = text[:-1]
    text = text[:-1]
    while text and text[-1] in VIRAMA:
        text = text[:-1]
    return text


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign[0]) in {"Mn", "Mc"}


def _is_accent(sign: str) -> bool:
    """Whether it belongs over or under a Latin letter."""
    return "\u0300" <= sign[0] <= "\u036f"


def _with_accent(text: str, accent: str) -> str:
    """Put it on the last letter in place of any other; touched again it goes away."""
    if not text:
        return text
    base = unicodedata.normalize("NFD", text[-1])[0]
    plain = text[:-1] + base
    if text[-1] == unicodedata.normalize("NFC", base + accent):
        return plain
    one = unicodedata.normalize("NFC", base + accent)
    return text[:-1] + one if len(one) == 1 else text


def _with_vowel(text: str, sign: str, letters: Lettering) -> str:
    """A vowel sign goes onto a consonant; elsewhere it becomes the vowel by itself."""
    last = text[-1:]
    if last + sign in letters.joins:
        return text[:-1] + letters.joins[last + sign]
    alone = next((one for two, one in letters.joins.items() if two[1] == sign), "")
    bearers = {two[0] for two in letters.joins} | set(letters.joins.values())
    bears = unicodedata.category(last) == "Lo" and last not in bearers if last else False
    if alone:
        return text + (sign if bears or last == NUKTA else alone)
    return text + sign if last and not last.isspace() else text


def _with_tone(text: str, tone: str, tones: tuple[str, ...]) -> str:
    """Put the tone on the vowel of the last syllable; touched again it goes away."""
    start = len(text)
    while start and text[start - 1].isalpha():
        start -= 1
    syllable = [_apart(letter, tones) for letter in text[start:]]
    at = _bearer([letter for letter, _ in syllable])
    if at is None:
        return text
    had = next((old for _, old in syllable if old), "")
    spelt = [letter for letter, _ in syllable]
    if had != tone:
        spelt[at] = unicodedata.normalize("NFC", spelt[at] + tone)
    return text[:start] + "".join(spelt)


def _apart(letter: str, tones: tuple[str, ...]) -> tuple[str, str]:
    """A letter without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((part for part in parts if part in tones), "")
    return unicodedata.normalize("NFC", parts.replace(tone, "") if tone else letter), tone


def _bearer(syllable: list[str]) -> int | None:
    """Which letter bears the tone: one with a sign of its own, else the middle or first vowel."""
    bases = [unicodedata.normalize("NFD", letter) for letter in syllable]
    vowels = [at for at, base in enumerate(bases) if base[0] in VOWELS]
    if len(vowels) > 1 and vowels[0] == 1 and (bases[0], bases[1]) in SILENT_STARTS:
        vowels = vowels[1:]
    if not vowels:
        return None
    run = [at for at in vowels if at - vowels[-1] == vowels.index(at) - len(vowels) + 1]
    horned = [at for at in run if HORNS & set(bases[at])]
    if horned:
        return horned[-1]
    closed = run[-1] < len(syllable) - 1
    return run[1] if len(run) > 2 or (len(run) > 1 and closed) else run[0]  # noqa: PLR2004

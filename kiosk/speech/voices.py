"""Knows which voice of espeak-ng speaks which of our languages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

VOICES = {
    "en": "en-gb",
    "cy": "cy",
    "pl": "pl",
    "ro": "ro",
    "sq": "sq",
    "lt": "lt",
    "pt": "pt",
    "pa": "pa",
    "ur": "ur",
    "ar": "ar",
    "vi": "vi",
    "tr": "tr",
    "es": "es",
}
"""Voices by language. Sorani (ckb) has none: espeak-ng's Kurdish voice reads Latin letters only,
of Arabic letters it spells the code numbers in English."""
_ENGLISH = re.compile(
    r"\b(?:the|you|your|and|this|that|what|who|when|with|they|have|are|will|can|for|not|of)\b",
    re.IGNORECASE,
)
"""Small words that stand in nearly every English sentence, in ours of other languages hardly."""
ENOUGH = 2
_OWN_LETTERS = re.compile(r"[\u0600-\u06ff\u0a00-\u0a7f]")
"""Arabic and Gurmukhi: their voices say Latin words in English, an English voice spells theirs."""


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices that the program on this machine really has."""

    found: frozenset[str] = frozenset()

    def of(self, language: str) -> str:
        """The voice of a language; empty where there is none."""
        voice = VOICES.get(language, "")
        return voice if voice in self.found else ""

    def lacking(self, languages: Iterable[str]) -> tuple[str, ...]:
        """Those of these languages that cannot be read aloud."""
        return tuple(language for language in languages if not self.of(language))


def voices_in(listing: str) -> Voices:
    """The voices named by `espeak-ng --voices`: the second word of every line but the first."""
    rows = (line.split() for line in listing.splitlines()[1:])
    return Voices(frozenset(row[1] for row in rows if len(row) > 1))


def language_of(text: str, otherwise: str) -> str:
    """English where a text is in English after all, as what nobody has translated yet."""
    if _OWN_LETTERS.search(text):
        return otherwise
    return "en" if len(_ENGLISH.findall(text)) >= ENOUGH else otherwise

"""Measures how hard a text is to read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from pyphen import Pyphen

SCHOOL = 5
"""Years: a child in the first American grade is six."""
YOUNGEST = 5
"""Years: no formula says anything below."""
ENOUGH = 25
"""Words: of fewer the formula says only what one long word does to it."""
_SENTENCE = re.compile(r"[^.!?؟।۔:;؛\n]+")
_NO_LETTER = re.compile(r"[\W\d_]+")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouyl])es?$|(?<=[aeiouy]l)es?$|(?<=[^aeiouytd])ed$")
_hyphens = Pyphen(lang="en_GB")


@dataclass(frozen=True, slots=True)
class Measure:
    """What was counted in some text: words, sentences, letters, syllables."""

    words: int
    sentences: int
    letters: int
    syllables: int

    @property
    def words_a_sentence(self) -> float:
        """How long a sentence is."""
        return self.words / max(1, self.sentences)

    @property
    def letters_a_word(self) -> float:
        """How long a word is."""
        return self.letters / max(1, self.words)

    @property
    def age(self) -> float:
        """Years: the Flesch-Kincaid grade and five, for English alone.

        J. P. Kincaid and others, Derivation of new readability formulas, Research Branch Report
        8-75, Naval Technical Training Command, 1975: 0.39 of the words in a sentence, 11.8 of the
        syllables in a word, less 15.59.
        """
        if not self.words:
            return YOUNGEST
        syllables = self.syllables / self.words
        grade = 0.39 * self.words_a_sentence + 11.8 * syllables - 15.59
        return max(YOUNGEST, grade + SCHOOL)


def measured(texts: Iterable[str]) -> Measure:
    """Count these texts together; each of them ends a sentence."""
    sentences = [s for text in texts for s in sentences_of(text) if words_of(s)]
    words = [word for sentence in sentences for word in words_of(sentence)]
    letters = sum(sign.isalpha() for word in words for sign in word)
    return Measure(len(words), len(sentences), letters, sum(map(syllables, words)))


def sentences_of(text: str) -> list[str]:
    """Cut a text at the signs that end a thought."""
    return _SENTENCE.findall(text)


def words_of(text: str) -> list[str]:
    """List what stands between blanks and has a letter; numbers are no words."""
    return [word for word in text.split() if any(map(str.isalpha, word))]


@lru_cache(maxsize=10_000)
def syllables(word: str) -> int:
    """Count the syllables of an English word.

    Hyphens never part a single letter from its word ("very", "any"), so that what they count is
    held against the groups of vowels; the higher count is taken.
    """
    small = _NO_LETTER.sub("", word.lower())
    groups = len(_VOWELS.findall(_SILENT.sub("", small)))
    return max(1, groups, len(_hyphens.positions(small)) + 1)

"""How words for people must be, language by language."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pydantic import Field

from admin_tools.authoring.reading_age import ENOUGH, Measure, sentences_of
from kiosk.exchange.model import Code, Language, Model

Pattern = re.Pattern[str] | None
"""Finds any of some words; there may be none."""


class Say(Model):
    """A word that the check looks for, and what to write instead."""

    word: str = Field(min_length=1)
    say: str


class Manner(Model):
    """What the check holds one language to.

    `reading_age` in years (0: there is no formula for it), `longest_sentence` in words,
    `usual_sentence` in words on average, `usual_word` in letters on average, `longest_easy` in
    words of an easy line. `offences`: words that name one.
    """

    reading_age: int = Field(default=0, ge=0, le=20)
    longest_sentence: int = Field(default=22, ge=5)
    usual_sentence: int = Field(default=14, ge=5)
    usual_word: float = Field(default=6.0, ge=1)
    longest_easy: int = Field(default=12, ge=3)
    offences: tuple[str, ...] = ()
    never: tuple[Say, ...] = ()
    rather: tuple[Say, ...] = ()

    @cached_property
    def patterns(self) -> tuple[Pattern, Pattern, Pattern]:
        """What finds the words of `never`, `rather` and `offences`: made once, asked often."""
        never, rather = ([say.word for say in says] for says in (self.never, self.rather))
        return _pattern(never), _pattern(rather), _pattern(self.offences)


class Wording(Model):
    """policy/wording.toml: what the check looks for. Never published.

    `easy_read`: ids of entries that need an easy page, because most people open them; every form
    needs easy questions anyway. `core_outputs`: those that every prison owes. `after_release`: the
    stages after the gate.
    """

    languages: Mapping[Language, Manner] = {}
    easy_read: tuple[Code, ...] = ()
    core_outputs: tuple[Code, ...] = ()
    after_release: tuple[Code, ...] = ()

    def manner(self, language: str) -> Manner:
        """What a language is held to; nothing but lengths where nobody has said more."""
        return self.languages.get(language, _NO_MANNER)


_NO_MANNER = Manner()


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about words: whether it must be mended, what is wrong, how to mend it."""

    code: str
    problem: str
    mend: str
    must: bool = False


def remarks_on(text: str, manner: Manner) -> Iterator[Remark]:
    """Find words that we never say, hard words, sentences that are too long."""
    never, rather, offences = manner.patterns
    for say in _found(text, never, manner.never):
        yield Remark("never", f"We never say {say.word!r}.", f"Say {say.say}.", must=True)
    for say in _found(text, rather, manner.rather):
        yield Remark("rather", f"{say.word!r} is hard.", f"Say {say.say}.")
    for word in _words_in(text, offences):
        yield Remark(
            "offence",
            f"{word!r} names an offence.",
            "Say it without, unless somebody needs the word to get help: others read along.",
        )
    for sentence in sentences_of(text):
        count = len(sentence.split())
        if count > manner.longest_sentence:
            yield Remark(
                "long-sentence",
                f"A sentence has {count} words.",
                f"Make two sentences of it; {manner.longest_sentence} words are enough.",
            )


def remarks_on_page(measure: Measure, manner: Manner) -> Iterator[Remark]:
    """Say whether a whole page is too hard; of a few words nothing can be said."""
    if measure.words < ENOUGH:
        return
    if manner.reading_age and measure.age > manner.reading_age:
        yield Remark(
            "hard-to-read",
            f"A reader must be {measure.age:.1f} years old to read this.",
            f"Use shorter words and sentences, for a reader of {manner.reading_age}.",
        )
    if measure.words_a_sentence > manner.usual_sentence:
        yield Remark(
            "long-sentences",
            f"A sentence has {measure.words_a_sentence:.1f} words on average.",
            f"Make them shorter; {manner.usual_sentence} words are enough.",
        )
    if measure.letters_a_word > manner.usual_word:
        yield Remark(
            "long-words",
            f"A word has {measure.letters_a_word:.1f} letters on average.",
            f"Use shorter words; {manner.usual_word:.1f} letters are usual.",
        )


def _found(text: str, pattern: Pattern, says: tuple[Say, ...]) -> Iterator[Say]:
    found = _words_in(text, pattern)
    by_word = {say.word.lower(): say for say in reversed(says)} if found else {}
    yield from (by_word[word] for word in found if word in by_word)


def _words_in(text: str, pattern: Pattern) -> list[str]:
    """List which of its words stand in a text, in small letters."""
    return sorted({match.lower() for match in pattern.findall(text)}) if pattern else []


def _pattern(words: Sequence[str]) -> Pattern:
    """One pattern for all of them; the longest first, so that it is the one that is named."""
    if not words:
        return None
    longest = sorted(words, key=len, reverse=True)
    either = "|".join(re.escape(word) for word in longest)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

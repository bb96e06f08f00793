"""Finds the hard words of each page that an entry of kind term explains."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from admin_tools.authoring.writing import NATIONAL, Written
from kiosk.exchange.blocks import Contact, Fact, Heading, Paragraph, Point, Step, TextValue
from kiosk.exchange.easy import TermUse
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.limits import TERMS

OTHER = "not "
"""Begins what has the word of a term in it and means something else (not driving licence)."""


@dataclass(frozen=True, slots=True)
class _Term:
    """One way to say a term, for everybody who sees `layer`."""

    id: str
    layer: str
    words: str


class _Terms:
    """Every way of saying every term in one language, looked for together."""

    def __init__(self, said: Iterable[_Term]) -> None:
        self._by_words: dict[str, list[_Term]] = {}
        self._others: dict[str, list[str]] = {}
        for term in said:
            if term.words.startswith(OTHER):
                other = term.words.removeprefix(OTHER).casefold()
                self._others.setdefault(term.id, []).append(other)
                continue
            self._by_words.setdefault(term.words.lower(), []).append(term)
        longest_first = sorted(self._by_words, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first)) or r"(?!)"
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)

    def in_text(self, text: str) -> Iterator[tuple[_Term, str]]:
        """Give what stands in a text, as it stands there.

        Small letters find capitals too; words with a capital are only themselves (POM, the IMB).
        """
        for found in self._pattern.findall(text):
            for term in self._by_words[found.lower()]:
                if term.words in (found, found.lower()):
                    yield term, found

    def others_in(self, texts: Iterable[str]) -> dict[str, str]:
        """Give for each term what stands in a page with its word and means something else."""
        page = "\n".join(texts).casefold()
        found = {term: [one for one in said if one in page] for term, said in self._others.items()}
        return {term: "\n".join(said) for term, said in found.items()}


def with_terms(written: Iterable[Written]) -> tuple[Written, ...]:
    """Give every page with the terms that stand in it, as they stand in it first."""
    every = tuple(written)
    terms = {language: _Terms(_said(every, language)) for language in _languages(every)}
    return tuple(
        one
        if one.entry.kind is Kind.TERM
        else replace(one, entry=_marked(one, terms[one.entry.language]))
        for one in every
    )


def _languages(written: Iterable[Written]) -> set[str]:
    return {one.entry.language for one in written}


def _said(written: Iterable[Written], language: str) -> Iterator[_Term]:
    for one in written:
        if one.entry.kind is Kind.TERM and one.entry.language == language:
            for words in one.said or (one.entry.title,):
                yield _Term(one.entry.id, one.layer, words)


def _marked(written: Written, terms: _Terms) -> Entry:
    entry = written.entry
    uses: dict[str, TermUse] = {}
    texts = tuple(explained_texts(entry))
    others = terms.others_in(texts)
    for text in texts:
        for term, words in terms.in_text(text):
            meant = words.casefold() not in others.get(term.id, "")
            if meant and term.id not in written.without and _sees(written.layer, term.layer):
                uses.setdefault(term.id, TermUse(term=term.id, words=words))
    if not uses:
        return entry
    return entry.model_copy(update={"terms": tuple(uses.values())[:TERMS]})


def _sees(layer: str, other: str) -> bool:
    """Whether everybody who has a page of `layer` has those of the other layer too."""
    return other == NATIONAL or f"{layer}/".startswith(f"{other}/")


def explained_texts(entry: Entry) -> Iterator[str]:
    """Give each text of an entry in which the screen underlines words, in its order."""
    yield entry.summary
    for block in entry.drawn:
        match block:
            case Paragraph():
                yield f"{block.lead} {block.text}" if block.lead else block.text
            case Heading() | Point() | Step():
                yield block.text
            case Contact():
                yield block.how
            case Fact(value=TextValue(text=text)):
                yield text
            case _:
                pass

"""Finds the hard words of each page that an entry of kind term explains."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from admin_tools.authoring.writing import NATIONAL, Written
from kiosk.exchange.blocks import Contact, Fact, Paragraph, Point, Step, TextValue
from kiosk.exchange.easy import TermUse
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.limits import TERMS


@dataclass(frozen=True, slots=True)
class _Term:
    """One way to say a term, in one language, for everybody who sees `layer`."""

    id: str
    layer: str
    language: str
    words: re.Pattern[str]


def with_terms(written: Iterable[Written]) -> tuple[Written, ...]:
    """Give every page with the terms that stand in it, as they stand in it first."""
    every = tuple(written)
    terms = tuple(_terms(every))
    return tuple(
        one if one.entry.kind is Kind.TERM else replace(one, entry=_marked(one, terms))
        for one in every
    )


def _terms(written: Sequence[Written]) -> Iterator[_Term]:
    """List every way of saying every term; the longest first, so that it is found first."""
    said = [
        (words, one)
        for one in written
        if one.entry.kind is Kind.TERM
        for words in one.said or (one.entry.title,)
    ]
    for words, one in sorted(said, key=lambda pair: -len(pair[0])):
        pattern = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", _how(words))
        yield _Term(one.entry.id, one.layer, one.entry.language, pattern)


def _how(words: str) -> int:
    """Small letters find capitals too; a name in capitals is only itself (POM, tag, TAG)."""
    return re.IGNORECASE if words == words.lower() else 0


def _marked(written: Written, terms: Sequence[_Term]) -> Entry:
    entry = written.entry
    texts = tuple(explained_texts(entry))
    uses: dict[str, TermUse] = {}
    for term in terms:
        wanted = term.id not in uses and term.id not in written.without
        if wanted and term.language == entry.language and _sees(written.layer, term.layer):
            found = next(filter(None, map(term.words.search, texts)), None)
            if found:
                uses[term.id] = TermUse(term=term.id, words=found[0])
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
            case Point() | Step():
                yield block.text
            case Contact():
                yield block.how
            case Fact(value=TextValue()):
                yield block.value.text
            case _:
                pass

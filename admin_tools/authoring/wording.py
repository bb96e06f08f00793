"""Reads the words of an entry as a person on the wing would."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from admin_tools.authoring.findings import Finding, hint, must
from admin_tools.authoring.manners import Remark, Wording, remarks_on, remarks_on_page
from admin_tools.authoring.reading_age import Measure, measured
from admin_tools.authoring.sources import Sources
from admin_tools.authoring.texts import Where, is_hidden
from admin_tools.authoring.writing import Written
from kiosk.exchange.blocks import Heading
from kiosk.exchange.entries import Entry

_CODES = frozenset(
    {"block", "type", "list", "code", "label", "entry", "form", "severity", "icon", "id", "purpose"}
    | {
        "sha256",
        "desk",
        "clock",
        "question",
        "any_of",
        "pick",
        "filled_from",
        "urgent",
        "day",
        "time",
        "each",
        "unit",
        "codes",
        "start",
        "end",
    }
)
"""Fields of blocks and forms that hold no words."""
_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Revd?|Officer|PC|Sgt)\b\.? (?:[A-Z]\w*\.? )?[A-Z][a-z]+"
    r"|\b[A-Za-z]+\.[A-Za-z]+@"
)
"""A title with a surname, or an address made of first name and surname."""
_MOBILE = re.compile(r"(?<!\d)(\+44 ?7|07)\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)")


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of text with its place."""

    file: str
    line: int
    text: str


def check_words(written: Written, wording: Wording) -> Iterator[Finding]:
    """Find hidden signs, numbers of persons, and what the language must not have."""
    manner = wording.manner(written.entry.language)
    for said in _said(written):
        yield from _hidden(said)
        if _MOBILE.search(said.text):
            yield hint(
                said.file,
                said.line,
                "mobile-number",
                "This looks like one person's mobile number.",
                "Give the number of a service, or a role to ask for.",
            )
        yield from _named(said)
        yield from (_finding(said, remark) for remark in remarks_on(said.text, manner))
    measure = measured_page(written.entry)
    page = Said(written.page, 1, "")
    yield from (_finding(page, remark) for remark in remarks_on_page(measure, manner))


def check_listed_words(sources: Sources) -> Iterator[Finding]:
    """Find what a language must not have in the lists and profiles that people read too."""
    for toml in sources.files.values():
        for where, language, text in _by_language(toml.data, ()):
            for remark in remarks_on(text, sources.wording.manner(language)):
                yield _finding(Said(toml.name, toml.line(where), text), remark)


def _by_language(value: object, where: Where) -> Iterator[tuple[Where, str, str]]:
    """List every text that stands under the name of its language."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            if isinstance(inner, str) and "en" in value:
                yield (*where, name), str(name), inner
            else:
                yield from _by_language(inner, (*where, name))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from _by_language(inner, (*where, at))


def measured_page(entry: Entry) -> Measure:
    """Count the words of an entry that are sentences: not its title, nor its headings."""
    blocks = (block for block in entry.drawn if not isinstance(block, Heading))
    return measured((entry.summary, *_texts(tuple(blocks)), *(_texts(entry.form))))


def _finding(said: Said, remark: Remark) -> Finding:
    say = must if remark.must else hint
    return say(said.file, said.line, remark.code, remark.problem, remark.mend)


def _said(written: Written) -> Iterator[Said]:
    entry, page = written.entry, written.page
    yield Said(page, 1, entry.title)
    yield Said(page, 1, entry.summary)
    for block, line in zip(entry.blocks, written.lines, strict=True):
        for text in _texts(block):
            yield Said(page, line, text) if line else _in_facts(written, text)
    for block in entry.about.blocks() if entry.about else ():
        yield from (_in_facts(written, text) for text in _texts(block))
    for text in _texts(entry.form) if entry.form else ():
        yield _in_facts(written, text)


def _in_facts(written: Written, text: str) -> Said:
    return Said(written.facts.name, written.line_saying(text), text)


def _texts(value: object, name: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if value and name not in _CODES:
            yield value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from _texts(getattr(value, field), field)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _texts(inner, name)


def _named(said: Said) -> Iterator[Finding]:
    if found := _NAME.search(said.text):
        yield hint(
            said.file,
            said.line,
            "personal-name",
            f"This looks like one person's name: {found.group(0)!r}.",
            "Name the role: people come and go.",
        )


def _hidden(said: Said) -> Iterator[Finding]:
    for sign in sorted(sign for sign in set(said.text) if is_hidden(sign) or sign in "\r\n\t"):
        yield must(
            said.file,
            said.line,
            "hidden-sign",
            f"There is a sign that nobody can see in these words: U+{ord(sign):04X}.",
            "Write the words on one line, without it.",
        )

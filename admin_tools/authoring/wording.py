"""Reads the words of an entry as a person on the wing would."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from admin_tools.authoring.findings import Finding, hint, must
from admin_tools.authoring.sources import Wording
from admin_tools.authoring.texts import is_hidden
from admin_tools.authoring.writing import ENGLISH, Written

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
_MOBILE = re.compile(r"(?<!\d)(\+44 ?7|07)\d{3}[ -]?\d{3}[ -]?\d{3}(?!\d)")
_SENTENCE = re.compile(r"[^.!?:]+")


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of text with its place."""

    file: str
    line: int
    text: str


def check_words(written: Written, wording: Wording) -> Iterator[Finding]:
    """Find hidden signs and numbers in every language, words and long sentences in English."""
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
        if written.entry.language == ENGLISH:
            yield from _words(said, wording)
            yield from _sentences(said, wording.longest_sentence)


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
    """Find the line of a text in facts.toml by looking for the text itself."""
    lines = written.facts.text.split("\n")
    found = next((n for n, line in enumerate(lines, 1) if text in line), 1)
    return Said(written.facts.name, found, text)


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


def _hidden(said: Said) -> Iterator[Finding]:
    found = sorted({sign for sign in said.text if is_hidden(sign) or sign in "\r\n\t"})
    for sign in found:
        yield must(
            said.file,
            said.line,
            "hidden-sign",
            f"There is a sign that nobody can see in these words: U+{ord(sign):04X}.",
            "Write the words on one line, without it.",
        )


def _words(said: Said, wording: Wording) -> Iterator[Finding]:
    for word in wording.never:
        if _has(said.text, word.word):
            yield must(
                said.file, said.line, "never", f"We never say {word.word!r}.", f"Say {word.say}."
            )
    for word in wording.rather:
        if _has(said.text, word.word):
            yield hint(
                said.file, said.line, "rather", f"{word.word!r} is hard.", f"Say {word.say}."
            )


def _has(text: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) is not None


def _sentences(said: Said, longest: int) -> Iterator[Finding]:
    for sentence in _SENTENCE.findall(said.text):
        count = len(sentence.split())
        if count > longest:
            yield hint(
                said.file,
                said.line,
                "long-sentence",
                f"A sentence has {count} words.",
                f"Make two sentences of it; {longest} words are enough.",
            )

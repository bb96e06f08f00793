"""Reads a long JSON file one entry at a time, so that none needs to be in memory whole."""

import codecs
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from admin_tools.authoring.interchange.rows import NotReadable

LONGEST = 1024 * 1024
"""Letters of one entry: more is a mistake in somebody's file."""
CHUNK = 64 * 1024
LINES = frozenset({".ndjson", ".jsonl"})
"""Endings of files that hold one entry a line."""
BROKEN = object()
"""Stands for a line that is no JSON."""


def values(path: Path, lists: Sequence[str]) -> Iterator[object]:
    """Give each entry: of a list, of an object that holds one under a known name, of each line.

    An object without such a list is the only entry. Raise NotReadable where it is no JSON.
    """
    with path.open("rb") as file:
        if path.suffix.lower() in LINES:
            yield from _lines(file)
            return
        text = _Text(file)
        if not text.sign():
            raise NotReadable("It is empty.")
        while sign := text.sign():
            if sign == "[":
                yield from _items(text)
            elif sign == "{":
                yield from _listed(text, lists)
            else:
                raise text.wrong()


class _Text:
    """The text of a file, as much of it as is needed at a time; `given` counts its entries."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decode = codecs.getincrementaldecoder("utf-8-sig")().decode
        self._read = json.JSONDecoder().raw_decode
        self._text, self._at, self._ended = "", 0, False
        self.given = 0

    def sign(self) -> str:
        """Look at the next sign that is no space; "" at the end."""
        while True:
            while self._at < len(self._text):
                if not self._text[self._at].isspace():
                    return self._text[self._at]
                self._at += 1
            if self._ended:
                return ""
            self._more()

    def take(self, wanted: str) -> bool:
        """Take the next sign if it is this one."""
        if self.sign() != wanted:
            return False
        self._at += 1
        return True

    def must(self, wanted: str) -> None:
        """Take the next sign, which must be this one."""
        if not self.take(wanted):
            raise self.wrong()

    def value(self) -> object:
        """Take one whole value."""
        self.sign()
        while True:
            try:
                value, end = self._read(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if self._ended or len(self._text) - self._at > LONGEST:
                    raise self.wrong() from error
            else:
                if end < len(self._text) or self._ended:
                    self._at = end
                    return value
            self._more()

    def wrong(self) -> NotReadable:
        """Say where it is no JSON."""
        return NotReadable(f"It is no JSON after {self.given} of its entries, or breaks off there.")

    def _more(self) -> None:
        data = self._file.read(CHUNK)
        self._ended = not data
        try:
            self._text = self._text[self._at :] + self._decode(data, self._ended)
        except UnicodeDecodeError as error:
            raise NotReadable(
                "It is not UTF-8: it was saved in a Windows encoding. Save it again as UTF-8."
            ) from error
        self._at = 0


def _items(text: _Text) -> Iterator[object]:
    text.must("[")
    if text.take("]"):
        return
    while True:
        text.given += 1
        yield text.value()
        if text.take("]"):
            return
        text.must(",")


def _listed(text: _Text, lists: Sequence[str]) -> Iterator[object]:
    """Read the members of an object; those of its list are the entries."""
    text.must("{")
    found, members = False, {}
    while not text.take("}"):
        name = text.value()
        text.must(":")
        if name in lists and text.sign() == "[":
            found = True
            yield from _items(text)
        else:
            members[name] = text.value()
        if text.sign() != "}":
            text.must(",")
    if not found:
        text.given += 1
        yield members


def _lines(file: BinaryIO) -> Iterator[object]:
    """Read one entry a line; a line that cannot be read stops none of the others."""
    while line := file.readline(LONGEST + 1):
        if len(line) > LONGEST:
            raise NotReadable("A line of it is very long. Is there one entry on each line?")
        if line.strip():
            try:
                yield json.loads(line.decode("utf-8-sig"))
            except (ValueError, RecursionError):
                yield BROKEN

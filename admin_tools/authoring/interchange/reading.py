"""Takes plain values out of JSON that somebody else wrote."""

import json
from collections.abc import Mapping
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from admin_tools.authoring.texts import is_hidden

MOST = 32 * 1024 * 1024
"""Bytes of a file from elsewhere."""


MOST_COUNTED = 1_000_000
"""Places, years, openings: more is a mistake in somebody's file."""
_BLOCKS = frozenset({"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr"})


class NotReadable(Exception):
    """The file from elsewhere is not what it should be."""


def objects(path: Path, lists: tuple[str, ...]) -> list[Mapping[str, object]]:
    """Read one object or many: a list, or an object that holds one under a known name."""
    with path.open("rb") as file:
        data = file.read(MOST + 1)
    try:
        value = json.loads(data[:MOST].decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise NotReadable("It is not JSON in UTF-8.") from error
    if isinstance(value, dict):
        value = next((value[name] for name in lists if name in value), [value])
    if len(data) > MOST or not isinstance(value, list):
        raise NotReadable("It holds no list.")
    found: list[Mapping[str, object]] = [one for one in value if isinstance(one, dict)]
    if len(found) != len(value):
        raise NotReadable("Something in its list is no object.")
    return found


def text(value: Mapping[str, object], name: str) -> str:
    """Read a text; signs that nobody can see become spaces; anything else is no text."""
    found = value.get(name)
    if not isinstance(found, str):
        return ""
    return "".join(" " if is_hidden(sign) and sign != "\n" else sign for sign in found).strip()


def paragraphs(value: Mapping[str, object], name: str) -> list[str]:
    """Read a long text as paragraphs; of HTML, only the words."""
    found = text(value, name)
    if "<" in found and ">" in found:
        words = _Words()
        words.feed(found)
        words.close()
        found = "".join(words.said)
    return [line.strip() for line in found.split("\n") if line.strip()]


class _Words(HTMLParser):
    """Keeps the words of HTML, one paragraph a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.said.append("\n" if tag in _BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self.said.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        self.said.append(data)


def inner(value: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Read an object inside, or the first of several; an empty one when there is none."""
    found = value.get(name)
    return found if isinstance(found, dict) else first(value, name)


def first(value: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Read the first object of a list; an empty one when there is none."""
    found = value.get(name)
    if isinstance(found, list) and found and isinstance(found[0], dict):
        return found[0]
    return {}


def objects_in(value: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """Read a list of objects; what is none is passed over."""
    found = value.get(name)
    listed = found if isinstance(found, list) else []
    return [one for one in listed if isinstance(one, dict)]


def number(value: Mapping[str, object], name: str) -> int | None:
    """Read a whole number that is not below nothing; a word for one is read too."""
    found = value.get(name)
    if isinstance(found, str) and found.strip().isascii() and found.strip().isdigit():
        found = int(found)
    whole = isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= MOST_COUNTED
    return found if isinstance(found, int) and whole else None


def day(value: Mapping[str, object], name: str) -> date | None:
    """Read the day of a date or an instant."""
    try:
        return date.fromisoformat(text(value, name)[:10])
    except ValueError:
        return None

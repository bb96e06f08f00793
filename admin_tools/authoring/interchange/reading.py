"""Takes plain values out of JSON that somebody else wrote."""

import re
from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

from admin_tools.authoring.interchange.rows import tidy

LONG = 300
"""Letters of a first paragraph that may stand as a summary; of a longer one, its first sentence."""
_BLOCKS = frozenset({"p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "tr"})
_UNSEEN = frozenset({"script", "style"})
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*")
_SENTENCE = re.compile(r"(.{20,300}?[.!?]) +(?=\S)", re.DOTALL)


def text(value: Mapping[str, object], name: str) -> str:
    """Read a text or a number as words; anything else is none."""
    found = value.get(name)
    if isinstance(found, str):
        return tidy(found)
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        return ""
    return str(found)


def texts(value: Mapping[str, object], name: str) -> list[str]:
    """Read a text, or a list of them."""
    found = value.get(name)
    if found is None:
        return []
    several = found if isinstance(found, list) else [found]
    return [tidy(one) for one in several if isinstance(one, str) and one.strip()]


def paragraphs(value: Mapping[str, object], name: str) -> list[str]:
    """Read a long text as paragraphs; of HTML, only the words."""
    found = text(value, name)
    if not found:
        return []
    if "<" in found or "&" in found:
        words = _Words()
        words.feed(found)
        words.close()
        found = "".join(words.said)
    return [" ".join(line.split()) for line in found.split("\n") if line.strip()]


def words(value: Mapping[str, object], name: str) -> str:
    """Read a long text as one line."""
    return " ".join(paragraphs(value, name))


def summed(said: Sequence[str]) -> tuple[str, str]:
    """Part paragraphs into a summary and the rest, one a line."""
    if not said:
        return "", ""
    first, rest = said[0], list(said[1:])
    if len(first) > LONG and (found := _SENTENCE.match(first)):
        first, rest = found[1], [first[found.end() :], *rest]
    return first, "\n".join(rest)


class _Words(HTMLParser):
    """Keeps the words of HTML, one paragraph a line."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self._unseen += tag in _UNSEEN
        self.said.append("\n" if tag in _BLOCKS else "")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0
        self.said.append("\n" if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.said.append(data)


def inner(value: Mapping[str, object], name: str) -> Mapping[str, object]:
    """Read an object inside, or the first of several; an empty one when there is none."""
    found = value.get(name)
    if isinstance(found, dict):
        return found
    return next(iter(objects_in(value, name)), {})


def objects_in(value: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    """Read a list of objects; what is none is passed over."""
    found = value.get(name)
    listed = found if isinstance(found, list) else []
    return [one for one in listed if isinstance(one, dict)]


def named(value: Mapping[str, object], name: str) -> str:
    """Read the name of what stands there: an object with a name, or the name alone."""
    return text(inner(value, name), "name") or next(iter(texts(value, name)), "")


def day(value: Mapping[str, object], name: str) -> str:
    """Read a day as it is written, without its time."""
    found = text(value, name)
    instant = _INSTANT.fullmatch(found)
    return instant[1] if instant else found

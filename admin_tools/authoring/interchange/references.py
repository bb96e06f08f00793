"""Puts what a JSON-LD document names by `@id` in the places that refer to it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from admin_tools.authoring.interchange.streaming import CHUNK, values

ID = "@id"
REFERENCE = frozenset({ID, "@type"})
"""An object of these alone says nothing: it refers to another that has the same id."""
NAMED = 20_000
"""Things of one file that are kept to be referred to: firms and places, not postings."""
FOLLOWED = 100
"""References that are followed for one entry; the rest stay as they are."""
DEEP = 8
"""Levels that are looked through, what is put in counted too: so a circle ends."""


def joined(path: Path, lists: Sequence[str], most: int = NAMED) -> Iterator[object]:
    """Give each entry of a file whole: a firm or place that stands elsewhere in it is put in.

    At most so many are kept. Nothing outside the file is ever looked up; what refers to nothing
    in it stays as it is.
    """
    named: dict[str, Mapping[str, object]] = {}
    if _has_ids(path):
        for value in values(path, lists):
            _name(value, named, DEEP, most)
    for value in values(path, lists):
        yield _Entry(named).whole(value, DEEP) if named else value


class _Entry:
    """One entry; it counts how many references were followed for it."""

    def __init__(self, named: Mapping[str, Mapping[str, object]]) -> None:
        self._named = named
        self._left = FOLLOWED

    def whole(self, value: object, levels: int) -> object:
        """Give a value with what it refers to in its place."""
        if not levels:
            return value
        if isinstance(value, list):
            return [self.whole(one, levels - 1) for one in value]
        if not isinstance(value, dict):
            return value
        meant = self._named.get(str(value.get(ID))) if value.keys() <= REFERENCE else None
        if meant is not None and self._left:
            self._left -= 1
            value = meant
        return {name: self.whole(one, levels - 1) for name, one in value.items()}


def _has_ids(path: Path) -> bool:
    """Whether anything in the file has an id: most files have none, and are read once."""
    wanted, before = f'"{ID}"'.encode(), b""
    with path.open("rb") as file:
        while data := file.read(CHUNK):
            if wanted in before + data:
                return True
            before = data[-len(wanted) :]
    return False


def _name(value: object, named: dict[str, Mapping[str, object]], levels: int, most: int) -> None:
    """Keep every object inside that has an id and says something; the first of an id counts."""
    if not levels or len(named) >= most:
        return
    if isinstance(value, list):
        for one in value:
            _name(one, named, levels - 1, most)
    elif isinstance(value, dict):
        if isinstance(value.get(ID), str) and not value.keys() <= REFERENCE:
            named.setdefault(value[ID], value)
        for one in value.values():
            _name(one, named, levels - 1, most)

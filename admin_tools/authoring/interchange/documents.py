"""Reads the text of a Word document (.docx): paragraphs and tables, as a reader sees them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from admin_tools.authoring.interchange.archive import Archive
from admin_tools.authoring.interchange.markup import below, local, value, whole

JOINED = "Cells of it are joined with others. Split them, so that each row has its own."
_PART = "word/document.xml"
_HEADING = re.compile(r"title|heading ?([1-9])", re.IGNORECASE)
_CROSSED = frozenset({"del", "moveFrom"})
_DRAWN = frozenset({"drawing", "pict", "object", "AlternateContent"})
_PASSED = frozenset({"rPr", "pPr", "instrText", "delText"})
_SAID = {
    "pictures": "Pictures and text boxes were left out ({n}). Add a picture to its page by hand.",
    "crossed": "What somebody crossed out was left out ({n}).",
    "added": "What somebody added and nobody has accepted yet was taken ({n}). Read it with care.",
    "hidden": "Hidden words were left out ({n}).",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph; `level` of the title is 1, of a heading 2 to 10, of other text 0."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Cells:
    """One table row; `joined` when some of its cells are merged with others."""

    cells: tuple[str, ...]
    joined: bool = False


Part = Line | tuple[Cells, ...]
"""A paragraph, or a whole table."""


class Document:
    """One document, read whole. `remarks` says what was left out."""

    def __init__(self, path: Path) -> None:
        self._counted: Counter[str] = Counter()
        root = whole(Archive(path).read(_PART))
        self.parts: Sequence[Part] = [
            part for body in below(root, "body") for part in self._parts(body)
        ]

    @property
    def remarks(self) -> list[str]:
        """Say what was left out, and what somebody should look at."""
        return [_SAID[name].format(n=n) for name, n in sorted(self._counted.items()) if n]

    def _parts(self, node: Element) -> Iterator[Part]:
        for child in node:
            name = local(child)
            if name == "p":
                yield Line(self._text(child).strip(), _level(child))
            elif name == "tbl":
                yield tuple(map(self._row, _rows(child)))
            elif name in _CROSSED:
                self._counted["crossed"] += 1
            else:
                yield from self._parts(child)

    def _row(self, row: Element) -> Cells:
        found, joined = [], False
        for cell in _inside(row, "tc"):
            shape = {local(one) for props in below(cell, "tcPr") for one in props}
            joined = joined or bool(shape & {"gridSpan", "vMerge", "hMerge"})
            parts = list(self._parts(cell))
            lines = [part.text for part in parts if isinstance(part, Line)]
            joined = joined or len(lines) < len(parts)  # a table inside a cell
            found.append("\n".join(filter(None, lines)))
        return Cells(tuple(found), joined)

    def _text(self, node: Element) -> str:
        """Read the words of a paragraph, without what is crossed out, hidden or drawn."""
        return "".join(map(self._said, node))

    def _said(self, node: Element) -> str:
        name = local(node)
        if name in _CROSSED or name in _DRAWN:
            self._counted["crossed" if name in _CROSSED else "pictures"] += 1
        elif name == "r" and _is_hidden(node):
            self._counted["hidden"] += 1
        elif name == "t":
            return node.text or ""
        elif name in ("tab", "br", "cr"):
            return " " if name == "tab" else "\n"
        elif name not in _PASSED:
            self._counted["added"] += name in ("ins", "moveTo")
            return self._text(node)
        return ""


def _rows(table: Element) -> Iterator[Element]:
    """Give the rows of a table, without those that are crossed out."""
    for row in _inside(table, "tr"):
        if not any(local(one) == "del" for props in below(row, "trPr") for one in props):
            yield row


def _inside(node: Element, name: str) -> Iterator[Element]:
    """Give what stands directly below, or in a content control below."""
    for child in node:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent"):
            yield from _inside(child, name)


def _is_hidden(run: Element) -> bool:
    return any(
        local(one) == "vanish" and value(one, "val") not in ("0", "false")
        for props in below(run, "rPr")
        for one in props
    )


def _level(paragraph: Element) -> int:
    """Read which heading it is: by its style, or by its place in the outline."""
    for props in below(paragraph, "pPr"):
        for one in props:
            found = _HEADING.fullmatch(value(one, "val")) if local(one) == "pStyle" else None
            if found:
                return int(found[1] or 0) + 1
            if local(one) == "outlineLvl" and value(one, "val") in tuple("012345678"):
                return int(value(one, "val")) + 2
    return 0

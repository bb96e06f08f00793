"""An entry that came from elsewhere, written down as sources for an author to read."""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from kiosk.exchange.entries import Kind

REVIEW = timedelta(days=180)
"""How long something that nobody has checked yet may wait for its review."""
_MARKS = re.compile(r"([\\`*_\[\]<>#|{}])")


@dataclass(slots=True)
class Draft:
    """One entry to be written; `left_out` names every field that has no place here."""

    kind: Kind
    title: str
    summary: str
    facts: list[Mapping[str, object]] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    header: dict[str, object] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Make an id of the title: small letters, digits and -."""
        plain = unicodedata.normalize("NFKD", self.title).encode("ascii", "ignore").decode()
        return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:50] or "entry"

    def fact(self, label: str, **value: object) -> None:
        """Add a fact; nothing is added for an empty text."""
        if value.get("text") != "":
            self.facts.append({"label": label, **value})


@dataclass(frozen=True, slots=True)
class Origin:
    """Who brought it, on which day, from where; nobody has checked it yet."""

    source: str
    brought_by: str
    day: date
    topics: Sequence[str]


class AlreadyThere(Exception):
    """An entry of this id stands in the sources."""


def write(draft: Draft, layer: Path, origin: Origin) -> Path:
    """Write facts.toml and en.md; raise AlreadyThere rather than write over an author's work."""
    folder = layer / draft.kind.value / draft.id
    if folder.exists():
        raise AlreadyThere(draft.id)
    folder.mkdir(parents=True)
    header = {
        "topics": list(origin.topics),
        "checked_on": origin.day,
        "checked_by": origin.brought_by,
        "review_by": origin.day + REVIEW,
        "owner": origin.brought_by,
        **draft.header,
    }
    lines = [f"{name} = {_toml(value)}" for name, value in header.items()]
    lines += ["", "[source]", f"name = {_toml(origin.source)}", f"day = {origin.day}"]
    lines += ["verified = false"]
    for fact in draft.facts:
        lines += ["", "[[facts]]"]
        lines += [f"{_KEY.get(name, name)} = {_toml(value)}" for name, value in fact.items()]
    (folder / "facts.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    page = [f"# {_plain(draft.title)}", _plain(draft.summary), *map(_plain, draft.paragraphs)]
    (folder / "en.md").write_text("\n\n".join(page) + "\n", encoding="utf-8")
    return folder


_KEY = {"text": "text.en"}


def _toml(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> str:
    """Write words so that no sign of them is taken for Markdown."""
    line = _MARKS.sub(r"\\\1", " ".join(text.split()))
    line = re.sub(r"^(\d+)([.)])", r"\1\\\2", line)
    return re.sub(r"^([-+=~&])", r"\\\1", line)

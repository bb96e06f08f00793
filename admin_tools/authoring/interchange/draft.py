"""An entry that came from elsewhere, written down as sources for an author to read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from admin_tools.authoring.facts import put, source, toml, until
from kiosk.exchange.entries import Kind

REVIEW = timedelta(days=180)
"""How long something that nobody has checked yet may wait for its review."""
HEADING = "## "
_MARKS = re.compile(r"([\\`*_\[\]<>#|{}])")


@dataclass(slots=True)
class Draft:
    """One entry to be written. `fields` are those of its kind, words in English.

    A paragraph that begins with HEADING is a heading.
    """

    kind: Kind
    id: str
    title: str
    summary: str
    fields: dict[str, object] = field(default_factory=dict)
    paragraphs: list[str] = field(default_factory=list)
    header: dict[str, object] = field(default_factory=dict)
    synonyms: list[str] = field(default_factory=list)

    def give(self, name: str, value: object) -> None:
        """Fill a field with a value; nothing fills nothing."""
        if value is not None and value != []:
            self.fields[name] = value


def english(text: str) -> dict[str, str]:
    """Words as a source holds them: by language."""
    return {"en": " ".join(text.split())}


@dataclass(frozen=True, slots=True)
class Origin:
    """Who brought it, on which day, from where; nobody has checked it yet.

    `ask` is the form that each page leads to.
    """

    source: str
    brought_by: str
    day: date
    topics: Sequence[str]
    stages: Sequence[str] = ()
    pathways: Sequence[str] = ()
    outputs: Sequence[str] = ()
    ask: str = ""

    @property
    def lists(self) -> dict[str, object]:
        """The lists of the header that it fills."""
        found = {"stages": self.stages, "pathways": self.pathways, "outputs": self.outputs}
        return {"topics": list(self.topics), **{k: list(v) for k, v in found.items() if v}}


def write(draft: Draft, layer: Path, origin: Origin) -> Path:
    """Write facts.toml and en.md into a folder that is not there yet."""
    folder = layer / draft.kind.value / draft.id
    header = {
        **origin.lists,
        "checked_on": origin.day,
        "checked_by": origin.brought_by,
        "review_by": until(draft.kind, origin.day, REVIEW),
        "owner": origin.brought_by,
        **draft.header,
    }
    facts = [
        *(f"{name} = {toml(value)}" for name, value in header.items()),
        *source(origin.source, origin.day),
        "",
        f"[{draft.kind.value}]",
        *(f"{name} = {toml(value)}" for name, value in draft.fields.items()),
    ]
    put(folder, facts, "\n\n".join(_page(draft, origin.ask)) + "\n")
    return folder


def _page(draft: Draft, ask: str) -> list[str]:
    head = f"# {_plain(draft.title)}"
    if draft.synonyms:
        head += "\nsynonyms: " + ", ".join(" ".join(word.split()) for word in draft.synonyms)
    asked = [f"[](ask:{ask})"] if ask else []
    return [head, _plain(draft.summary), *map(_paragraph, draft.paragraphs), *asked]


def _paragraph(text: str) -> str:
    """Write a heading as one; of everything else no sign is a mark."""
    if text.startswith(HEADING):
        return HEADING + _plain(text.removeprefix(HEADING))
    return _plain(text)


def _plain(text: str) -> str:
    """Write words so that no sign of them is taken for Markdown."""
    line = _MARKS.sub(r"\\\1", " ".join(text.split()))
    line = re.sub(r"^(\d+)([.)])", r"\1\\\2", line)
    return re.sub(r"^([-+=~&])", r"\\\1", line)

"""Turns one folder of an entry into the entry in each of its languages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from admin_tools.authoring.easy import beside, is_beside
from admin_tools.authoring.findings import Finding, must
from admin_tools.authoring.header import MISSING, header, seventh_day, with_fields
from admin_tools.authoring.markdown import read_page
from admin_tools.authoring.pictures import SUFFIXES, Album
from admin_tools.authoring.plainly import problem
from admin_tools.authoring.sounds import SUFFIX as SOUND
from admin_tools.authoring.texts import Toml, Where, as_json, read_text, read_toml
from kiosk.exchange.entries import Entry, Kind

FACTS = "facts.toml"
ENGLISH = "en"
NATIONAL = "national"
NOT_MEANT = "not_terms"
"""Field of facts.toml: terms whose words stand in the page, but mean something else there."""
_LANGUAGE = re.compile(r"^[a-z]{2,3}$")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Written:
    """One entry in one language, with where it was written.

    `lines`: the line of each block; `media`: the pictures to publish with it, by hash. `said`: how
    a term is said; `without`: terms that are not meant here. `easy_lines`: where each easy line is.
    """

    entry: Entry
    layer: str
    page: str
    facts: Toml
    lines: tuple[int, ...]
    media: Mapping[str, bytes] = field(default_factory=dict, compare=False)
    said: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    easy_lines: tuple[int, ...] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """What must be there once: layer, id, language."""
        return (self.layer, self.entry.id, self.entry.language)

    def at(self, field: str) -> tuple[str, int]:
        """Say where facts.toml sets a field: file and line."""
        return self.facts.name, self.facts.line((field,))

    def line_saying(self, words: str) -> int:
        """Find the line of facts.toml where these words stand."""
        lines = self.facts.text.split("\n")
        return next((n for n, line in enumerate(lines, 1) if words in line), 1)

    def line_naming(self, code: str) -> int:
        """Find the line of facts.toml that names a code or id."""
        return self.line_saying(f'"{code}"')


def read_entry(
    folder: Path, layer: str, root: Path
) -> tuple[tuple[Written, ...], tuple[Finding, ...]]:
    """Read an entry's folder: facts.toml and one page a language."""
    findings: list[Finding] = []
    name = folder.relative_to(root).as_posix()
    if not (folder / FACTS).is_file():
        return (), (must(name, 1, "no-facts", "There is no facts.toml.", "Write one."),)
    facts, found = read_toml(folder / FACTS, f"{name}/{FACTS}")
    findings += found
    if not facts.data and not found:
        findings.append(must(facts.name, 1, "no-facts", "There are no facts.", "Write them."))
    written = []
    album = Album(folder)
    for page in _pages(folder):
        if is_beside(page):
            continue
        if page.suffix != ".md" or not _LANGUAGE.match(page.stem):
            findings.append(unread(page, root))
        elif facts.data:
            one, problems = _in_language(page, facts, layer, root, album)
            findings += problems
            written += [one] if one else []
    findings += [unread(one, root) for one in _drawn(folder) if one.name not in album.named]
    if not (folder / "en.md").is_file():
        findings.append(must(name, 1, "no-english", "There is no en.md.", "Write the English."))
    return tuple(written), tuple(findings)


def unread(path: Path, root: Path) -> Finding:
    """Say that nobody reads this file."""
    name = path.relative_to(root).as_posix()
    return must(name, 1, "unread", "Nothing reads this file.", "Rename it or take it away.")


def build(
    model: type[M], data: object, toml: Toml, skip: int = 0
) -> tuple[M | None, list[Finding]]:
    """Make a value from what a TOML file says; every field that does not fit is a finding."""
    try:
        return model.model_validate_json(as_json(data)), []
    except ValidationError as error:
        return None, [
            must(toml.name, toml.line(_where(one["loc"][skip:])), *_wrong(one))
            for one in error.errors()
        ]


def _wrong(error: ErrorDetails) -> tuple[str, str, str]:
    """Say what is wrong with a field: code, problem, how to mend it."""
    name = ".".join(map(str, _where(error["loc"]))) or "This file"
    if error["type"] == "missing" and name in MISSING:
        return MISSING[name]
    mend = "docs/writing-content.md and docs/kinds.md say what this field may hold."
    return "field", f"{name} {problem(error)}.", mend


def _where(place: Where) -> Where:
    """Say where a value stands in the file: the fields of a kind are a table of that name."""
    return place[1:] if place[:1] == ("about",) else place


def _pages(folder: Path) -> list[Path]:
    """List what is neither the facts nor a picture."""
    others = {FACTS, *(path.name for path in _drawn(folder))}
    return [p for p in sorted(folder.iterdir()) if p.name not in others and p.name[0] != "."]


def _drawn(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.iterdir()) if path.suffix in (*SUFFIXES, SOUND)]


def _in_language(
    path: Path, facts: Toml, layer: str, root: Path, album: Album
) -> tuple[Written | None, list[Finding]]:
    name = path.relative_to(root).as_posix()
    text, found = read_text(path, name)
    findings = list(found)
    if found and not text:
        return None, findings
    page = read_page(text, album)
    findings += [must(name, p.line, "page", p.problem, p.mend) for p in page.problems]
    missing: list[Where] = []
    said = _in_words(facts.data, path.stem, (), missing)
    findings += [_untranslated(facts, where, path.stem) for where in missing]
    assert isinstance(said, dict)  # noqa: S101  (a TOML file is a table)
    without = said.pop(NOT_MEANT, ())
    data, found_facts = header(said, page, facts)
    findings += found_facts
    data |= {"id": path.parent.name, "kind": path.parent.parent.name, "language": path.stem}
    if data["kind"] == Kind.NOTICE and layer != NATIONAL:
        data.setdefault("valid_to", seventh_day(data))
    data["languages"] = _languages(path.parent)
    findings += with_fields(data, page, facts)
    easy, found_easy = beside(path, name, album)
    findings += found_easy
    data["easy"] = [line.model_dump(mode="json") for line in easy.lines]
    entry, found_fields = build(Entry, data, facts)
    findings += found_fields
    if entry is None:
        return None, findings
    media = {one.sha256: album.files[one.sha256] for one in entry.media}
    return Written(
        entry,
        layer,
        name,
        facts,
        tuple(page.lines),
        media,
        page.said,
        tuple(without) if isinstance(without, list) else (),
        tuple(easy.numbers),
    ), findings


def _languages(folder: Path) -> list[str]:
    """List the languages that an entry is written in."""
    return sorted(page.stem for page in folder.glob("*.md") if _LANGUAGE.match(page.stem))


def _untranslated(facts: Toml, where: Where, language: str) -> Finding:
    return must(
        facts.name,
        facts.line(where),
        "untranslated",
        f"{'.'.join(map(str, where))} has no words in {language!r}.",
        f"Write them beside the English, or take {language}.md away.",
    )


def _in_words(value: object, language: str, where: Where, missing: list[Where]) -> object:
    """Pick one language wherever a table holds words by language."""
    if isinstance(value, Mapping):
        if ENGLISH in value and all(_LANGUAGE.match(key) for key in value):
            if language not in value:
                missing.append(where)
            return value.get(language, value[ENGLISH])
        return {k: _in_words(v, language, (*where, k), missing) for k, v in value.items()}
    if isinstance(value, list):
        return [_in_words(v, language, (*where, n), missing) for n, v in enumerate(value)]
    return value

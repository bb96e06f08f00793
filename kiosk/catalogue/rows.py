"""Turns an entry into the rows that a catalogue file keeps of it."""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from kiosk.catalogue.folding import fold, plain
from kiosk.catalogue.groups import ANYWHERE, WHAT, By, both, sign
from kiosk.catalogue.traits import order_of, work_of
from kiosk.exchange.blocks import (
    Block,
    Contact,
    Fact,
    Heading,
    Link,
    Notice,
    Paragraph,
    Picture,
    Point,
    Step,
    TextValue,
)
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.packs import Line

NATIONS = {"england": 1, "wales": 2}
EVERY_NATION = 3
FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"
NATIONAL, SITE, WING = 0, 1, 2
"""Ranks of the layers: for one id the highest that holds today is shown."""
LAYER = re.compile(r"site/[a-z]{3}(?:/wing-(?P<wing>[a-z0-9]{1,4}))?")
_FAST = 1

Row = tuple[str | int, ...]
Mark = tuple[str, str, str]
"""A list, a code in it, what it is ordered by."""

RANK = {Kind.NOTICE: 0, Kind.SERVICE: 1, Kind.FORM: 2, Kind.STORY: 8, Kind.TERM: 9}
USUAL = 5
"""What helps at once stands first in a list, what explains a word last; then by title."""
SORTED_BY = 20
"""Signs that lists are ordered by; each mark carries them, and an entry has a dozen marks."""
NAMES = "names"
"""The list of marks that says which entries a page leads to."""
SUCCESSOR = "successor"
"""The list of marks that says what stands for an entry now; such a mark is sorted by its id."""
SHORTEST_TO_SPELL = 4
"""Letters of a word that is worth guessing; shorter ones are near to everything."""


@dataclass(frozen=True, slots=True)
class Rows:
    """All that is kept of one entry, but for its number: plain values, ready for the tables."""

    digest: bytes
    columns: Row
    body: bytes
    marks: frozenset[Mark]
    words: tuple[str, str, str, str]
    spellings: tuple[tuple[str, str], ...]
    pictures: tuple[Row, ...]
    sounds: tuple[Row, ...]


def rows_of(line: Line, layer: str) -> Rows:
    """Work out everything that is kept of an entry of this layer.

    Its page is drawn once: that costs as much as reading the line did.
    """
    entry, drawn = line.entry, line.entry.drawn
    rank, wing = place_of(layer)
    marks = frozenset(_marks(entry, drawn))
    title, names = plain(entry.title), plain(" ".join(_names(entry)))
    return Rows(
        digest=line.digest,
        columns=(rank, wing, *_columns(entry, rank)),
        body=packed(line.written, marks),
        marks=marks,
        words=(title, names, plain(_rest(entry, drawn)), _signs(entry)),
        spellings=tuple((entry.language, word) for word in _to_spell(entry)),
        pictures=tuple(astuple(one.file) for one in entry.pictures),
        sounds=tuple(astuple(one.file) for one in entry.recordings),
    )


def place_of(layer: str) -> tuple[int, str]:
    """Give the rank of a layer, and its wing as the wing calls itself ("" when for all)."""
    found = LAYER.fullmatch(layer)
    if found is None:
        return NATIONAL, ""
    wing = found["wing"]
    return (WING, wing.upper()) if wing else (SITE, "")


def packed(written: bytes, marks: Iterable[Mark]) -> bytes:
    """Keep the line of an entry small, with its marks below it for the day when it goes."""
    below = ("\t".join(mark).encode() for mark in sorted(marks))
    return zlib.compress(b"\n".join((written, *below)), _FAST)


def unpacked(body: bytes) -> Entry:
    """Read the entry that `packed` kept."""
    return Entry.model_validate_json(zlib.decompress(body).partition(b"\n")[0])


def marks_in(body: bytes) -> Iterator[Mark]:
    """Read the marks that `packed` kept: neither a code nor a folded title has a tab in it."""
    for line in zlib.decompress(body).decode().split("\n")[1:]:
        by, code, sort = line.split("\t")
        yield by, code, sort


def _columns(entry: Entry, rank: int) -> Row:
    """List what a card needs and what decides whether it is shown, in the order of the table."""
    last = entry.last_day(national=rank == NATIONAL)
    return (
        entry.id,
        entry.language,
        entry.kind.value,
        entry.title,
        entry.summary,
        entry.topics[0] if entry.topics else "",
        sum(NATIONS[nation] for nation in set(entry.nations)) or EVERY_NATION,
        entry.valid_from.isoformat() if entry.valid_from else FIRST_DAY,
        last.isoformat() if last else LAST_DAY,
        entry.checked_on.isoformat(),
        entry.believed_until.isoformat(),
        int(entry.ages == "vanish"),
        entry.easy[0].text if entry.easy else "",
    )


def _marks(entry: Entry, drawn: Iterable[Block]) -> Iterator[Mark]:
    """List where an entry is found, each with what it is ordered by."""
    sort = f"{RANK.get(entry.kind, USUAL)}{order_of(entry)}{fold(entry.title)}"[:SORTED_BY]
    yield "kind", entry.kind.value, sort
    for topic in entry.topics:
        yield "topic", topic, sort
    what = WHAT[entry.kind]
    yield By.WHAT.value, what.value, sort
    for by, codes in _found_by(entry).items():
        for code in codes:
            yield by.value, code, sort
            yield by.value, both(what, code), sort
    for block in drawn:
        if isinstance(block, Link):
            yield NAMES, block.entry, sort
    for old in entry.replaces:
        yield SUCCESSOR, old, entry.id
    if entry.replaced_by:
        yield SUCCESSOR, entry.id, entry.replaced_by


def _found_by(entry: Entry) -> dict[By, tuple[str, ...]]:
    """Say what a person may choose to come to this entry."""
    behind = entry.about.organisation_id if entry.about else None
    return {
        By.PLACE: entry.areas or (ANYWHERE,),
        By.NEED: entry.pathways,
        By.STAGE: entry.stages,
        By.WORK: work_of(entry),
        By.PROVIDER: (behind,) if behind else (),
    }


def _signs(entry: Entry) -> str:
    """Write what a search can be narrowed by as words that nobody types."""
    places = [sign(By.PLACE, area) for area in entry.areas or (ANYWHERE,)]
    return " ".join([sign(By.WHAT, WHAT[entry.kind]), *places])


def _names(entry: Entry) -> tuple[str, ...]:
    """List other names: synonyms, and the ids of what it stands for now, as words."""
    return (*entry.synonyms, *(old.replace("-", " ") for old in entry.replaces))


def _to_spell(entry: Entry) -> Iterator[str]:
    """List the words that a mistyped one may have meant: those that name an entry."""
    words = fold(" ".join((entry.title, *_names(entry)))).split()
    return (word for word in words if len(word) >= SHORTEST_TO_SPELL and not word.isdigit())


def _rest(entry: Entry, drawn: Iterable[Block]) -> str:
    easy = (line.text for line in entry.easy)
    return " ".join((entry.summary, *_texts(drawn), *easy))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    """List what each block says in words; the commonest kinds are asked for first."""
    for block in blocks:
        if isinstance(block, Fact):
            yield block.value.text if isinstance(block.value, TextValue) else ""
        elif isinstance(block, Step | Point | Heading | Notice):
            yield block.text
        elif isinstance(block, Paragraph):
            yield f"{block.lead} {block.text}"
        elif isinstance(block, Contact):
            yield f"{block.name} {block.how}"
        elif isinstance(block, Picture):
            yield f"{block.caption} {block.alt}"

"""Turns an entry into the rows that a catalogue file keeps of it."""

import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence

from kiosk.catalogue.folding import fold, plain
from kiosk.exchange.blocks import Ask, Block, Contact, Fact, Link, Paragraph, Picture, TextValue
from kiosk.exchange.entries import Entry, Kind

NATIONS = {"england": 1, "wales": 2}
EVERY_NATION = 3
FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"
NATIONAL, SITE, WING = 0, 1, 2
"""Ranks of the layers: for one id the highest that holds today is shown."""
LAYER = re.compile(r"site/[a-z]{3}(?:/wing-(?P<wing>[a-z0-9]{1,4}))?")
_FAST = 1

Row = tuple[str | int, ...]

RANK = {Kind.NOTICE: 0, Kind.SERVICE: 1, Kind.FORM: 2, Kind.STORY: 8, Kind.TERM: 9}
USUAL = 5
"""What helps at once stands first in a list, what explains a word last; then by title."""


def put_entries_in(
    db: sqlite3.Connection, path: str, layer: str, fresh: Sequence[tuple[bytes, Entry]]
) -> None:
    """Add entries of one pack, each with the digest of its line, its marks, its words."""
    rank, wing = place_of(layer)
    first = 1 + int(db.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence").fetchone()[0])
    numbered = [(n, entry) for n, (_, entry) in enumerate(fresh, start=first)]
    db.executemany(
        "INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            (n, path, line, rank, wing, *_columns(entry))
            for n, (line, entry) in enumerate(fresh, start=first)
        ),
    )
    db.executemany("INSERT INTO bodies VALUES (?, ?)", ((n, packed(e)) for n, e in numbered))
    db.executemany(
        "INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?)",
        (mark for n, entry in numbered for mark in _marks(n, entry)),
    )
    db.executemany(
        "INSERT INTO words (rowid, title, names, rest) VALUES (?, ?, ?, ?)",
        ((n, plain(e.title), plain(" ".join(e.synonyms)), plain(_rest(e))) for n, e in numbered),
    )


def take_entries_out(db: sqlite3.Connection, path: str, lines: Iterable[bytes]) -> None:
    """Forget entries of one pack; their words stay in the index as dead rows."""
    found = "SELECT n FROM entries WHERE pack = ? AND line = ?"
    gone = [row for line in lines for row in db.execute(found, (path, line))]
    for table in ("marks", "bodies", "entries"):
        db.executemany(f"DELETE FROM {table} WHERE n = ?", gone)  # noqa: S608 - names, no values


def place_of(layer: str) -> tuple[int, str]:
    """Give the rank of a layer, and its wing as the wing calls itself ("" when for all)."""
    found = LAYER.fullmatch(layer)
    if found is None:
        return NATIONAL, ""
    wing = found["wing"]
    return (WING, wing.upper()) if wing else (SITE, "")


def packed(entry: Entry) -> bytes:
    """Write a whole entry small."""
    return zlib.compress(entry.model_dump_json().encode(), _FAST)


def unpacked(body: bytes) -> Entry:
    """Read what `packed` wrote."""
    return Entry.model_validate_json(zlib.decompress(body))


def _columns(entry: Entry) -> Row:
    """List what a card needs and what decides whether it is shown, in the order of the table."""
    return (
        entry.id,
        entry.language,
        entry.kind.value,
        entry.title,
        entry.summary,
        entry.topics[0] if entry.topics else "",
        sum(NATIONS[nation] for nation in set(entry.nations)) or EVERY_NATION,
        entry.valid_from.isoformat() if entry.valid_from else FIRST_DAY,
        entry.valid_to.isoformat() if entry.valid_to else LAST_DAY,
        entry.checked_on.isoformat(),
        entry.review_by.isoformat(),
        int(entry.ages == "vanish"),
    )


def _marks(n: int, entry: Entry) -> Iterator[Row]:
    """List where an entry is found, each with what it is ordered by."""
    sort = f"{RANK.get(entry.kind, USUAL)}{fold(entry.title)}"
    yield "kind", entry.kind.value, sort, n
    for topic in entry.topics:
        yield "topic", topic, sort, n
    for stage in entry.stages:
        yield "stage", stage, sort, n


def _rest(entry: Entry) -> str:
    return " ".join((entry.summary, *_texts(entry.blocks)))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Contact):
            yield f"{block.name} {block.how}"
        elif isinstance(block, Paragraph):
            yield f"{block.lead} {block.text}"
        elif isinstance(block, Fact):
            yield block.value.text if isinstance(block.value, TextValue) else ""
        elif isinstance(block, Picture):
            yield f"{block.caption} {block.alt}"
        elif not isinstance(block, Link | Ask):
            yield block.text

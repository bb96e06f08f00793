"""Turns an entry into the rows that a catalogue file keeps of it."""

import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence

from kiosk.catalogue.folding import fold, plain
from kiosk.catalogue.groups import ANYWHERE, WHAT, By, both, sign
from kiosk.catalogue.traits import order_of, work_of
from kiosk.exchange.blocks import (
    Ask,
    Block,
    Contact,
    Fact,
    Link,
    Paragraph,
    Picture,
    Recording,
    TextValue,
)
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
NO_MARK = "DELETE FROM marks WHERE list = ? AND code = ? AND sort = ? AND n = ?"
SORTED_BY = 20
"""Signs that lists are ordered by; each mark carries them, and an entry has a dozen marks."""
NAMES = "names"
"""The list of marks that says which entries a page leads to."""
SUCCESSOR = "successor"
"""The list of marks that says what stands for an entry now; such a mark is sorted by its id."""
SHORTEST_TO_SPELL = 4
"""Letters of a word that is worth guessing; shorter ones are near to everything."""


def put_entries_in(
    db: sqlite3.Connection, path: str, layer: str, fresh: Sequence[tuple[bytes, Entry]]
) -> None:
    """Add entries of one pack, each with the digest of its line, its marks, its words."""
    rank, wing = place_of(layer)
    first = 1 + int(db.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence").fetchone()[0])
    numbered = [(n, entry) for n, (_, entry) in enumerate(fresh, start=first)]
    db.executemany(
        "INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (
            (n, path, line, rank, wing, *_columns(entry, rank))
            for n, (line, entry) in enumerate(fresh, start=first)
        ),
    )
    db.executemany("INSERT INTO bodies VALUES (?, ?)", ((n, packed(e)) for n, e in numbered))
    db.executemany(
        "INSERT OR IGNORE INTO marks VALUES (?, ?, ?, ?)",
        (mark for n, entry in numbered for mark in _marks(n, entry)),
    )
    db.executemany(
        "INSERT INTO words (rowid, title, names, rest, signs) VALUES (?, ?, ?, ?, ?)",
        (
            (n, plain(e.title), plain(" ".join(_names(e))), plain(_rest(e)), _signs(e))
            for n, e in numbered
        ),
    )
    db.executemany(
        "INSERT OR IGNORE INTO spellings VALUES (?, ?)",
        {(entry.language, word) for _, entry in fresh for word in _to_spell(entry)},
    )


def take_entries_out(db: sqlite3.Connection, path: str, lines: Iterable[bytes]) -> None:
    """Forget entries of one pack; their words stay in the index as dead rows.

    Their marks are reckoned again from what they say: an index of marks by entry would be as
    large as all marks together.
    """
    found = "SELECT n FROM entries WHERE pack = ? AND line = ?"
    gone = [row for line in lines for row in db.execute(found, (path, line))]
    for (n,) in gone:
        body = db.execute("SELECT body FROM bodies WHERE n = ?", (n,)).fetchone()[0]
        db.executemany(NO_MARK, _marks(n, unpacked(body)))
    for table in ("bodies", "entries"):
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


def _marks(n: int, entry: Entry) -> Iterator[Row]:
    """List where an entry is found, each with what it is ordered by."""
    sort = f"{RANK.get(entry.kind, USUAL)}{order_of(entry)}{fold(entry.title)}"[:SORTED_BY]
    yield "kind", entry.kind.value, sort, n
    for topic in entry.topics:
        yield "topic", topic, sort, n
    what = WHAT[entry.kind]
    yield By.WHAT, what, sort, n
    for by, codes in _found_by(entry).items():
        for code in codes:
            yield by, code, sort, n
            yield by, both(what, code), sort, n
    for block in entry.drawn:
        if isinstance(block, Link):
            yield NAMES, block.entry, sort, n
    for old in entry.replaces:
        yield SUCCESSOR, old, entry.id, n
    if entry.replaced_by:
        yield SUCCESSOR, entry.id, entry.replaced_by, n


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


def _rest(entry: Entry) -> str:
    easy = (line.text for line in entry.easy)
    return " ".join((entry.summary, *_texts(entry.drawn), *easy))


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
        elif not isinstance(block, Link | Ask | Recording):
            yield block.text

"""Makes the next catalogue file from the one before it.

A catalogue file is SQLite with FTS5. It is written once, synced, and from then on only read. It
stands apart from the kiosk's database, so that half a gigabyte of content never stands in the way
of a request. Nothing here opens `kiosk.db`: it may run in a forked child with limits.
"""

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Protocol

from kiosk.catalogue.policies import checked_policy
from kiosk.catalogue.rows import put_entries_in, take_entries_out
from kiosk.database import sync
from kiosk.exchange.media import MediaFile
from kiosk.exchange.packs import media_in, read_changed, read_withdrawn
from kiosk.exchange.pictures import PictureFile
from kiosk.exchange.sounds import SoundFile

FORMAT = 11
"""Counted up when this file writes something else; an older file is then built anew."""
DEAD_SHARE = 5
"""When one in five rows of the word index is dead, everything is indexed anew."""
INDEX_MEMORY = 64 * 1024 * 1024
"""Bytes of words gathered before they are written: fewer, larger pieces to merge."""
TABLES = """
CREATE TABLE about (format INTEGER NOT NULL, version INTEGER NOT NULL) STRICT;
CREATE TABLE files (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, body BLOB) STRICT;
CREATE TABLE entries (
  n INTEGER PRIMARY KEY AUTOINCREMENT, pack TEXT NOT NULL, line BLOB NOT NULL,
  rank INTEGER NOT NULL, wing TEXT NOT NULL, id TEXT NOT NULL, language TEXT NOT NULL,
  kind TEXT NOT NULL, title TEXT NOT NULL, summary TEXT NOT NULL, topic TEXT NOT NULL,
  nations INTEGER NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT NOT NULL,
  checked_on TEXT NOT NULL, review_by TEXT NOT NULL, vanishes INTEGER NOT NULL,
  easy TEXT NOT NULL) STRICT;
CREATE TABLE bodies (n INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
CREATE TABLE marks (
  list TEXT NOT NULL, code TEXT NOT NULL, sort TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (list, code, sort, n)) STRICT, WITHOUT ROWID;
CREATE TABLE pictures (
  sha256 TEXT NOT NULL, length INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
  pack TEXT NOT NULL, PRIMARY KEY (sha256, length, width, height, pack)) STRICT, WITHOUT ROWID;
CREATE TABLE sounds (
  sha256 TEXT NOT NULL, length INTEGER NOT NULL, milliseconds INTEGER NOT NULL,
  pack TEXT NOT NULL, PRIMARY KEY (sha256, length, milliseconds, pack)) STRICT, WITHOUT ROWID;
CREATE TABLE spellings (
  language TEXT NOT NULL, word TEXT NOT NULL,
  PRIMARY KEY (language, word)) STRICT, WITHOUT ROWID;
CREATE TABLE withdrawn (id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5(
  title, names, rest, signs, content='', detail=column,
  tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'");
"""
INDEXES = """
CREATE INDEX IF NOT EXISTS entries_by_id ON entries (id, rank, language);
CREATE INDEX IF NOT EXISTS entries_by_pack ON entries (pack);
"""


class Target(Protocol):
    """A file of a publication that has been vouched for."""

    @property
    def path(self) -> str:
        """Its name in the publication."""

    @property
    def sha256(self) -> str:
        """What its bytes must be."""


class Publication(Protocol):
    """A publication that has been vouched for: what `exchange.trust` gives."""

    @property
    def version(self) -> int:
        """Its number."""

    @property
    def targets(self) -> Sequence[Target]:
        """Every file of it that this kiosk installs."""


@dataclass(frozen=True, slots=True)
class Built:
    """A finished catalogue file, on the disk for good. `changed`: entries that are new or other."""

    sha256: str
    entries: int
    changed: int


def build(
    file: Path,
    base: Path | None,
    publication: Publication,
    read: Callable[[Target], bytes],
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> Built:
    """Write the catalogue of this publication to `file`, starting from `base` if that helps.

    `read` gives the bytes of a target and has checked their hash. Raises Refused for a pack that
    is not one; `file` is then not finished and must not be switched to.
    """
    part = file.with_suffix(".part")
    grows = base is not None and _can_grow(base)
    with closing(_begun(part, base if grows else None)) as db:
        db.execute("BEGIN")
        changed = _bring_up_to_date(db, publication.targets, read, progress)
        db.execute("DELETE FROM about")
        db.execute("INSERT INTO about VALUES (?, ?)", (FORMAT, publication.version))
        db.execute("COMMIT")
        db.executescript(INDEXES)
        entries = int(db.execute("SELECT count(*) FROM entries").fetchone()[0])
    sync(part)
    sha256 = _hash_of(part)
    part.replace(file)
    sync(file.parent)
    return Built(sha256, entries, changed)


def files_of(file: Path) -> dict[str, str]:
    """Give the path and hash of every file that a catalogue was built from.

    None if it is gone, or was written by another program and must be built anew.
    """
    if not file.is_file():
        return {}
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as db:
        try:
            if db.execute("SELECT format FROM about").fetchone() != (FORMAT,):
                return {}
            return dict(db.execute("SELECT path, sha256 FROM files"))
        except sqlite3.DatabaseError:
            return {}


def media_of(file: Path) -> frozenset[MediaFile]:
    """Give every picture and recording that a catalogue names; none if the catalogue is gone."""
    if not file.is_file():
        return frozenset()
    with closing(sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)) as db:
        try:
            drawn = db.execute("SELECT DISTINCT sha256, length, width, height FROM pictures")
            heard = db.execute("SELECT DISTINCT sha256, length, milliseconds FROM sounds")
            return frozenset(
                (*(PictureFile(*row) for row in drawn), *(SoundFile(*row) for row in heard))
            )
        except sqlite3.DatabaseError:
            return frozenset()


def _can_grow(base: Path) -> bool:
    """Whether the file before can be changed rather than built anew."""
    with closing(sqlite3.connect(f"file:{base}?mode=ro&immutable=1", uri=True)) as db:
        try:
            row = db.execute("SELECT format FROM about").fetchone()
            newest = db.execute("SELECT seq FROM sqlite_sequence WHERE name='entries'").fetchone()
            alive = db.execute("SELECT count(*) FROM entries").fetchone()[0]
        except sqlite3.DatabaseError:
            return False
    dead = (newest[0] if newest else 0) - alive
    return row is not None and row[0] == FORMAT and dead * DEAD_SHARE <= alive


def _begun(part: Path, base: Path | None) -> sqlite3.Connection:
    """Open without a journal: a file that is not finished is thrown away, never repaired."""
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    if base is not None:
        shutil.copyfile(base, part)
    db = sqlite3.connect(part, isolation_level=None)
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536"):
        db.execute(f"PRAGMA {pragma}")
    if base is None:
        db.executescript(TABLES)
    db.execute("INSERT INTO words (words, rank) VALUES ('hashsize', ?)", (INDEX_MEMORY,))
    return db


def _bring_up_to_date(
    db: sqlite3.Connection,
    targets: Sequence[Target],
    read: Callable[[Target], bytes],
    progress: Callable[[int, int], None],
) -> int:
    have = dict(db.execute("SELECT path, sha256 FROM files"))
    for path in have.keys() - {target.path for target in targets}:
        _take_out(db, path)
    changed = [target for target in targets if have.get(target.path) != target.sha256]
    entries = 0
    for number, target in enumerate(changed):
        progress(number, len(changed))
        if target.path in have and not _is_pack(target.path):
            _take_out(db, target.path)
        entries += _put_in(db, target, read(target))
    progress(len(changed), len(changed))
    return entries


def _is_pack(path: str) -> bool:
    return path.endswith(".jsonl") and not path.startswith("withdrawn/")


def _take_out(db: sqlite3.Connection, path: str) -> None:
    """Forget a file and its rows; their words stay in the index as dead rows (DEAD_SHARE)."""
    take_entries_out(db, path, _lines_of(db, path))
    _forget_media(db, path)
    db.execute("DELETE FROM files WHERE path = ?", (path,))
    if path.startswith("withdrawn/"):
        db.execute("DELETE FROM withdrawn")


def _put_in(db: sqlite3.Connection, target: Target, data: bytes) -> int:
    """Take in one file; hand back how many entries of it are new or other."""
    body, entries = None, 0
    if target.path.startswith("withdrawn/"):
        gone = {(one.id,) for one in read_withdrawn(data, target.path)}
        db.executemany("INSERT INTO withdrawn VALUES (?)", gone)
    elif _is_pack(target.path):
        entries = _put_pack_in(db, target.path, data)
    else:
        body = checked_policy(target.path, data)
    db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", (target.path, target.sha256, body))
    return entries


def _put_pack_in(db: sqlite3.Connection, path: str, data: bytes) -> int:
    """Read the lines of a pack that are new, forget those that are gone, leave the others."""
    known = _lines_of(db, path)
    changed = read_changed(data, path, known)
    take_entries_out(db, path, known.keys() - changed.kept)
    put_entries_in(db, path, changed.header.layer, changed.fresh)
    _forget_media(db, path)
    for one in media_in(data, path):
        row = (*astuple(one), path)
        table = "pictures" if isinstance(one, PictureFile) else "sounds"
        db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)  # noqa: S608  our own words
    return len(changed.fresh)


def _forget_media(db: sqlite3.Connection, path: str) -> None:
    db.execute("DELETE FROM pictures WHERE pack = ?", (path,))
    db.execute("DELETE FROM sounds WHERE pack = ?", (path,))


def _lines_of(db: sqlite3.Connection, path: str) -> dict[bytes, str]:
    """Give the id of every entry of a pack, by the digest of its line."""
    return dict(db.execute("SELECT line, id FROM entries WHERE pack = ?", (path,)))


def _hash_of(part: Path) -> str:
    with part.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

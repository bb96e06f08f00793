"""The tables of a catalogue file: how entries are put in and taken out."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kiosk.catalogue.rows import Rows, marks_in

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
  n INTEGER NOT NULL, sha256 TEXT NOT NULL, length INTEGER NOT NULL,
  width INTEGER NOT NULL, height INTEGER NOT NULL,
  PRIMARY KEY (n, sha256, length, width, height)) STRICT, WITHOUT ROWID;
CREATE TABLE sounds (
  n INTEGER NOT NULL, sha256 TEXT NOT NULL, length INTEGER NOT NULL,
  milliseconds INTEGER NOT NULL,
  PRIMARY KEY (n, sha256, length, milliseconds)) STRICT, WITHOUT ROWID;
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
NO_MARK = "DELETE FROM marks WHERE list = ? AND code = ? AND sort = ? AND n = ?"


def lines_of(db: sqlite3.Connection) -> Mapping[str, Mapping[bytes, str]]:
    """Give the id of every entry by pack, and there by the digest of its line."""
    found: dict[str, dict[bytes, str]] = defaultdict(dict)
    for path, line, entry_id in db.execute("SELECT pack, line, id FROM entries"):
        found[path][line] = entry_id
    return found


def put_entries_in(db: sqlite3.Connection, path: str, fresh: Sequence[Rows]) -> None:
    """Add entries of one pack, each under a number that none had before."""
    first = 1 + int(db.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence").fetchone()[0])
    numbered = list(enumerate(fresh, start=first))
    db.executemany(
        "INSERT INTO entries VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        ((n, path, rows.digest, *rows.columns) for n, rows in numbered),
    )
    db.executemany("INSERT INTO bodies VALUES (?, ?)", ((n, rows.body) for n, rows in numbered))
    db.executemany(
        "INSERT INTO marks VALUES (?, ?, ?, ?)",
        sorted((*mark, n) for n, rows in numbered for mark in rows.marks),
    )
    db.executemany(
        "INSERT INTO words (rowid, title, names, rest, signs) VALUES (?, ?, ?, ?, ?)",
        ((n, *rows.words) for n, rows in numbered),
    )
    db.executemany(
        "INSERT OR IGNORE INTO spellings VALUES (?, ?)",
        sorted({spelling for rows in fresh for spelling in rows.spellings}),
    )
    db.executemany(
        "INSERT OR IGNORE INTO pictures VALUES (?, ?, ?, ?, ?)",
        ((n, *picture) for n, rows in numbered for picture in rows.pictures),
    )
    db.executemany(
        "INSERT OR IGNORE INTO sounds VALUES (?, ?, ?, ?)",
        ((n, *sound) for n, rows in numbered for sound in rows.sounds),
    )


def take_entries_out(db: sqlite3.Connection, path: str, lines: Iterable[bytes]) -> None:
    """Forget entries of one pack; their words stay in the index as dead rows.

    Their marks stand in their bodies: an index of marks by entry would be as large as all marks
    together.
    """
    found = "SELECT n, body FROM entries JOIN bodies USING (n) WHERE pack = ? AND line = ?"
    gone = [row for line in lines for row in db.execute(found, (path, line))]
    db.executemany(NO_MARK, ((*mark, n) for n, body in gone for mark in marks_in(body)))
    for table in ("bodies", "entries", "pictures", "sounds"):
        db.executemany(f"DELETE FROM {table} WHERE n = ?", ((n,) for n, _ in gone))  # noqa: S608 - names, no values

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
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from kiosk.catalogue.tables import INDEXES, TABLES
from kiosk.catalogue.updating import Target, Update
from kiosk.database import sync
from kiosk.exchange.media import MediaFile
from kiosk.exchange.pictures import PictureFile
from kiosk.exchange.sounds import SoundFile

FORMAT = 13
"""Counted up when this file writes something else; an older file is then built anew."""
DEAD_SHARE = 5
"""When one in five rows of the word index is dead, everything is indexed anew."""
INDEX_MEMORY = 64 * 1024 * 1024
"""Bytes of words gathered before they are written: fewer, larger pieces to merge."""


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


def build(  # noqa: PLR0913, PLR0917 - what it is made from, how it is told, who helps
    file: Path,
    base: Path | None,
    publication: Publication,
    read: Callable[[Target], bytes],
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    processes: int = 1,
) -> Built:
    """Write the catalogue of this publication to `file`, starting from `base` if that helps.

    `read` gives the bytes of a target and has checked their hash. Packs are read in so many
    `processes` beside this one. Raises Refused for a pack that is not one; `file` is then not
    finished and must not be switched to.
    """
    part = file.with_suffix(".part")
    base = base if base is not None and _can_grow(base) else None
    with closing(_begun(part, base)) as db:
        db.execute("BEGIN")
        changed = Update(db, read, progress).to(publication.targets, processes)
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
    with closing(_reading(file)) as db:
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
    with closing(_reading(file)) as db:
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
    with closing(_reading(base)) as db:
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


def _reading(file: Path) -> sqlite3.Connection:
    """Open a file that nobody writes to any more."""
    return sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)


def _hash_of(part: Path) -> str:
    with part.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

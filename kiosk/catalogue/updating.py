"""Brings the rows of a catalogue file up to what is published now."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence, Set
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from kiosk.catalogue.helpers import in_order
from kiosk.catalogue.policies import checked_policy
from kiosk.catalogue.rows import Rows, rows_of
from kiosk.catalogue.tables import lines_of, put_entries_in, take_entries_out
from kiosk.exchange.packs import read_changed, read_withdrawn


class Target(Protocol):
    """A file of a publication that has been vouched for."""

    @property
    def path(self) -> str:
        """Its name in the publication."""

    @property
    def sha256(self) -> str:
        """What its bytes must be."""


@dataclass(frozen=True, slots=True)
class PackRows:
    """What one pack changes: rows to put in, digests of lines that are gone."""

    fresh: tuple[Rows, ...]
    gone: Set[bytes]


class Update:
    """Brings the rows of a file up to what is published now."""

    def __init__(
        self,
        db: sqlite3.Connection,
        read: Callable[[Target], bytes],
        progress: Callable[[int, int], None],
    ) -> None:
        self._db = db
        self._read = read
        self._progress = progress
        self._have: Mapping[str, str] = dict(db.execute("SELECT path, sha256 FROM files"))
        self._known: Mapping[str, Mapping[bytes, str]] = {}

    def to(self, targets: Sequence[Target], processes: int) -> int:
        """Take in what changed; say how many entries are new or other."""
        gone = self._have.keys() - {target.path for target in targets}
        changed = [one for one in targets if self._have.get(one.path) != one.sha256]
        lists = [target for target in changed if not _is_pack(target.path)]
        packs = [target for target in changed if _is_pack(target.path)]
        entries = 0
        if packs or gone:  # 60,000 lines need not be listed to take one page down
            self._known = lines_of(self._db)
        for path in gone:
            self._take_out(path)
        for number, target in enumerate(lists):
            self._progress(number, len(changed))
            self._put_list_in(target)
        with closing(in_order(self._rows_of, packs, processes)) as pack_rows:
            for number, (target, rows) in enumerate(zip(packs, pack_rows, strict=True), len(lists)):
                self._progress(number, len(changed))
                self._put_pack_in(target, rows)
                entries += len(rows.fresh)
        self._progress(len(changed), len(changed))
        return entries

    def _take_out(self, path: str) -> None:
        """Forget a file and its rows; their words stay in the index as dead rows (DEAD_SHARE)."""
        take_entries_out(self._db, path, self._known.get(path, {}))
        self._db.execute("DELETE FROM files WHERE path = ?", (path,))
        if path.startswith("withdrawn/"):
            self._db.execute("DELETE FROM withdrawn")

    def _put_list_in(self, target: Target) -> None:
        """Take in a file that is no pack: the list of what is withdrawn, or a policy."""
        body, data = None, self._read(target)
        if target.path.startswith("withdrawn/"):
            gone = {(one.id,) for one in read_withdrawn(data, target.path)}
            self._db.execute("DELETE FROM withdrawn")
            self._db.executemany("INSERT INTO withdrawn VALUES (?)", gone)
        else:
            body = checked_policy(target.path, data)
        self._note(target, body)

    def _put_pack_in(self, target: Target, rows: PackRows) -> None:
        take_entries_out(self._db, target.path, rows.gone)
        put_entries_in(self._db, target.path, rows.fresh)
        self._note(target, None)

    def _note(self, target: Target, body: bytes | None) -> None:
        row = (target.path, target.sha256, body)
        self._db.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?)", row)

    def _rows_of(self, target: Target) -> PackRows:
        """Read the lines of a pack that are new; the others need nothing.

        It may run in another process: it never asks the file that is written.
        """
        known = self._known.get(target.path, {})
        changed = read_changed(self._read(target), target.path, known)
        layer = changed.header.layer
        fresh = tuple(rows_of(line, layer) for line in changed.fresh)
        return PackRows(fresh, known.keys() - changed.kept)


def _is_pack(path: str) -> bool:
    return path.endswith(".jsonl") and not path.startswith("withdrawn/")

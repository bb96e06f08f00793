"""Keeps the installed content, with what it was trusted on."""

import hashlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.catalogue import building
from kiosk.catalogue.building import Built, Publication
from kiosk.catalogue.updating import Target
from kiosk.database import Base, Database, UtcDateTime
from kiosk.exchange.trusted_day import london_day

ACTIVE, PREVIOUS = "active", "previous"


class OlderThanShelf(Exception):
    """What should be switched to is older than what stands there; nothing was changed."""


class ShelfRow(Base):
    """One installed version. `file` is its name in the catalogue folder."""

    __tablename__ = "shelf"

    slot: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[int]
    issued: Mapped[datetime] = mapped_column(UtcDateTime)
    file: Mapped[str]
    sha256: Mapped[str]
    demo: Mapped[bool]


class TrustRow(Base):
    """The exact bytes of one metadata file that the active version was trusted on."""

    __tablename__ = "trust"

    name: Mapped[str] = mapped_column(primary_key=True)
    body: Mapped[bytes]


@dataclass(frozen=True, slots=True)
class Version:
    """An installed version of the content: where it is and how old."""

    number: int
    issued: datetime
    path: Path
    sha256: str
    demo: bool

    @property
    def day(self) -> str:
        """The London day of its publication, as `2026-11-22`."""
        return london_day(self.issued).isoformat()


class Shelf:
    """The content of one kiosk: what is read now, and the version before it."""

    def __init__(self, folder: Path, database: Database) -> None:
        """Keep catalogue files in `folder`, and what is known of them in the database."""
        self._folder = folder
        self._database = database

    def active(self) -> Version | None:
        """Give the version that a new visit reads; None before the first stick."""
        with self._database.read() as session:
            return self._version(session.get(ShelfRow, ACTIVE))

    def previous(self) -> Version | None:
        """Give the version before, kept in case the active file goes bad."""
        with self._database.read() as session:
            return self._version(session.get(ShelfRow, PREVIOUS))

    def trust_files(self) -> dict[str, bytes]:
        """Give the metadata files that the active version was trusted on, by name."""
        with self._database.read() as session:
            return {row.name: row.body for row in session.scalars(select(TrustRow))}

    def plan(self, number: int) -> tuple[Path, Path | None]:
        """Say where the next version goes, and which file it can be made from.

        The name is one that neither slot uses, so an unfinished build harms nothing.
        """
        with self._database.read() as session:
            rows = {row.slot: row for row in session.scalars(select(ShelfRow))}
        taken = {row.file for row in rows.values()}
        turn = next(n for n in range(3) if f"{number}-{n}.sqlite" not in taken)
        base = self._folder / rows[ACTIVE].file if ACTIVE in rows else None
        self._folder.mkdir(mode=0o700, exist_ok=True)
        return self._folder / f"{number}-{turn}.sqlite", base if base and base.is_file() else None

    def build(
        self,
        publication: Publication,
        read: Callable[[Target], bytes],
        progress: Callable[[int, int], None] = lambda _done, _of: None,
    ) -> tuple[Path, Built]:
        """Make the next catalogue file beside the active one; see `building.build`."""
        file, base = self.plan(publication.version)
        return file, building.build(file, base, publication, read, progress)

    def switch(
        self,
        session: Session,
        version: Version,
        trust_files: Mapping[str, bytes],
        *,
        renewed: bool = False,
    ) -> None:
        """Make a built file the active one, with what it was trusted on, in one transaction.

        Raises OlderThanShelf rather than go back, unless a new root has `renewed` the counting.
        `tidy` afterwards removes what is left over.
        """
        active = session.get(ShelfRow, ACTIVE)
        if active is not None:
            if active.version > version.number and not renewed:
                raise OlderThanShelf(f"{version.number} is older than {active.version}")
            _put(session, PREVIOUS, active)
        _put(session, ACTIVE, _row(version))
        self.remember_trust(session, trust_files)

    def remember_trust(self, session: Session, trust_files: Mapping[str, bytes]) -> None:
        """Keep newer metadata of the version that is active already."""
        session.execute(delete(TrustRow))
        session.add_all(TrustRow(name=name, body=body) for name, body in trust_files.items())

    def is_sound(self, version: Version) -> bool:
        """Tell whether a catalogue file still is what was built, byte for byte."""
        try:
            with version.path.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == version.sha256
        except OSError:
            return False

    def fall_back(self) -> Version | None:
        """Make the previous version active when its file is sound; None when there is none.

        The trust files stay: a stick older than the newest version that was seen is still refused.
        """
        before = self.previous()
        if before is None or not self.is_sound(before):
            return None
        with self._database.write() as session:
            session.execute(delete(ShelfRow).where(ShelfRow.slot == PREVIOUS))
            _put(session, ACTIVE, _row(before))
        return before

    def tidy(self) -> None:
        """Remove catalogue files that neither slot names. A visit that reads one keeps it open."""
        with self._database.read() as session:
            keep = set(session.scalars(select(ShelfRow.file)))
        for path in self._folder.glob("*"):
            if path.name not in keep:
                with suppress(OSError):
                    path.unlink()

    def _version(self, row: ShelfRow | None) -> Version | None:
        if row is None:
            return None
        path = self._folder / row.file
        return Version(row.version, row.issued, path, row.sha256, demo=row.demo)


def _row(version: Version) -> ShelfRow:
    return ShelfRow(
        version=version.number,
        issued=version.issued,
        file=version.path.name,
        sha256=version.sha256,
        demo=version.demo,
    )


def _put(session: Session, slot: str, row: ShelfRow) -> None:
    session.merge(
        ShelfRow(
            slot=slot,
            version=row.version,
            issued=row.issued,
            file=row.file,
            sha256=row.sha256,
            demo=row.demo,
        )
    )

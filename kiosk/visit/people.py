"""Knows who may sign in, as the office last said."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Mapped, Session, mapped_column

from kiosk.database import Base, Database
from kiosk.exchange import return_bundle
from kiosk.exchange.refusals import Refused
from kiosk.exchange.return_bundle import Person

ONLY = 1
NUMBER = re.compile(r"[A-Z][0-9]{4}[A-Z]{2}")


class PeopleRow(Base):
    """The one sealed list."""

    __tablename__ = "people"

    one: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int]
    sealed: Mapped[bytes]


@dataclass(frozen=True, slots=True)
class SealedList:
    """The list of people as it lies on the disk."""

    version: int
    sealed: bytes


class PeopleStore:
    """The sealed list on the disk. The mailroom replaces it; only the screen can open it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def replace(self, session: Session, version: int, sealed: bytes) -> None:
        """Keep this list instead of the one before, in the caller's transaction."""
        session.merge(PeopleRow(one=ONLY, version=version, sealed=sealed))

    def version(self) -> int:
        """Give the version on the disk; 0 when none has come."""
        with self._database.read() as session:
            row = session.get(PeopleRow, ONLY)
            return row.version if row else 0

    def sealed(self) -> SealedList | None:
        """Give the list as it lies on the disk."""
        with self._database.read() as session:
            row = session.get(PeopleRow, ONLY)
            return SealedList(row.version, row.sealed) if row else None


class People:
    """Everybody of the site, opened in memory, opened again when a new list has come."""

    def __init__(self, store: PeopleStore, opener: Callable[[bytes, int], bytes]) -> None:
        self._store = store
        self._opener = opener
        self._version = 0
        self._known: Mapping[str, Person] = {}

    def known(self, number: str) -> Person | None:
        """Give the person of this number, if they may sign in on this site."""
        if self._store.version() != self._version:
            self._open()
        person = self._known.get(number)
        return person if person and person.active else None

    def _open(self) -> None:
        """Open the list; one that does not open leaves nobody known, and the kiosk goes on."""
        found = self._store.sealed()
        if found is None:
            return
        self._version = found.version
        try:
            text = self._opener(found.sealed, found.version)
            people = return_bundle.from_text(return_bundle.People, text)
        except Refused:
            self._known = {}
            return
        self._known = {person.number: person for person in people.people}


def tidied_number(typed: str) -> str | None:
    """Bring a typed prison number to A1234BC; None when it cannot be one."""
    number = re.sub(r"[\s-]", "", typed).upper()
    return number if NUMBER.fullmatch(number) else None

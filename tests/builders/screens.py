"""A whole kiosk with content, as its screen sees it, with a clock that only the test moves."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from argon2 import PasswordHasher

from kiosk.assembly.rooms_of_screen import Outside, ScreenRooms, the_rooms
from kiosk.catalogue.shelf import Shelf, Version
from kiosk.database import Database
from kiosk.exchange import canonical
from kiosk.exchange.entries import Entry
from kiosk.exchange.policy import Desk, Desks
from kiosk.exchange.return_bundle import People, Person
from kiosk.exchange.sealing import Context, Purpose, seal
from kiosk.settings import FILE, KioskFile, read, written
from kiosk.visit.people import PeopleStore
from tests.builders.exchange import KIOSK, SITE, a_form, a_pick, an_entry
from tests.builders.kiosks import an_enrolled_kiosk
from tests.builders.publisher import opening
from tests.builders.stores import Counted, a_publication

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ISSUED = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
NUMBER, PIN = "A1234BC", "4821"
DESKS = Desks(
    desks=(Desk(code="housing", names={"en": "Housing"}, worker={"en": "housing worker"}),)
)


@dataclass(slots=True)
class World:
    """The clock on the wall, the seconds awake."""

    now: datetime = NOON
    awake: float = 1000.0
    new_id: Counted = field(default_factory=lambda: Counted("screen"))

    def pass_by(self, seconds: float) -> None:
        self.awake += seconds
        self.now += timedelta(seconds=seconds)

    def outside(self) -> Outside:
        return Outside(lambda: self.now, lambda: self.awake, self.new_id, a_pick())


def some_entries() -> tuple[Entry, ...]:
    return (
        an_entry("housing-advice", title="Housing help", topics=("keep-home",)),
        an_entry("rent-help", title="Rent help while you are inside", topics=("keep-home",)),
        a_form("housing-form"),
    )


def a_kiosk_folder(data: Path, *entries: Entry, content: bool = True, people: bool = True) -> Path:
    """An enrolled kiosk; with content, and with one person who may sign in.

    Made once and copied from then on, because making one syncs the disk many times.
    """
    data.parent.mkdir(parents=True, exist_ok=True)
    for name, mode, inside in _a_kiosk(entries or some_entries(), content=content, people=people):
        path = data / name
        if inside is None:
            path.mkdir()
        else:
            path.write_bytes(inside)
        path.chmod(mode)
    return data


@cache
def _a_kiosk(
    entries: tuple[Entry, ...], *, content: bool, people: bool
) -> tuple[tuple[Path, int, bytes | None], ...]:
    """Each folder and file with its mode and, unless it is a folder, its bytes."""
    with TemporaryDirectory() as folder:
        top = _fill(Path(folder) / "kiosk", entries if content else (), people=people)
        return tuple(
            (
                path.relative_to(top),
                path.stat().st_mode & 0o777,
                path.read_bytes() if path.is_file() else None,
            )
            for path in (top, *sorted(top.rglob("*")))
        )


def _fill(data: Path, entries: tuple[Entry, ...], *, people: bool) -> Path:
    an_enrolled_kiosk(data)
    (data / FILE).write_text(written(KioskFile(site=SITE, number=2, wing="B")))
    database = Database(data / "kiosk.db")
    if entries:
        put_on_the_shelf(data, database, 1, *entries)
    if people:
        _let_in(database)
    database.close()
    return data


def put_on_the_shelf(data: Path, database: Database, number: int, *entries: Entry) -> None:
    """Install content as the mailroom does, without a stick."""
    desks = canonical.dump(DESKS)
    publication = a_publication(*entries, version=number, policy__desks_dot_json=desks)
    shelf = Shelf(data / "catalogue", database)
    path, built = shelf.build(publication, publication.read)
    with database.write() as session:
        shelf.switch(session, Version(number, ISSUED, path, built.sha256, demo=True), {})


def the_screen_rooms(data: Path, world: World) -> ScreenRooms:
    """The rooms of this kiosk in this world."""
    return the_rooms(read(data), world.outside())


def _let_in(database: Database) -> None:
    hashed = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PIN)
    people = People(people=(Person(number=NUMBER, pin=hashed),))
    context = Context(Purpose.PEOPLE, SITE, KIOSK, "1")
    sealed = seal(canonical.dump(people), opening(f"storage-{KIOSK}").public, context)
    with database.write() as session:
        PeopleStore(database).replace(session, 1, sealed)

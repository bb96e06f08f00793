"""Opens the stores that the screen works with."""

import logging
import os
import secrets
import sqlite3
import time
import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.assembly.closing import ClosedUntil
from kiosk.assembly.noticing import Tally
from kiosk.assembly.stores import Keeping, rules_of
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.clock import Clock
from kiosk.catalogue.shelf import Shelf
from kiosk.database import Database
from kiosk.exchange import media
from kiosk.exchange.folder import Folder
from kiosk.exchange.keys import OpeningKey
from kiosk.exchange.media import MediaFile
from kiosk.exchange.refusals import Refused
from kiosk.exchange.trusted_day import TrustedTime, trusted
from kiosk.register.register import Register
from kiosk.requests.ledger import Ledger
from kiosk.requests.opinions import Opinions
from kiosk.requests.own import OwnRequests
from kiosk.requests.sending import Chance, Sending, When
from kiosk.requests.standing import Stand, Standing
from kiosk.screens.staff.seen import Seen, seen
from kiosk.settings import Settings, run_folder
from kiosk.visit.attempts import Attempts
from kiosk.visit.people import People, PeopleStore
from kiosk.visit.secrets import StorageKey
from kiosk.visit.sign_in import SignIn

LOG = logging.getLogger("signpost.screen")


@dataclass(frozen=True, slots=True)
class Outside:
    """What comes from outside: the clock that may be wrong, seconds awake, ids, chance."""

    now: Callable[[], datetime]
    awake: Callable[[], float]
    new_id: Callable[[], str]
    pick: Callable[[int], int]


def _whole(instant: datetime) -> datetime:
    """The second of this instant: requests carry whole ones."""
    return instant.replace(microsecond=0)


def the_world() -> Outside:
    """The real clock, real ids, real chance."""
    return Outside(
        now=lambda: datetime.now(UTC),
        awake=time.monotonic,
        new_id=lambda: uuid.uuid4().hex,
        pick=secrets.randbelow,
    )


@dataclass(frozen=True, slots=True)
class ScreenRooms:
    """The rooms of one enrolled kiosk, as its screen uses them."""

    outside: Outside
    database: Database
    shelf: Shelf
    clock: Clock
    standing: Standing
    register: Register
    keeping: Keeping
    closing: ClosedUntil
    run: Path
    home: Folder
    printer: str = ""
    """What the print service calls the printer of this screen."""

    def time(self) -> TrustedTime:
        """What time it is, as far as it can be trusted."""
        return trusted(self.clock.low(), self.outside.now())

    def when(self) -> When:
        """The moment of asking."""
        low, clock = _whole(self.clock.low()), _whole(self.outside.now())
        told = trusted(low, clock)
        return When(asked_at=told.instant, low=low, day=told.day, held=told.holds)

    def stand(self) -> Stand:
        """Which kiosk this is, on which wing today."""
        return self.standing.now()

    def mend(self) -> None:
        """Go back to the version before when the file of the active one has gone bad."""
        active = self.shelf.active()
        if active is not None and not self.shelf.is_sound(active):
            LOG.error("catalogue %d is damaged", active.number)
            self.shelf.fall_back()

    def catalogue(self) -> Catalogue | None:
        """Open the content for one visit; None before the first stick."""
        version, stand = self.shelf.active(), self.stand()
        if version is None:
            return None
        try:
            return Catalogue(version.path, self.time().day, stand.site, stand.wing)
        except sqlite3.DatabaseError:
            LOG.error("catalogue %d cannot be read", version.number)  # noqa: TRY400 - no values
            return None

    def media(self, file: MediaFile) -> bytes | None:
        """Give a picture or recording, checked once more before anything decodes it."""
        try:
            return media.read(self.home, file, place="media")
        except (Refused, OSError):
            LOG.error("a file of the content is damaged")  # noqa: TRY400 - which one tells a reader
            return None

    def put_down(self) -> None:
        """What people made of the pages goes to the disk, once an hour and without an order."""
        self.keeping.tally.put_down(lambda: rules_of(self.catalogue()), self.when())

    def seen(self) -> Seen:
        """What the mailroom says about the stick that is in."""
        try:
            return seen((self.run / "progress.json").read_bytes())
        except OSError:
            return Seen()


def storage_key(settings: Settings, environment: Mapping[str, str]) -> Path:
    """Where the storage key lies: given by systemd from the TPM, or a file in a demonstration."""
    folder = environment.get("CREDENTIALS_DIRECTORY")
    given = Path(folder, "storage.pem") if folder else None
    return given if given and given.is_file() else settings.key("storage")


def the_rooms(settings: Settings, outside: Outside) -> ScreenRooms:
    """Open everything; raises a StoreFault, or an OSError where a key is missing."""
    database = Database(settings.database)
    stand = Standing(database).now()
    key = OpeningKey.load(storage_key(settings, os.environ))
    vault = StorageKey(key, stand.site, stand.kiosk)
    own, ledger = OwnRequests(database, vault), Ledger(database)
    chance = Chance(outside.new_id, outside.pick)
    people = People(PeopleStore(database), vault.open_people)
    sending = Sending(ledger, own, vault, (stand.site, stand.kiosk), chance)
    run = run_folder(settings.data, os.environ)
    return ScreenRooms(
        outside=outside,
        database=database,
        shelf=Shelf(settings.catalogue, database),
        clock=Clock(database),
        standing=Standing(database),
        register=Register(database, outside.now),
        keeping=Keeping(
            database=database,
            own=own,
            sending=sending,
            door=SignIn(people, Attempts(database, outside.awake), vault.tag),
            tally=Tally(Opinions(database), sending, outside.awake),
        ),
        closing=ClosedUntil(run, outside.now),
        run=run,
        home=Folder(settings.data),
        printer=settings.printer,
    )

"""A whole round that brings content, answers and takes requests, to be broken anywhere."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue.shelf import Shelf
from kiosk.database import Database
from kiosk.exchange.entries import Entry
from kiosk.requests.ledger import Ledger
from tests.builders.exchange import a_publisher, an_entry
from tests.builders.kiosks import Looked, an_enrolled_kiosk, ask, looked
from tests.builders.pictures import a_picture, a_png
from tests.builders.small_office import SmallOffice
from tests.builders.sticks import a_wing_stick, put_picture
from tests.faults.rig import Ended, Nursery

PICTURE = a_png()
LONGEST_START = 5.0
"""Seconds after which a kiosk must work again, whatever happened before."""


@dataclass(frozen=True, slots=True)
class Story:
    """A kiosk with content, six requests of which the office has one; a stick that brings more.

    Each trial works on a copy. `before` and `after` are what an unbroken round starts and ends
    with.
    """

    home: Path
    office: SmallOffice
    ids: frozenset[str]
    receipted: frozenset[str]
    before: Looked

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def stick(self) -> Path:
        return self.home / "stick"

    @property
    def bare(self) -> Path:
        """Where a second stick can be made."""
        return self.home / "bare"

    def copy(self, to: Path) -> "Story":
        """The same story in another folder, with an office that knows as much."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.home, to)
        office = SmallOffice(dict(self.office.items), dict(self.office.bundles), self.office.seq)
        return Story(to, office, self.ids, self.receipted, self.before)

    def visit(self, nursery: Nursery) -> Ended:
        """A round that nothing breaks."""
        return nursery.run("visit", data=self.data, stick=self.stick)

    def must_hold_together(self) -> Looked:
        """Nothing lost, nothing doubled, nothing half done."""
        now = looked(self.data)
        old = self.before
        assert now.version in {1, 2}
        if now.version == old.version:
            assert (now.rows["shelf"], now.rows["trust"], now.rows["clock"]) == (
                old.rows["shelf"],
                old.rows["trust"],
                old.rows["clock"],
            )
        applied = now.stand.last_return == self.office.seq
        received = {row[0] for row in now.rows["requests"] if row[7] is not None}
        assert received == (self.receipted if applied else set())
        assert bool(now.rows["states"]) is applied
        assert bool(now.rows["people"]) is applied
        assert set(now.waiting) == self.ids - received
        must_be_whole(self.data)
        return now

    def must_end_well(self, nursery: Nursery) -> None:
        """The same stick, put in again, brings everything to where an unbroken round ends."""
        ended = self.visit(nursery)
        assert (ended.status, ended.seconds < LONGEST_START) == (0, True), ended
        now = self.must_hold_together()
        assert (now.version, now.stand.last_return) == (2, self.office.seq)
        assert now.unseen == 0
        assert [kind for kind, _ in now.register].count("content") == 2
        assert [kind for kind, _ in now.register].count("return") == 1
        files = {path.name for path in (self.data / "catalogue").iterdir()}
        assert files == {row[3] for row in now.rows["shelf"]}
        assert [path.read_bytes() for path in (self.data / "media").iterdir()] == [PICTURE]
        self.office.collect(self.stick)
        assert set(self.office.items) == self.ids
        assert not list(self.stick.rglob("*.part")), "a part file stays where a bundle was broken"


def must_be_whole(data: Path) -> None:
    """The database and the catalogue that is read are what was written."""
    database = Database(data / "kiosk.db")
    shelf = Shelf(data / "catalogue", database)
    active = shelf.active()
    assert database.is_sound()
    assert Ledger(database).damaged() == ()
    assert active is not None
    assert shelf.is_sound(active)
    database.close()


def the_new_entry() -> Entry:
    """What the stick brings: an entry with a picture."""
    return an_entry(title="New title", blocks=(a_picture(PICTURE),))


def a_story(home: Path, nursery: Nursery) -> Story:
    """Play until the moment before the round that is to be broken."""
    data, stick = an_enrolled_kiosk(home / "data"), home / "stick"
    publisher = a_publisher(an_entry())
    a_wing_stick(stick, publisher)
    first = ask(data, "one")
    assert nursery.run("visit", data=data, stick=stick).status == 0
    office = SmallOffice()
    office.collect(stick)
    more = ask(data, "two", "three", "four", "five", "six")
    publisher.contents |= a_publisher(the_new_entry()).contents
    a_wing_stick(stick, publisher)
    put_picture(stick, PICTURE)
    shutil.rmtree(stick / "SIGNPOST/requests")
    office.answer(stick)
    ids = frozenset(item.id for item in (*first, *more))
    receipted = frozenset(item.id for item in first)
    return Story(home, office, ids, receipted, looked(data))

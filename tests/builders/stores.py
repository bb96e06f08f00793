"""Makers of the kiosk's stores, each with everything defaulted."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cache
from itertools import count
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp

from kiosk.assembly.noticing import Tally
from kiosk.catalogue.building import build
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.updating import Target
from kiosk.database import Database
from kiosk.exchange import canonical, packs
from kiosk.exchange.entries import Entry
from kiosk.exchange.items import Reply, to_text
from kiosk.exchange.policy import Clocks, Topic, TopicGroup, Topics
from kiosk.exchange.requests_bundle import SealedItem
from kiosk.exchange.return_bundle import Mail, Receipt, SealedReply
from kiosk.exchange.sealing import Context, Purpose, seal
from kiosk.requests.asking import AskingForm
from kiosk.requests.ledger import Ledger
from kiosk.requests.opinions import Opinions
from kiosk.requests.own import OwnRequests
from kiosk.requests.picture import Applied, Picture
from kiosk.requests.sending import Asked, Chance, Rules, Saved, Sending, When
from kiosk.requests.standing import Stand, Standing, StandingRow
from kiosk.visit.secrets import StorageKey
from tests.builders.exchange import (
    EPOCH,
    KIOSK,
    SITE,
    SUNDAY,
    a_form,
    a_pick,
    a_trust_list,
    an_entry,
    an_id,
)
from tests.builders.policies import a_calendar, a_clock, a_profile
from tests.builders.publisher import opening


def a_database(folder: Path) -> Database:
    """A new, empty database in this folder, open; copied, because making one syncs the disk."""
    path = folder / "kiosk.db"
    path.write_bytes(_new_database())
    path.chmod(0o600)
    return Database(path)


@cache
def _new_database() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "kiosk.db"
        Database.create(path)
        return path.read_bytes()


@dataclass(frozen=True, slots=True)
class OneTarget:
    """A file of a publication."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class SmallPublication:
    """A publication that is believed without a signature: the bytes of each path."""

    version: int
    contents: Mapping[str, bytes]

    @property
    def targets(self) -> tuple[OneTarget, ...]:
        return tuple(
            OneTarget(path, hashlib.sha256(data).hexdigest())
            for path, data in sorted(self.contents.items())
        )

    def read(self, target: Target) -> bytes:
        return self.contents[target.path]


def topics(*groups: str) -> bytes:
    """policy/topics.json with one tile, place-to-live, and these groups."""
    return canonical.dump(
        Topics(
            topics=(
                Topic(
                    tile="place-to-live",
                    groups=tuple(
                        TopicGroup(code=code, names={"en": code.capitalize()}) for code in groups
                    ),
                ),
            )
        )
    )


def a_publication(
    *entries: Entry, version: int = 1, layer: str = "national", **more: bytes
) -> SmallPublication:
    """A publication of these entries in one layer, with everything else that a kiosk needs.

    `more`: other files, `/` and `.` of the path written `__` and `_dot_`.
    """
    contents = {
        "policy/topics.json": topics("keep-home", "find-home"),
        "policy/clocks.json": canonical.dump(Clocks(clocks=(a_clock(),))),
        "policy/calendar.json": canonical.dump(a_calendar()),
        "site/mvx/profile.json": canonical.dump(a_profile()),
        "trust/mvx.json": canonical.dump(a_trust_list()),
        "withdrawn/list.jsonl": b"",
        **packs.write_packs(entries, layer),
    }
    named = {name.replace("__", "/").replace("_dot_", "."): data for name, data in more.items()}
    return SmallPublication(version, contents | named)


def with_entries(publication: SmallPublication, layer: str, *entries: Entry) -> SmallPublication:
    """The same publication with entries of one more layer."""
    return replace(
        publication, contents={**publication.contents, **packs.write_packs(entries, layer)}
    )


def a_catalogue(
    folder: Path,
    publication: SmallPublication | None = None,
    *,
    today: date = SUNDAY,
    wing: str = "B",
) -> Catalogue:
    """The catalogue of this publication, built in this folder."""
    published = publication or a_publication(an_entry())
    file = folder / f"{published.version}.sqlite"
    build(file, None, published, published.read)
    return Catalogue(file, today, "MVX", wing)


class Counted:
    """Ids that are new each time and the same in every run."""

    def __init__(self, name: str = "item") -> None:
        self._numbers = count()
        self._name = name

    def __call__(self) -> str:
        return an_id(f"{self._name}-{next(self._numbers)}")


def a_vault() -> StorageKey:
    """The storage key of MVX-02."""
    return StorageKey(opening(f"storage-{KIOSK}"), SITE, KIOSK)


def the_rules() -> Rules:
    """What the content says about asking: one clock, keys of three desks."""
    return Rules(a_trust_list(), Clocks(clocks=(a_clock(),)), a_calendar(), "housing")


def at(day: date = SUNDAY, *, held: bool = True) -> When:
    """Noon of a day."""
    noon = datetime.combine(day, time(12), UTC)
    return When(noon, noon, day, held)


def a_standing(database: Database) -> Standing:
    """The standing of a kiosk; one that is not enrolled yet is MVX-02."""
    standing = Standing(database)
    with database.write() as session:
        if session.get(StandingRow, 1) is None:
            standing.begin(session, Stand(SITE, KIOSK, "B", EPOCH, demo=True))
    return standing


class Wing:
    """The asking side of one kiosk, with its stores in a folder."""

    def __init__(self, folder: Path, database: Database | None = None, name: str = "item") -> None:
        self.database = database or a_database(folder)
        self.ledger = Ledger(self.database)
        self.standing = a_standing(self.database)
        self.own = OwnRequests(self.database, a_vault())
        chance = Chance(Counted(name), a_pick(len(name)))
        self.sending = Sending(self.ledger, self.own, a_vault(), (SITE, KIOSK), chance)

    def ask(
        self,
        person: str = "A1234BC",
        day: date = SUNDAY,
        *,
        proven: bool = True,
        listed: bool = True,
        asked_from: str | None = None,
        **fields: object,
    ) -> Saved:
        """Answer a short form and save it; `fields` change the form."""
        form = a_form().form
        assert form is not None
        hand = AskingForm(form.model_copy(update=fields))
        while hand.question is not None:
            hand.choose("yes")
            hand.go_on()
        asked = Asked("housing-form", "0" * 64, hand, "en", person, proven, listed=listed)
        asked = replace(asked, asked_from=asked_from)
        return self.sending.send(asked, the_rules(), at(day))

    def take(self, mail: Mail, *replies: SealedReply) -> Applied:
        """Apply the next return."""
        picture = self.bring(mail, *replies)
        with self.database.write() as session:
            applied = picture.show(session)
            self.standing.applied(session, self.standing.now().last_return + 1, "B")
        return applied

    def bring(self, mail: Mail, *replies: SealedReply, ahead: int = 1) -> Picture:
        """Write a return down but for its last step; it is `ahead` of the last one."""
        picture = Picture(self.standing.now().last_return + ahead, mail, replies)
        picture.bring(self.database)
        return picture

    def carry(self, day: date = SUNDAY) -> None:
        """Write everything that waits onto a stick."""
        self.ledger.carried(tuple(self.ledger.waiting()), day)


def waiting(ledger: Ledger) -> tuple[SealedItem, ...]:
    """Everything that a stick would take, oldest day first."""
    return ledger.sealed(tuple(ledger.waiting()))


def receipts(items: Iterable[SealedItem], day: date = SUNDAY) -> tuple[Receipt, ...]:
    """The office has these."""
    return tuple(Receipt(id=item.id, sha256=item.sha256, day=day) for item in items)


def a_sealed_reply(reply: Reply, name: str = "reply") -> SealedReply:
    """A reply, closed for MVX-02."""
    reply_id = an_id(name)
    context = Context(Purpose.REPLY, SITE, KIOSK, reply_id)
    blob = seal(to_text(reply), opening(f"storage-{KIOSK}").public, context)
    return SealedReply(id=reply_id, request=reply.request, sealed=blob)


class Folder:
    """A folder for one run of a machine that has no fixtures."""

    def __init__(self) -> None:
        self.path = Path(mkdtemp(prefix="signpost-"))

    def gone(self) -> None:
        rmtree(self.path)


def a_folder() -> Folder:
    """A new folder, empty."""
    return Folder()


def a_tally(database: Database, sending: Sending, awake: Callable[[], float] = float) -> Tally:
    """Numbers that are kept in mind for this database."""
    return Tally(Opinions(database), sending, awake)

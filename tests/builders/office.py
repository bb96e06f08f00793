"""Things of the office that tests need, each with everything chosen already.

The kiosks here are real as far as the office can see: real keys, real bundles, real files.
"""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from admin_tools.desks.collect import Collected, collect
from admin_tools.desks.kiosks import register
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.order import Order
from admin_tools.records.access import Worker
from admin_tools.records.base import Base
from admin_tools.records.database import Records
from admin_tools.records.kiosks import all_kiosks
from admin_tools.records.tables import Kiosk
from kiosk.exchange import canonical, enrolment_file, references, requests_bundle, return_bundle
from kiosk.exchange.enrolment_file import Enrolment
from kiosk.exchange.items import Item, Reply, RequestItem, reply_from_text, to_text
from kiosk.exchange.keys import OpeningKey, SigningKey
from kiosk.exchange.policy import Desk, Desks, FactSlot, Template, Templates
from kiosk.exchange.requests_bundle import RequestsBundle, RequestsHeader, SealedItem, sealed_item
from kiosk.exchange.return_bundle import Mail, People, ReturnBundle
from kiosk.exchange.sealing import Context, Purpose, seal_item, unseal
from tests.builders.exchange import (
    SITE,
    SUNDAY,
    a_publisher,
    a_request,
    a_trust_list,
    an_id,
)
from tests.builders.policies import a_calendar
from tests.builders.publisher import opening, signing

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday without a holiday near."""


def an_office(folder: Path, name: str = "office.sqlite") -> Records:
    """Open new records in a folder of the test."""
    return Records(f"sqlite:///{folder / name}")


def a_worker(name: str = "J. Harris", now: datetime = MONDAY) -> Worker:
    """Say who is at the desk."""
    return Worker(name, now)


def a_list(folder: Path, *rows: str, header: str = "number,language,wing,active") -> Path:
    """Write a list of people as the prison's own system would."""
    path = folder / "people.csv"
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def a_keys_folder(folder: Path, *desks: str, site: str = SITE, demo: bool = True) -> Path:
    """Make the KEYS folder of an office, with the keys of these desks (all three when none)."""
    keys = folder / "keys"
    keys.mkdir(parents=True)
    (keys / "keys.json").write_text(json.dumps({"site": site, "demo": demo}), encoding="utf-8")
    low = site.lower()
    signing(f"office-{low}").save(keys / f"office-{low}.pem")
    for role in (f"collecting-{low}", "recovery"):
        opening(role).save(keys / f"{role}.pem")
    for desk in desks or ("housing", "work", "private"):
        opening(f"desk-{desk}").save(keys / f"desk-{desk}.pem")
    return keys


def office_keys(folder: Path) -> OfficeKeys:
    """Open a demonstration's folder of keys."""
    return OfficeKeys(folder, lambda _role: "")


def a_request_numbered(
    number: int = 1, kiosk: str = "MVX-02", *, title: str = "Housing", person: str = "A1234BC"
) -> RequestItem:
    """Ask number so-and-so of a kiosk, each with a reference of its own."""
    pick = random.Random(f"{kiosk}/{number}").randrange
    reference = references.new_reference(references.kiosk_pair(kiosk), pick)
    return a_request(f"{kiosk}/{number}").model_copy(
        update={"reference": reference, "title": title, "person": person}
    )


@dataclass(frozen=True, slots=True)
class WingKiosk:
    """A kiosk as the office knows it: what it signs, seals and opens."""

    kiosk: str = "MVX-02"
    life: str = "first"
    site: str = SITE
    wing: str = "B"
    demo: bool = True

    @property
    def epoch(self) -> str:
        return an_id(f"epoch-{self.kiosk}-{self.life}")

    @property
    def signing(self) -> SigningKey:
        return signing(f"signing-{self.kiosk}-{self.life}")

    @property
    def opening(self) -> OpeningKey:
        return opening(f"opening-{self.kiosk}-{self.life}")

    @property
    def storage(self) -> OpeningKey:
        return opening(f"storage-{self.kiosk}-{self.life}")

    def enrolment(self) -> Enrolment:
        """Introduce this kiosk."""
        return Enrolment(
            site=self.site,
            kiosk=self.kiosk,
            wing=self.wing,
            epoch=self.epoch,
            signing=self.signing.public,
            opening=self.opening.public,
            storage=self.storage.public,
            day=SUNDAY,
            root_sha256="0" * 64,
            demo=self.demo,
        )

    def enrolment_file(self, folder: Path) -> Path:
        """Write the file that it introduces itself with."""
        path = folder / f"{self.kiosk}-{self.life}.enrolment"
        path.write_bytes(enrolment_file.write(self.enrolment(), self.signing))
        return path

    def seals(self, item: Item, desk: str = "housing") -> SealedItem:
        """Close an item as this kiosk does."""
        context = Context(Purpose.ITEM_OUTER, self.site, self.kiosk, item.id)
        blob = seal_item(to_text(item), desk, a_trust_list(self.site), context)
        return sealed_item(item.id, item.type, blob)

    def asks(self, *numbers: int, desk: str = "housing") -> tuple[SealedItem, ...]:
        """Ask and seal the requests with these numbers."""
        return tuple(self.seals(a_request_numbered(n, self.kiosk), desk) for n in numbers)

    def bundle(
        self, *items: SealedItem, seq: int = 1, prev: str = "", last_return: int = 0
    ) -> RequestsBundle:
        """Put items into the file with this number."""
        header = RequestsHeader(
            site=self.site,
            kiosk=self.kiosk,
            epoch=self.epoch,
            seq=seq,
            prev=prev,
            day=SUNDAY,
            program="0.1.0",
            content=3,
            last_return=last_return,
            waiting=len(items),
            oldest=SUNDAY if items else None,
            free_mb=2_000,
            refusals={"content-older": 2},
        )
        return RequestsBundle(header=header, items=items)

    def puts(self, stick: Path, bundle: RequestsBundle, *, key: SigningKey | None = None) -> Path:
        """Write a file of requests onto a stick."""
        folder = stick / "SIGNPOST" / "requests"
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / requests_bundle.file_name(self.kiosk, bundle.header.seq)
        path.write_bytes(requests_bundle.write(bundle, key or self.signing))
        return path

    def again(self, life: str = "second") -> "WingKiosk":
        """Enrol a new machine under the same number."""
        return replace(self, life=life)

    def takes(self, stick: Path) -> ReturnBundle:
        """Read the newest return on a stick that is for this kiosk."""
        folder = stick / "SIGNPOST" / "returns"
        newest = max(folder.glob(f"{self.kiosk}-*.return"))
        office = signing(f"office-{self.site.lower()}").public
        bundle = return_bundle.read(newest.read_bytes(), (office,))
        return_bundle.must_fit(bundle, self.kiosk, self.epoch, 0)
        return bundle

    def mail(self, bundle: ReturnBundle) -> Mail:
        """Open what is for the mailroom."""
        context = Context(Purpose.MAIL, self.site, self.kiosk, str(bundle.seq))
        return return_bundle.from_text(Mail, unseal(bundle.mail, self.opening, context))

    def people(self, bundle: ReturnBundle) -> People:
        """Open the people's list."""
        version = str(bundle.people.version)
        context = Context(Purpose.PEOPLE, self.site, self.kiosk, version)
        return return_bundle.from_text(People, unseal(bundle.people.sealed, self.storage, context))

    def replies(self, bundle: ReturnBundle) -> tuple[Reply, ...]:
        """Open every reply."""
        return tuple(
            reply_from_text(
                unseal(
                    reply.sealed,
                    self.storage,
                    Context(Purpose.REPLY, self.site, self.kiosk, reply.id),
                )
            )
            for reply in bundle.replies
        )


def a_template(code: str = "talk", *desks: str, **more: object) -> Template:
    """Make a reply: an appointment, in neutral words, for every desk."""
    fields: dict[str, object] = {
        "code": code,
        "desks": desks or ("housing", "work", "private"),
        "texts": {"en": "A worker will see you on {day} at {time}, {room}."},
        "slots": tuple(FactSlot(name=n, type=n) for n in ("day", "time", "room")),
        "state": "booked",
        "neutral": True,
    }
    return Template(**(fields | more))  # type: ignore[arg-type]


def a_repository(folder: Path) -> Path:
    """Publish a policy, and give the folder that `content receive` would have made."""
    templates = (
        a_template(),
        a_template("read", "housing", slots=(), state="read", neutral=False),
        a_template(
            "read-this", "housing", slots=(FactSlot(name="entry", type="entry"),), state="answered"
        ),
    )
    desks = tuple(
        Desk(code=code, names={"en": code}, worker={"en": code}, private=code == "private")
        for code in ("housing", "work", "private")
    )
    policy = {
        "policy/templates.json": canonical.dump(Templates(templates=templates)),
        "policy/desks.json": canonical.dump(Desks(desks=desks)),
        "policy/calendar.json": canonical.dump(a_calendar()),
    }
    return a_publisher().publish(folder, **policy) / "SIGNPOST" / "content"


def an_order(template: str = "talk", *, note: str = "", replace: bool = False) -> Order:
    """Answer with an appointment."""
    facts = {"day": "2026-12-02", "time": "14:30", "room": "Room 2"} if template == "talk" else {}
    return Order(template, facts, note, replace)


def registered(records: Records, *kiosks: WingKiosk) -> Records:
    """Take kiosks into the records."""
    for kiosk in kiosks or (WingKiosk(),):
        register(records, kiosk.enrolment(), MONDAY.date(), replace=True)
    return records


def collected(records: Records, stick: Path, now: datetime = MONDAY) -> Sequence[Collected]:
    """Collect a stick with the site's collecting key."""
    return collect(records, stick, (opening("collecting-mvx"),), now)


def count(records: Records, table: type[Base]) -> int:
    """How many rows a table of the office has."""
    with records.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def the_kiosk(records: Records) -> Kiosk:
    """The kiosk that was registered last."""
    with records.read() as session:
        return all_kiosks(session)[-1]

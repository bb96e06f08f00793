"""Values of the exchange that tests need, each with everything chosen already.

Keys come from their names (see `publisher`), so that two runs make the same values.
"""

import hashlib
import random
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TypedDict, Unpack

from kiosk.exchange import canonical, packs
from kiosk.exchange.blocks import Block, Fact, Heading, Label, Paragraph, TextValue
from kiosk.exchange.enrolment_file import Enrolment
from kiosk.exchange.entries import Entry, Kind, Source
from kiosk.exchange.forms import Choice, Form, Question
from kiosk.exchange.items import Answer, Chosen, Promised, Reply, RequestItem, to_text
from kiosk.exchange.policy import TrustList
from kiosk.exchange.requests_bundle import (
    RequestsBundle,
    RequestsHeader,
    SealedItem,
    sealed_item,
)
from kiosk.exchange.return_bundle import (
    Mail,
    People,
    Person,
    Receipt,
    ReturnBundle,
    SealedPeople,
    SealedReply,
    State,
)
from kiosk.exchange.sealing import Context, Purpose, seal, seal_item
from kiosk.exchange.stick import StickIdentity
from tests.builders.policies import a_profile
from tests.builders.publisher import Publisher, opening, signing

SITE = "MVX"
KIOSK = "MVX-02"
SUNDAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
EPOCH = hashlib.sha256(b"epoch").hexdigest()[:32]
PIN_HASH = "$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$aGFzaGhhc2g"


def an_id(name: str = "request") -> str:
    """The UUIDv4 that has this name in every test."""
    raw = bytearray(hashlib.sha256(name.encode()).digest()[:16])
    return uuid.UUID(bytes=bytes(raw), version=4).hex


def a_trust_list(site: str = SITE) -> TrustList:
    """The public keys of a site, all of them from their names."""
    low = site.lower()
    return TrustList(
        site=site,
        office=signing(f"office-{low}").public,
        collecting=opening(f"collecting-{low}").public,
        recovery=opening("recovery").public,
        desks={name: opening(f"desk-{name}").public for name in ("housing", "work", "private")},
    )


class EntryFields(TypedDict, total=False):
    """What a test may choose of an entry."""

    kind: Kind
    language: str
    title: str
    summary: str
    blocks: tuple[Block, ...]
    topics: tuple[str, ...]
    review_by: date
    form: Form


def an_entry(entry_id: str = "housing-advice", **fields: Unpack[EntryFields]) -> Entry:
    """An entry of the catalogue."""
    blocks: tuple[Block, ...] = (
        Heading(text="What it is"),
        Paragraph(text="A talk about where you will live."),
        Fact(label=Label.WHEN, value=TextValue(text="Every Tuesday")),
    )
    every: EntryFields = {
        "kind": Kind.SERVICE,
        "language": "en",
        "title": "Housing advice",
        "summary": "Somebody who knows about homes.",
        "blocks": blocks,
        "topics": ("keep-home",),
        "review_by": date(2027, 5, 1),
    }
    return Entry(
        id=entry_id,
        checked_on=date(2026, 11, 1),
        checked_by="Housing manager",
        owner="Resettlement team",
        source=Source(name="fictional"),
        **(every | fields),
    )


def a_form(entry_id: str = "housing-form", questions: int = 2) -> Entry:
    """A form with a few questions, as an entry."""
    form = Form(
        version=1,
        desk="housing",
        clock="housing",
        short_name="Housing",
        reader="The housing worker",
        ask_button="Ask the housing worker",
        questions=tuple(
            Question(
                id=f"q{number}",
                text=f"Question {number}?",
                choices=(Choice(code="yes", text="Yes"), Choice(code="no", text="No")),
            )
            for number in range(1, questions + 1)
        ),
    )
    return an_entry(entry_id, kind=Kind.FORM, title="Ask about housing", form=form)


def a_pack(*entries: Entry, layer: str = "national") -> dict[str, bytes]:
    """Packs of these entries (one service entry when none is given): bytes by path."""
    return packs.write_packs(entries or (an_entry(),), layer)


def the_targets(*entries: Entry, site: str = SITE) -> dict[str, bytes]:
    """Everything a small publication signs: one pack, a profile, a trust list, no withdrawals."""
    low = site.lower()
    return {
        **a_pack(*entries),
        f"site/{low}/profile.json": canonical.dump(a_profile(site)),
        f"trust/{low}.json": canonical.dump(a_trust_list(site)),
        "withdrawn/list.jsonl": b"",
    }


def a_publisher(*entries: Entry, demo: bool = True, family: str = "") -> Publisher:
    """A publishing side that has something for MVX."""
    return Publisher(contents=the_targets(*entries), demo=demo, family=family)


def a_request(name: str = "request", *, answers: int = 2, proven: bool = True) -> RequestItem:
    """A request as a kiosk makes it."""
    return RequestItem(
        id=an_id(name),
        reference="K7-4QX-92",
        form="housing-form",
        form_version=1,
        pack=hashlib.sha256(b"pack").hexdigest(),
        title="Housing",
        answers=tuple(
            Answer(
                question=f"q{number}",
                words=f"Question {number}?",
                chosen=(Chosen(code="yes", words="Yes"),),
            )
            for number in range(1, answers + 1)
        ),
        person="A1234BC",
        proven=proven,
        language="en",
        asked_at=NOON,
        low=NOON,
        clock_held=True,
        promised=Promised(
            clock="housing",
            carried_days=1,
            read_days=1,
            answered_days=7,
            calendar="Bank holidays, England and Wales",
            known_to=date(2027, 12, 31),
            read_by=date(2026, 11, 25),
            answer_by=date(2026, 12, 2),
        ),
    )


def a_sealed_request(name: str = "request", desk: str = "housing") -> SealedItem:
    """The same, closed for its desk, recovery and collecting."""
    item = a_request(name)
    context = Context(Purpose.ITEM_OUTER, SITE, KIOSK, item.id)
    return sealed_item(item.id, "request", seal_item(to_text(item), desk, a_trust_list(), context))


def a_header(seq: int = 1, prev: str = "", kiosk: str = KIOSK) -> RequestsHeader:
    """Who sends."""
    return RequestsHeader(
        site=SITE,
        kiosk=kiosk,
        epoch=EPOCH,
        seq=seq,
        prev=prev,
        day=SUNDAY,
        program="0.1.0",
        content=1,
        last_return=0,
        waiting=1,
        oldest=SUNDAY,
        free_mb=2_000,
        refusals={"content-older": 2},
    )


def a_bundle(*items: SealedItem, seq: int = 1, kiosk: str = KIOSK) -> RequestsBundle:
    """A bundle of these items, one request when none is given."""
    return RequestsBundle(header=a_header(seq, kiosk=kiosk), items=items or (a_sealed_request(),))


def a_reply(name: str = "request") -> Reply:
    """What the housing desk answered."""
    return Reply(
        request=an_id(name),
        reference="K7-4QX-92",
        person="A1234BC",
        title="Housing",
        asked=SUNDAY,
        day=date(2026, 11, 26),
        language="en",
        template="come-and-see-us",
        facts={"day": "2026-12-02", "room": "Room 2", "time": "14:30"},
    )


def a_return(seq: int = 1, *, kiosk: str = KIOSK, epoch: str = EPOCH) -> ReturnBundle:
    """A return with one receipt, one state, one person, one reply."""
    sent = a_sealed_request()
    mail = Mail(
        receipts=(Receipt(id=sent.id, sha256=sent.sha256, day=SUNDAY),),
        states=(State(id=sent.id, state="answered", day=SUNDAY),),
    )
    people = People(people=(Person(number="A1234BC", pin=PIN_HASH),))
    reply_id = an_id("reply")

    def closed(text: bytes, key: str, purpose: Purpose, name: str) -> bytes:
        return seal(text, opening(key).public, Context(purpose, SITE, kiosk, name))

    return ReturnBundle(
        site=SITE,
        kiosk=kiosk,
        epoch=epoch,
        seq=seq,
        day=SUNDAY,
        wing="B",
        mail=closed(canonical.dump(mail), f"opening-{kiosk}", Purpose.MAIL, str(seq)),
        people=SealedPeople(
            version=1,
            sealed=closed(canonical.dump(people), f"storage-{kiosk}", Purpose.PEOPLE, "1"),
        ),
        replies=(
            SealedReply(
                id=reply_id,
                request=sent.id,
                sealed=closed(to_text(a_reply()), f"storage-{kiosk}", Purpose.REPLY, reply_id),
            ),
        ),
    )


def a_stick(kind: str = "wing", site: str = SITE, *, demo: bool = True) -> StickIdentity:
    """The identity of stick number 7."""
    return StickIdentity.model_validate(
        {"site": site, "number": 7, "kind": kind, "made": SUNDAY, "demo": demo}
    )


def an_enrolment(kiosk: str = KIOSK) -> Enrolment:
    """How kiosk two introduces itself."""
    return Enrolment(
        site=SITE,
        kiosk=kiosk,
        wing="B",
        epoch=EPOCH,
        signing=signing(f"kiosk-{kiosk.lower()}").public,
        opening=opening(f"opening-{kiosk}").public,
        storage=opening(f"storage-{kiosk}").public,
        day=SUNDAY,
        root_sha256=hashlib.sha256(b"root").hexdigest(),
        demo=True,
    )


def a_pick(seed: int = 3) -> Callable[[int], int]:
    """A way to pick numbers that comes out the same each time."""
    return random.Random(seed).randrange

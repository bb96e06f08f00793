"""The file in which the office answers a kiosk."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Annotated, Literal, TypeVar

from pydantic import Field, StringConstraints

from kiosk.exchange import canonical, limits
from kiosk.exchange.encoding import Bytes
from kiosk.exchange.items import PersonNumber
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.model import Hex32, KioskId, Language, Model, Sha256, SiteId, WingId
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.signed import Kind

T = TypeVar("T", bound=Model)

PinHash = Annotated[str, StringConstraints(pattern=r"^\$argon2id\$[A-Za-z0-9+/=,$]{1,200}$")]


class Receipt(Model):
    """The office has this item; the hash says which bytes."""

    id: Hex32
    sha256: Sha256
    day: date


class State(Model):
    """How far a request has come."""

    id: Hex32
    state: Literal["received", "read", "booked", "answered", "passed-on", "closed"]
    day: date


class Mail(Model):
    """What the mailroom of one kiosk reads; sealed to its opening key."""

    receipts: tuple[Receipt, ...] = ()
    states: tuple[State, ...] = ()
    resend: tuple[Hex32, ...] = ()


class Person(Model):
    """Somebody who may sign in. No name."""

    number: PersonNumber
    pin: PinHash
    language: Language = "en"
    active: bool = True


class People(Model):
    """Everybody of the whole site; sealed to the kiosk's storage key."""

    people: tuple[Person, ...]


class SealedPeople(Model):
    """The people's list, closed, with its version."""

    version: int = Field(ge=1)
    sealed: Bytes


class SealedReply(Model):
    """One reply, closed for the kiosk's storage key."""

    id: Hex32
    request: Hex32
    sealed: Bytes = Field(max_length=limits.ITEM_BYTES)


class ReturnBundle(Model):
    """A whole picture for one kiosk, not a change."""

    format: Literal[1] = 1
    site: SiteId
    kiosk: KioskId
    epoch: Hex32
    seq: int = Field(ge=1, lt=1_000_000)
    day: date
    wing: WingId
    mail: Bytes
    people: SealedPeople
    replies: tuple[SealedReply, ...] = ()


KIND = Kind(
    payload_type="application/vnd.signpost.return+json",
    model=ReturnBundle,
    max_bytes=limits.RETURN_BYTES,
    broken=Refusal.RETURN_BROKEN,
    forged=Refusal.RETURN_FORGED,
    too_big=Refusal.RETURN_TOO_BIG,
)


def write(bundle: ReturnBundle, key: SigningKey) -> bytes:
    """Sign a return with the site's office key."""
    return KIND.write(bundle, key)


def read(data: bytes, publics: Iterable[str], site: str = "-") -> ReturnBundle:
    """Read a return that one of these office keys signed, or raise Refused."""
    payload = KIND.payload(data, tuple(publics), site=site)
    del data  # the longest file is 86 MB: it goes before it is there a third time
    return KIND.read(payload, site=site)


def must_fit(bundle: ReturnBundle, kiosk: str, epoch: str, applied: int) -> None:
    """Raise Refused unless this return is for this kiosk as it is now, newer than the last."""
    if bundle.kiosk != kiosk:
        raise Refused(Refusal.RETURN_OF_ANOTHER_KIOSK, other=bundle.kiosk, kiosk=kiosk)
    if bundle.epoch != epoch:
        raise Refused(Refusal.RETURN_OF_ANOTHER_EPOCH)
    if bundle.seq <= applied:
        raise Refused(Refusal.RETURN_OLD, seq=bundle.seq, applied=applied)


def from_text(model: type[T], text: bytes) -> T:
    """Read Mail or People that was just unsealed, or raise Refused (RETURN_BROKEN)."""
    try:
        return canonical.read_as(model, text, limits.RETURN_BYTES)
    except ValueError as error:
        raise Refused(Refusal.RETURN_BROKEN) from error


def file_name(kiosk: str, seq: int) -> str:
    """Name the file of a return."""
    return f"{kiosk}-{seq:06d}.return"


def named(name: str) -> tuple[str, int] | None:
    """Read kiosk and number from a file's name; None when it is no return's name."""
    match = re.fullmatch(r"([A-Z]{3}-[0-9]{2,3})-([0-9]{6})\.return", name)
    return (match[1], int(match[2])) if match else None

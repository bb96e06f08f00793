"""The file in which a kiosk sends its requests."""

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from kiosk.exchange import canonical, envelope, limits
from kiosk.exchange.encoding import Bytes
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.model import Code, Hex32, KioskId, Model, Sha256, SiteId
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.signed import Kind

ITEM_OVERHEAD = 200
"""Bytes of one item beside its base64: id, type, hash and their names."""
DEALT_BYTES = 4 * 1024 * 1024
"""Bytes of items that a kiosk deals into one file, 250 requests: a quarter of what may be, because
writing, signing and encoding hold about eight times as much at once."""


class RequestsHeader(Model):
    """Who sends, the how-manieth file, and how the kiosk is."""

    site: SiteId
    kiosk: KioskId
    epoch: Hex32
    seq: int = Field(ge=1, lt=1_000_000)
    prev: Annotated[str, Field(pattern=r"^([0-9a-f]{64})?$")]
    day: date
    program: str = Field(pattern=r"^[0-9A-Za-z.+-]{1,30}$")
    content: int = Field(ge=0)
    last_return: int = Field(ge=0)
    waiting: int = Field(ge=0)
    oldest: date | None = None
    free_mb: int = Field(ge=0)
    refusals: dict[Code, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)


class SealedItem(Model):
    """One item, closed. A type that the reader does not know is kept and reported."""

    id: Hex32
    type: Code
    sealed: Bytes = Field(max_length=limits.ITEM_BYTES)
    sha256: Sha256

    @model_validator(mode="after")
    def _hash_fits(self) -> Self:
        if hashlib.sha256(self.sealed).hexdigest() != self.sha256:
            raise ValueError("the hash does not fit")
        return self


class RequestsBundle(Model):
    """A header with its items."""

    format: Literal[1] = 1
    header: RequestsHeader
    items: tuple[SealedItem, ...] = Field(max_length=limits.BUNDLE_ITEMS)

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        if len({item.id for item in self.items}) != len(self.items):
            raise ValueError("two items have one id")
        return self


KIND = Kind(
    payload_type="application/vnd.signpost.requests+json",
    model=RequestsBundle,
    max_bytes=limits.BUNDLE_BYTES,
    broken=Refusal.REQUESTS_BROKEN,
    forged=Refusal.REQUESTS_FORGED,
    too_big=Refusal.REQUESTS_TOO_BIG,
)


def sealed_item(item_id: str, kind: str, sealed: bytes) -> SealedItem:
    """Make an item of its sealed bytes."""
    digest = hashlib.sha256(sealed).hexdigest()
    return SealedItem(id=item_id, type=kind, sealed=sealed, sha256=digest)


def divided(lengths: Mapping[str, int], pick: Callable[[int], int]) -> tuple[tuple[str, ...], ...]:
    """Shuffle the ids of items and deal them into files; one empty file when there are none.

    `lengths` gives the bytes of each sealed item: to deal, nobody has to hold the items. All ids
    are shuffled before the first is dealt and `pick(n)` gives a whole number from 0 to n-1, so
    neither the order in a file nor which file it is tells anything of time.
    """
    files: list[tuple[str, ...]] = []
    page: list[str] = []
    room = DEALT_BYTES
    for item_id in _shuffled(lengths, pick):
        size = -(-lengths[item_id] // 3) * 4 + ITEM_OVERHEAD
        if page and (size > room or len(page) == limits.BUNDLE_ITEMS):
            files.append(tuple(page))
            page, room = [], DEALT_BYTES
        page.append(item_id)
        room -= size
    return (*files, tuple(page))


def write(bundle: RequestsBundle, key: SigningKey) -> bytes:
    """Sign a bundle with the kiosk's signing key."""
    return signed(payload_of(bundle), key)


def payload_of(bundle: RequestsBundle) -> bytes:
    """Write a bundle as the bytes that are signed, whose hash the next one names."""
    return canonical.dump(bundle)


def signed(payload: bytes, key: SigningKey) -> bytes:
    """Sign the bytes of a bundle with the kiosk's signing key: the file."""
    return envelope.sign(payload, KIND.payload_type, key)


def read(data: bytes, publics: Iterable[str], kiosk: str = "-") -> RequestsBundle:
    """Read a bundle that one of these keys signed, or raise Refused.

    1. Somebody of `publics` signed these bytes.
    2. They are a bundle, its hashes fit.
    3. It is of the kiosk that its name says, when `kiosk` is given.
    """
    facts = {"name": f"{kiosk}.requests", "kiosk": kiosk}
    bundle = KIND.read(KIND.payload(data, tuple(publics), **facts), **facts)
    if kiosk not in ("-", bundle.header.kiosk):
        raise Refused(Refusal.REQUESTS_FORGED, **facts)
    return bundle


def payload_hash(bundle: RequestsBundle) -> str:
    """Give the SHA-256 of a bundle's payload: `prev` of the next one."""
    return hashlib.sha256(payload_of(bundle)).hexdigest()


def file_name(kiosk: str, seq: int) -> str:
    """Name the file of a bundle."""
    return f"{kiosk}-{seq:06d}.requests"


def named(name: str) -> tuple[str, int] | None:
    """Read kiosk and number from a file's name; None when it is no bundle's name."""
    match = re.fullmatch(r"([A-Z]{3}-[0-9]{2,3})-([0-9]{6})\.requests", name)
    return (match[1], int(match[2])) if match else None


def _shuffled(ids: Iterable[str], pick: Callable[[int], int]) -> Sequence[str]:
    cards = list(ids)
    for last in range(len(cards) - 1, 0, -1):
        chosen = pick(last + 1)
        cards[last], cards[chosen] = cards[chosen], cards[last]
    return cards

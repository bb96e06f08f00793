"""Reads one file of requests: who signed it, then the outer cover of what is new in it."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from admin_tools.desks.office_keys import Bunch
from admin_tools.records.items import Held
from kiosk.exchange import requests_bundle
from kiosk.exchange.items import ITEMS
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.requests_bundle import RequestsHeader, SealedItem
from kiosk.exchange.sealing import Context, Outer, Purpose, open_outer


@dataclass(frozen=True, slots=True)
class Life:
    """What must be known of a kiosk to believe a file of its: one for each epoch."""

    kiosk: str
    epoch: str
    site: str
    signing: str
    revoked_after: int | None


@dataclass(frozen=True, slots=True)
class OpenedItem:
    """One new item with its outer cover off; inside it is still closed."""

    id: str
    type: str
    sha256: str
    desk: str
    for_desk: bytes
    for_recovery: bytes


@dataclass(frozen=True, slots=True)
class OddItem:
    """One item that is kept as it came."""

    id: str
    type: str
    sha256: str
    reason: Refusal
    sealed: bytes


@dataclass(frozen=True, slots=True)
class ReadBundle:
    """One vouched-for file. `known` counts the items that the office has already."""

    header: RequestsHeader
    sha256: str
    new: tuple[OpenedItem, ...]
    odd: tuple[OddItem, ...]
    known: int


Holding = Callable[[Iterable[str]], Mapping[str, Held]]
"""Tells what the office has of some ids."""


def read_bundle(
    data: bytes, name: str, lives: Sequence[Life], collecting: Bunch, holding: Holding
) -> ReadBundle:
    """Read a file of requests, or raise Refused.

    1. Its name is a bundle's name.
    2. Its kiosk is registered.
    3. A key of that kiosk signed it; it is whole, and its hashes fit.
    4. It is the bundle that its name says, of this site, of the epoch whose key signed it.
    5. Its kiosk was not struck off before it.
    6. What the office does not have yet gives up its outer cover; what is odd stays closed.
    """
    named = requests_bundle.named(name)
    if named is None:
        raise Refused(Refusal.FILE_NAME_ODD, name=name[:60])
    kiosk, seq = named
    if not lives:
        raise Refused(Refusal.REQUESTS_OF_UNKNOWN_KIOSK, kiosk=kiosk)
    facts: dict[str, str | int] = {"name": name, "kiosk": kiosk}
    publics = tuple(life.signing for life in lives)
    payload = requests_bundle.KIND.payload(data, publics, **facts)
    bundle = requests_bundle.KIND.read(payload, **facts)
    life = _life_of(bundle.header, kiosk, seq, lives)
    if len(lives) > 1:
        requests_bundle.KIND.payload(data, (life.signing,), **facts)
    if life.revoked_after is not None and seq > life.revoked_after:
        raise Refused(Refusal.REQUESTS_OF_REVOKED_KIOSK, kiosk=kiosk, after=life.revoked_after)
    sha256 = hashlib.sha256(payload).hexdigest()
    return _opened(bundle.header, sha256, bundle.items, collecting, holding)


def _life_of(header: RequestsHeader, kiosk: str, seq: int, lives: Sequence[Life]) -> Life:
    if (header.kiosk, header.seq) != (kiosk, seq):
        name = requests_bundle.file_name(kiosk, seq)
        raise Refused(Refusal.REQUESTS_FORGED, kiosk=kiosk, name=name)
    if header.site != lives[0].site:
        raise Refused(Refusal.REQUESTS_OF_ANOTHER_SITE, other=header.site)
    for life in lives:
        if life.epoch == header.epoch:
            return life
    raise Refused(Refusal.REQUESTS_OF_ANOTHER_EPOCH, kiosk=kiosk)


def _opened(
    header: RequestsHeader,
    sha256: str,
    items: Sequence[SealedItem],
    collecting: Bunch,
    holding: Holding,
) -> ReadBundle:
    held = holding(item.id for item in items)
    new: list[OpenedItem] = []
    odd: list[OddItem] = []
    known = 0
    for item in items:
        have = held.get(item.id)
        if have and have.sha256 == item.sha256 and not have.damaged:
            known += 1
        elif have and have.sha256 != item.sha256:
            odd.append(_odd(item, Refusal.ITEM_CHANGED))
        else:
            _open(item, header, collecting, new, odd)
    return ReadBundle(header, sha256, tuple(new), tuple(odd), known)


def _open(
    item: SealedItem,
    header: RequestsHeader,
    collecting: Bunch,
    new: list[OpenedItem],
    odd: list[OddItem],
) -> None:
    if item.type not in ITEMS:
        odd.append(_odd(item, Refusal.NEWER_PROGRAM_NEEDED))
        return
    context = Context(Purpose.ITEM_OUTER, header.site, header.kiosk, item.id)
    outer = _outer(item, collecting, context)
    if outer is None:
        odd.append(_odd(item, Refusal.ITEM_BROKEN))
        return
    new.append(
        OpenedItem(item.id, item.type, item.sha256, outer.desk, outer.for_desk, outer.for_recovery)
    )


def _outer(item: SealedItem, collecting: Bunch, context: Context) -> Outer | None:
    """Take the outer cover off with the first key that fits: kiosks may not know the newest yet."""
    for key in collecting:
        try:
            return open_outer(item.sealed, key, context)
        except Refused:
            continue
    return None


def _odd(item: SealedItem, reason: Refusal) -> OddItem:
    return OddItem(item.id, item.type, item.sha256, reason, item.sealed)

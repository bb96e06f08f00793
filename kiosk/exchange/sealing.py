"""Texts closed so that only one key opens them (HPKE, RFC 9180 base mode)."""

import zlib
from dataclasses import dataclass, replace
from enum import StrEnum

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

from kiosk.exchange import canonical, limits
from kiosk.exchange.encoding import Bytes
from kiosk.exchange.keys import OpeningKey, sealing_public
from kiosk.exchange.model import Code, Model
from kiosk.exchange.policy import TrustList
from kiosk.exchange.refusals import Refusal, Refused

SUITE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305)
LENGTH = 4
"""Bytes before the text that say how long it is."""


class Purpose(StrEnum):
    """What a sealed text is for; one sealed for one purpose never opens as another."""

    ITEM_DESK = "item-desk"
    ITEM_RECOVERY = "item-recovery"
    ITEM_OUTER = "item-outer"
    MAIL = "mail"
    PEOPLE = "people"
    REPLY = "reply"
    REPLY_DESK = "reply-desk"
    OWN = "own"


PACKED = frozenset({Purpose.ITEM_DESK, Purpose.ITEM_RECOVERY})
"""Texts that are packed (zlib) before they are padded: any form in any language then fills one
block, so that a request's length tells neither form nor language."""


@dataclass(frozen=True, slots=True)
class Context:
    """Where a sealed text belongs; it opens nowhere else."""

    purpose: Purpose
    site: str
    kiosk: str
    id: str

    @property
    def info(self) -> bytes:
        """The bytes that HPKE binds: the four parts, parted by NUL."""
        parts = (f"signpost/1/{self.purpose}", self.site, self.kiosk, self.id)
        if any("\x00" in part for part in parts):
            raise ValueError("a NUL inside a part of the context")
        return "\x00".join(parts).encode()


class Outer(Model):
    """What the collecting key sees of an item: whose it is, still closed."""

    desk: Code
    for_desk: Bytes
    for_recovery: Bytes


def seal(text: bytes, public: str, context: Context) -> bytes:
    """Close `text` for the opening key of these 64 hex digits, padded so that its length hides."""
    inside = zlib.compress(text, 9) if context.purpose in PACKED else text
    framed = len(inside).to_bytes(LENGTH, "big") + inside
    padded = framed + bytes(-len(framed) % limits.PADDING)
    return SUITE.encrypt(padded, sealing_public(public), context.info)


def unseal(blob: bytes, key: OpeningKey, context: Context) -> bytes:
    """Open what was sealed for this key in this context, or raise Refused (SEAL_WRONG)."""
    try:
        padded = SUITE.decrypt(blob, key.private, context.info)
    except (InvalidTag, ValueError) as error:
        raise Refused(Refusal.SEAL_WRONG) from error
    end = LENGTH + int.from_bytes(padded[:LENGTH], "big")
    if (
        len(padded) % limits.PADDING
        or end > len(padded)
        or padded.count(0, end) != len(padded) - end
    ):
        raise Refused(Refusal.SEAL_WRONG)
    inside = padded[LENGTH:end]
    return _unpacked(inside) if context.purpose in PACKED else inside


def seal_item(text: bytes, desk: str, keys: TrustList, context: Context) -> bytes:
    """Close an item twice: for its desk and for recovery, and both for the collecting key.

    Only site, kiosk and id of `context` matter. Raises KeyError for a desk without a key.
    """
    inner = Outer(
        desk=desk,
        for_desk=seal(text, keys.desks[desk], replace(context, purpose=Purpose.ITEM_DESK)),
        for_recovery=seal(text, keys.recovery, replace(context, purpose=Purpose.ITEM_RECOVERY)),
    )
    outer = replace(context, purpose=Purpose.ITEM_OUTER)
    blob = seal(canonical.dump(inner), keys.collecting, outer)
    if len(blob) > limits.ITEM_BYTES:
        raise ValueError("an item is longer than any form can make it")
    return blob


def open_outer(blob: bytes, collecting: OpeningKey, context: Context) -> Outer:
    """Take off the first cover of an item, or raise Refused."""
    text = unseal(blob, collecting, replace(context, purpose=Purpose.ITEM_OUTER))
    try:
        return canonical.read_as(Outer, text, limits.ITEM_BYTES)
    except ValueError as error:
        raise Refused(Refusal.SEAL_WRONG) from error


def open_for_desk(outer: Outer, desk: OpeningKey, context: Context) -> bytes:
    """Take off the second cover with the desk's own key, or raise Refused."""
    return unseal(outer.for_desk, desk, replace(context, purpose=Purpose.ITEM_DESK))


def open_for_recovery(outer: Outer, recovery: OpeningKey, context: Context) -> bytes:
    """Take off the second cover with the recovery key, or raise Refused."""
    return unseal(outer.for_recovery, recovery, replace(context, purpose=Purpose.ITEM_RECOVERY))


def _unpacked(inside: bytes) -> bytes:
    """Undo the packing, never past the limit: a few bytes can claim to be gigabytes."""
    opener = zlib.decompressobj()
    try:
        text = opener.decompress(inside, limits.ITEM_BYTES)
    except zlib.error as error:
        raise Refused(Refusal.SEAL_WRONG) from error
    if not opener.eof or opener.unused_data:
        raise Refused(Refusal.SEAL_WRONG)
    return text

"""Texts closed so that only one key opens them (HPKE, RFC 9180 base mode)."""

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
    framed = len(text).to_bytes(LENGTH, "big") + text
    padded = framed + bytes(-len(framed) % _step(context))
    return SUITE.encrypt(padded, sealing_public(public), context.info)


def unseal(blob: bytes, key: OpeningKey, context: Context) -> bytes:
    """Open what was sealed for this key in this context, or raise Refused (SEAL_WRONG)."""
    try:
        padded = SUITE.decrypt(blob, key.private, context.info)
    except (InvalidTag, ValueError) as error:
        raise Refused(Refusal.SEAL_WRONG) from error
    end = LENGTH + int.from_bytes(padded[:LENGTH], "big")
    if len(padded) % _step(context) or end > len(padded) or any(padded[end:]):
        raise Refused(Refusal.SEAL_WRONG)
    return padded[LENGTH:end]


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


def _step(context: Context) -> int:
    inner = context.purpose in {Purpose.ITEM_DESK, Purpose.ITEM_RECOVERY}
    return limits.ITEM_PADDING if inner else limits.PADDING

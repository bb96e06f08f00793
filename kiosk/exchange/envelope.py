"""A signed file: some bytes, what they are, who vouches for them (DSSE).

The format is DSSE 1.0 in canonical JSON. We write and read it ourselves, in fewer lines than a
library needs to be made strict: size, number of signatures and spelling are settled before the
first signature is tried, and whatever is wrong ends as one family of refusals.
"""

import hashlib
from collections.abc import Iterable

from pydantic import Field

from kiosk.exchange import canonical, limits
from kiosk.exchange.encoding import from_base64, from_quoted, to_base64
from kiosk.exchange.keys import SigningKey, vouches
from kiosk.exchange.model import Hex32, Model
from kiosk.exchange.refusals import Refusal, Refused

OVERHEAD_BYTES = 16 * 1024
"""Bytes around the payload: the type and at most eight signatures."""
_HEAD = b'{"payload":"'


class Signature(Model):
    """Who vouches, with which 64 bytes."""

    keyid: Hex32
    sig: str = Field(min_length=88, max_length=88)


class Envelope(Model):
    """The file as it stands on the stick."""

    payload: str
    payloadType: str = Field(max_length=100)  # noqa: N815 - DSSE calls it so
    signatures: tuple[Signature, ...] = Field(min_length=1, max_length=limits.SIGNATURES)


def sign(payload: bytes, payload_type: str, *keys: SigningKey) -> bytes:
    """Put `payload` into an envelope that every given key signs."""
    encoded = _encoded(payload_type, payload)
    signatures = tuple(
        Signature(keyid=key_id(key.public), sig=to_base64(key.sign(encoded))) for key in keys
    )
    return canonical.dump(
        Envelope(payload=to_base64(payload), payloadType=payload_type, signatures=signatures)
    )


def opened(
    data: bytes, payload_type: str, publics: Iterable[str], max_bytes: int, threshold: int = 1
) -> bytes:
    """Give the payload when enough of `publics` vouch for it, or raise Refused.

    1. The file is no longer than a payload of `max_bytes` can make it (FILE_TOO_BIG).
    2. It is one canonical envelope of this payload type (SIGNED_FILE_BROKEN).
    3. At least `threshold` different keys of `publics` signed it (SIGNATURE_WRONG). Signatures
       by other keys are passed over; one by a trusted key that does not fit is not.
    """
    if len(data) > max_bytes * 4 // 3 + OVERHEAD_BYTES:
        raise Refused(Refusal.FILE_TOO_BIG)
    try:
        payload, envelope = _parted(data)
        made = {entry.keyid: from_base64(entry.sig) for entry in envelope.signatures}
    except ValueError as error:
        raise Refused(Refusal.SIGNED_FILE_BROKEN) from error
    if envelope.payloadType != payload_type or len(made) != len(envelope.signatures):
        raise Refused(Refusal.SIGNED_FILE_BROKEN)
    if len(payload) > max_bytes:
        raise Refused(Refusal.FILE_TOO_BIG)

    encoded = _encoded(payload_type, payload)
    known = {key_id(public): public for public in publics}
    asked = [(known[name], signature) for name, signature in made.items() if name in known]
    if len(asked) < threshold or not all(vouches(key, sig, encoded) for key, sig in asked):
        raise Refused(Refusal.SIGNATURE_WRONG)
    return payload


def _parted(data: bytes) -> tuple[bytes, Envelope]:
    """Give the payload, and the envelope without it; raises a ValueError of one kind or another.

    Canonical JSON has one spelling, so what is left without the payload is read as if it were
    empty: a file may be as long as memory allows to hold once, not four times over.
    """
    end = data.find(b'"', len(_HEAD))
    if not data.startswith(_HEAD) or end < 0:
        raise canonical.NotCanonical("no envelope")
    rest = _HEAD + data[end:]
    if len(rest) > OVERHEAD_BYTES:
        raise canonical.NotCanonical("too long")
    return from_quoted(data[len(_HEAD) - 1 : end + 1]), canonical.read_as(
        Envelope, rest, OVERHEAD_BYTES
    )


def key_id(public: str) -> str:
    """Name a public key: the first 32 hex digits of its SHA-256."""
    return hashlib.sha256(bytes.fromhex(public)).hexdigest()[:32]


def _encoded(payload_type: str, payload: bytes) -> bytes:
    kind = payload_type.encode()
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)

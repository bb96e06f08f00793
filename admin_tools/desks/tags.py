"""The tag under which a desk finds a reference again without writing the reference down."""

import hashlib
import hmac

from kiosk.exchange.keys import OpeningKey


def tag(desk: OpeningKey, reference: str) -> str:
    """Key the reference by the desk: only who holds this desk's key can look it up."""
    secret = b"signpost/1/reference-tag\x00" + desk.private.private_bytes_raw()
    return hmac.digest(hashlib.sha256(secret).digest(), reference.encode(), "sha256").hex()

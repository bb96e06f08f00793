"""The tag under which a desk finds a reference again without writing the reference down."""

import hashlib
import hmac

from admin_tools.desks.office_keys import Bunch
from kiosk.exchange.keys import OpeningKey


def tag(desk: Bunch, reference: str) -> str:
    """Key the reference by the desk's newest key: only who holds it can look it up."""
    return tags(desk, reference)[0]


def tags(desk: Bunch, reference: str) -> tuple[str, ...]:
    """Give the tags that this reference may have been kept under, before a key was replaced too."""
    return tuple(_tag(key, reference) for key in desk)


def _tag(key: OpeningKey, reference: str) -> str:
    secret = b"signpost/1/reference-tag\x00" + key.private.private_bytes_raw()
    return hmac.digest(hashlib.sha256(secret).digest(), reference.encode(), "sha256").hex()

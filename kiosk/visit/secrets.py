"""Opens what only the screen of this kiosk may read."""

import hashlib
import hmac

from kiosk.exchange.keys import OpeningKey
from kiosk.exchange.sealing import Context, Purpose, seal, unseal

TAG_BYTES = 16


class StorageKey:
    """The kiosk's storage key: its own copies, people and replies; and the names of rows.

    Only the screen process holds the private half. Whoever has the disk without it sees rows,
    but not whose they are.
    """

    def __init__(self, key: OpeningKey, site: str, kiosk: str) -> None:
        self._key = key
        self._site = site
        self._kiosk = kiosk
        raw = key.private.private_bytes_raw()
        self._tag_key = hmac.digest(raw, b"signpost/1/tag", "sha256")

    def tag(self, text: str) -> str:
        """Give the name under which a person's rows are found: the same for the same text."""
        return hmac.new(self._tag_key, text.encode(), hashlib.sha256).hexdigest()[: 2 * TAG_BYTES]

    def close_own(self, text: bytes, request: str) -> bytes:
        """Close a person's copy of a request."""
        return seal(text, self._key.public, self._context(Purpose.OWN, request))

    def open_own(self, blob: bytes, request: str) -> bytes:
        """Open a person's copy, or raise Refused."""
        return unseal(blob, self._key, self._context(Purpose.OWN, request))

    def open_reply(self, blob: bytes, reply: str) -> bytes:
        """Open a reply, or raise Refused."""
        return unseal(blob, self._key, self._context(Purpose.REPLY, reply))

    def open_people(self, blob: bytes, version: int) -> bytes:
        """Open the list of people, or raise Refused."""
        return unseal(blob, self._key, self._context(Purpose.PEOPLE, str(version)))

    def _context(self, purpose: Purpose, name: str) -> Context:
        return Context(purpose, self._site, self._kiosk, name)

"""The root of trust that a kiosk is given by hand."""

import hashlib
from dataclasses import dataclass

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root

from kiosk.exchange import limits
from kiosk.exchange.refusals import Refusal, Refused


@dataclass(frozen=True, slots=True)
class RootFacts:
    """What a kiosk notes of its first root."""

    version: int
    sha256: str
    demo: bool


def root_facts(data: bytes, name: str = "root.json") -> RootFacts:
    """Look at a root file, or raise Refused (SIGNED_FILE_BROKEN).

    1. It is small enough, and root metadata. 2. As many of its own keys signed it as it asks for.
    """
    if len(data) > limits.METADATA_ROOT_BYTES:
        raise Refused(Refusal.SIGNED_FILE_BROKEN, name=name)
    try:
        metadata = Metadata[Root].from_bytes(data)
        root = metadata.signed
        root.verify_delegate("root", metadata.signed_bytes, metadata.signatures)
    except (RepositoryError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused(Refusal.SIGNED_FILE_BROKEN, name=name) from error
    demo = root.unrecognized_fields.get("x-demo") is True
    return RootFacts(root.version, hashlib.sha256(data).hexdigest(), demo=demo)

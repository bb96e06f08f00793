"""The file with which a new kiosk introduces itself to the office."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kiosk.exchange import canonical, envelope, limits
from kiosk.exchange.encoding import from_base64
from kiosk.exchange.envelope import Envelope
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.keys import fingerprint as short_name
from kiosk.exchange.model import Hex32, KioskId, Model, Sha256, SiteId, WingId
from kiosk.exchange.refusals import Refusal, Refused

TYPE = "application/vnd.signpost.enrolment+json"
_Public = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Enrolment(Model):
    """Which kiosk this is, its three public keys, the root of trust it was given.

    Whoever made the file holds the signing key; that it is the right kiosk, two people find out
    by comparing the fingerprint on both screens.
    """

    format: Literal[1] = 1
    site: SiteId
    kiosk: KioskId
    wing: WingId
    epoch: Hex32
    signing: _Public
    opening: _Public
    storage: _Public
    day: date
    root_sha256: Sha256
    demo: bool = False

    @property
    def fingerprint(self) -> str:
        """The short name of all three keys, as the kiosk's screen shows it too."""
        return short_name(self.signing, self.opening, self.storage)


def write(enrolment: Enrolment, key: SigningKey) -> bytes:
    """Sign the enrolment with the kiosk's own signing key."""
    return envelope.sign(canonical.dump(enrolment), TYPE, key)


def read(data: bytes, name: str = "-") -> Enrolment:
    """Read an enrolment that the key inside it signed, or raise Refused (ENROLMENT_BROKEN).

    1. It is small enough, and one envelope.
    2. It names a kiosk of its own site, with its keys.
    3. The signing key that it names signed these bytes.
    """
    try:
        outside = canonical.read_as(Envelope, data, limits.STICK_BYTES)
        payload = from_base64(outside.payload)
        enrolment = canonical.read_as(Enrolment, payload, limits.STICK_BYTES)
        envelope.opened(data, TYPE, (enrolment.signing,), limits.STICK_BYTES)
    except (ValueError, Refused) as error:
        raise Refused(Refusal.ENROLMENT_BROKEN, name=name) from error
    if not enrolment.kiosk.startswith(f"{enrolment.site}-"):
        raise Refused(Refusal.ENROLMENT_BROKEN, name=name)
    return enrolment

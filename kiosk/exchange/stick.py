"""Whose stick this is."""

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pydantic import Field

from kiosk.exchange import limits
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.model import Model, SiteId
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.signed import Kind

FOLDER = "SIGNPOST"
READ_ME = "READ-ME-FIRST.txt"
WHATS_NEW = "WHATS-NEW.txt"
IDENTITY = "STICK.json"
METADATA = "content/metadata"
TARGETS = "content/targets"
MEDIA = "content/media"
REQUESTS = "requests"
RETURNS = "returns"


class StickIdentity(Model):
    """A numbered stick of one site.

    `wing` sticks go between office and kiosks, `carrier` sticks from outside to the office.
    """

    format: Literal[1] = 1
    site: SiteId
    number: int = Field(ge=1, le=9_999)
    kind: Literal["wing", "carrier"]
    made: date
    demo: bool = False


KIND = Kind(
    payload_type="application/vnd.signpost.stick+json",
    model=StickIdentity,
    max_bytes=limits.STICK_BYTES,
    broken=Refusal.STICK_NOT_SIGNED,
    forged=Refusal.STICK_FORGED,
    too_big=Refusal.STICK_NOT_SIGNED,
)


def write(identity: StickIdentity, key: SigningKey) -> bytes:
    """Sign a stick with the site's office key."""
    return KIND.write(identity, key)


def read(data: bytes, publics: Iterable[str], site: str = "-") -> StickIdentity:
    """Read whose stick it is, vouched for by one of these office keys, or raise Refused."""
    return KIND.read(KIND.payload(data, tuple(publics), site=site), site=site)


def must_serve(
    identity: StickIdentity, site: str, *, demo: bool, kind: Literal["wing", "carrier"] = "wing"
) -> None:
    """Raise Refused unless this stick may be used here."""
    if identity.site != site:
        raise Refused(Refusal.STICK_OF_ANOTHER_SITE, other=identity.site, site=site)
    if identity.demo != demo:
        raise Refused(Refusal.DEMO_ON_REAL if identity.demo else Refusal.REAL_ON_DEMO)
    if identity.kind != kind:
        raise Refused(Refusal.CARRIER_STICK if kind == "wing" else Refusal.WING_STICK)

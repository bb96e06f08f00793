"""Sticks as the office makes them, and what people do to them."""

import hashlib
from pathlib import Path

from kiosk.exchange import return_bundle, stick
from kiosk.exchange.return_bundle import ReturnBundle
from kiosk.exchange.stick import StickIdentity
from tests.builders.exchange import a_publisher, a_stick
from tests.builders.publisher import Publisher, signing

OFFICE = "office-mvx"


def a_wing_stick(
    mount: Path,
    publisher: Publisher | None = None,
    *,
    identity: StickIdentity | None = None,
    office: str = OFFICE,
) -> Path:
    """A stick with content and the office's paper; gives the folder where it is mounted."""
    (publisher or a_publisher()).publish(mount)
    return a_bare_stick(mount, identity=identity, office=office)


def a_bare_stick(
    mount: Path, *, identity: StickIdentity | None = None, office: str = OFFICE
) -> Path:
    """A stick with the office's paper and nothing else."""
    home = mount / stick.FOLDER
    home.mkdir(parents=True, exist_ok=True)
    (home / stick.IDENTITY).write_bytes(stick.write(identity or a_stick(), signing(office)))
    (home / stick.READ_ME).write_text("Give this stick back to the office.\n", encoding="utf-8")
    return mount


def put_return(mount: Path, bundle: ReturnBundle, *, office: str = OFFICE, name: str = "") -> Path:
    """Put the office's answers for one kiosk on a stick."""
    file = mount / stick.FOLDER / stick.RETURNS
    file.mkdir(exist_ok=True)
    file /= name or return_bundle.file_name(bundle.kiosk, bundle.seq)
    file.write_bytes(return_bundle.write(bundle, signing(office)))
    return file


def put_picture(mount: Path, data: bytes, *, name: str = "") -> Path:
    """Put a picture file on a stick, under the hash of its bytes or another name."""
    file = mount / stick.FOLDER / stick.MEDIA / (name or hashlib.sha256(data).hexdigest())
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file

"""Says whose stick it is."""

import json
from datetime import date
from pathlib import Path
from typing import Literal

from admin_tools.keyring import roles
from admin_tools.keyring.folder import KeysFolder, Passphrase
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.sticks import must_be_published
from kiosk.exchange import limits, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.packs import read_policy
from kiosk.exchange.policy import TrustList
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.stick import StickIdentity

REGISTER = "sticks.json"
Kind = Literal["wing", "carrier"]
READ_ME = """\
This is stick number {number} of Signpost at {site}. {what}

- Only trained staff carry it. Sign it out and sign it in.
- {use}
- Do not open, copy or change the files. They are signed: a change makes the stick useless.
- What people asked is sealed. Nobody can read it on another computer.
- Found it? Hand it to any member of prison staff. It belongs to {site}.
"""
WHAT = {
    "wing": "It goes between the office and the screens on the wings. It never leaves the prison.",
    "carrier": "It brings new information from outside to the office.",
}
USE = {
    "wing": "Put it into a Signpost screen and wait for the green screen. Then take it out.",
    "carrier": "Put it into no screen on a wing. Bring it to the office.",
}


class Issuer:
    """The office with its keys: gives sticks their numbers."""

    def __init__(self, keys: KeysFolder, passphrase: Passphrase, made: date) -> None:
        self._keys = keys
        self._passphrase = passphrase
        self._made = made
        self._role = roles.office(keys.about.site)
        self.public = keys.public(self._role)

    @property
    def demo(self) -> bool:
        """Whether these are a demonstration's keys."""
        return self._keys.about.demo

    def issue(self, mount: Path, kind: Kind, number: int = 0) -> StickIdentity:
        """Make this the next numbered stick of the site, or the one its label says."""
        identity = StickIdentity(
            site=self._keys.about.site,
            number=next_number(self._keys, number),
            kind=kind,
            made=self._made,
            demo=self.demo,
        )
        sign(mount, identity, self._keys.signing(self._role, self._passphrase))
        return identity


def settle(  # noqa: PLR0913, PLR0917 - everything that whose stick it is rests on
    mount: Path,
    site: str,
    kind: Kind,
    number: int,
    repository: Repository | None,
    issuer: Issuer | None,
) -> StickIdentity:
    """Read whose stick this is, or give it a number; raise when it is not right for this.

    1. Keys and repository belong together: else no kiosk would take the stick. 2. A stick that
    the office vouches for keeps its number and kind. 3. Any other needs the office's key.
    """
    if issuer and repository:
        _must_belong_together(repository, issuer, site)
    publics = [issuer.public] if issuer else []
    if repository and not issuer:
        publics.append(office_public(repository, site))
    identity = None
    try:
        identity = identity_of(mount, tuple(publics), site)
    except Refused:
        if not (issuer and number):
            raise
    if identity:
        must_be(identity, site, kind)
    if identity and not number:
        return identity
    if issuer is None:
        raise PublishingRefused(
            "not-our-stick",
            "This stick has no number yet. Nothing was written."
            " The office gives it one: say --keys.",
        )
    return issuer.issue(mount, kind, number)


def office_public(repository: Repository, site: str) -> str:
    """Read from published content which office key vouches for the sticks of a site."""
    path = f"trust/{site.lower()}.json"
    published = must_be_published(repository)
    if path not in published.files():
        raise Refused(Refusal.CONTENT_NOT_FOR_SITE, site=site)
    data = repository.read(path, published.files()[path])
    return read_policy(TrustList, data, path).office


def identity_of(mount: Path, publics: tuple[str, ...], site: str) -> StickIdentity | None:
    """Read whose stick this is; None when it is nobody's yet, Refused when it is forged."""
    try:
        data = Folder(mount).read(f"{stick.FOLDER}/{stick.IDENTITY}", limits.STICK_BYTES)
    except FileNotFoundError:
        return None
    return stick.read(data, publics, site)


def sign(mount: Path, identity: StickIdentity, office: SigningKey) -> None:
    """Write the paper of a stick, for people and for kiosks."""
    (mount / stick.FOLDER).mkdir(exist_ok=True)
    folder = Folder(mount / stick.FOLDER)
    words = READ_ME.format(
        number=identity.number,
        site=identity.site,
        what=WHAT[identity.kind],
        use=USE[identity.kind],
    )
    folder.write(stick.READ_ME, words.replace("\n", "\r\n").encode())
    folder.write(stick.IDENTITY, stick.write(identity, office))


def next_number(keys: KeysFolder, chosen: int = 0) -> int:
    """Take the next free number of the register beside the keys, or note the chosen one."""
    folder = Folder(keys.path)
    try:
        last = int(json.loads(folder.read(REGISTER, limits.STICK_BYTES))["last"])
    except FileNotFoundError:
        last = 0
    number = chosen or last + 1
    folder.write(REGISTER, json.dumps({"last": max(last, number)}).encode())
    return number


def must_be(identity: StickIdentity, site: str, kind: Kind) -> None:
    """Raise unless this stick may be written for this."""
    if identity.site != site:
        raise Refused(Refusal.STICK_OF_ANOTHER_SITE, other=identity.site, site=site)
    if identity.kind != kind:
        raise PublishingRefused(
            "stick-of-another-kind",
            f"This is a {identity.kind} stick, number {identity.number}. Nothing was changed."
            f" Take a {kind} stick, so that wings and outside never share one.",
        )


def _must_belong_together(repository: Repository, issuer: Issuer, site: str) -> None:
    published = must_be_published(repository)
    if published.demo != issuer.demo:
        raise Refused(Refusal.DEMO_ON_REAL if published.demo else Refusal.REAL_ON_DEMO)
    if office_public(repository, site) != issuer.public:
        raise PublishingRefused(
            "office-key-not-published",
            "The published content does not name this office's key, so no kiosk would take the"
            " stick. Nothing was written. Publish with these keys, or use the keys it names.",
        )

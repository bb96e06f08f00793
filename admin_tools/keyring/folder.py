"""Reads a folder of keys: whose they are, the public halves, the private ones when asked."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, ValidationError

from kiosk.exchange import limits
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.model import Model, SiteId
from kiosk.exchange.refusals import Refusal, Refused

KEYS_FILE = "keys.json"
ROOT_FILE = "root.json"
ROOTS_FOLDER = "roots"
"""Where the roots after the first stand: 2.root.json, 3.root.json."""
_PUBLIC = re.compile(r"^[0-9a-f]{64}$")
Passphrase = Callable[[str], str | None]
"""Gives the passphrase of a role."""


class About(Model):
    """keys.json: whose keys these are."""

    model_config = ConfigDict(extra="ignore")

    format: Literal[1] = 1
    site: SiteId
    demo: bool = False
    made: date | None = None


@dataclass(frozen=True, slots=True)
class KeysFolder:
    """A folder of keys. Public halves alone are enough for most of what is done with it."""

    path: Path
    about: About

    @classmethod
    def open(cls, path: Path) -> "KeysFolder":
        """Read whose keys these are, or raise Refused."""
        try:
            return cls(path, About.model_validate_json((path / KEYS_FILE).read_bytes()))
        except (OSError, ValidationError) as error:
            raise Refused(Refusal.KEY_MISSING, name=KEYS_FILE) from error

    def public(self, role: str) -> str:
        """Give the public half of a key, or raise Refused."""
        found = self.public_if_there(role)
        if found is None:
            raise Refused(Refusal.KEY_MISSING, name=f"{role}.pub")
        return found

    def public_if_there(self, role: str) -> str | None:
        """Give the public half of a key when it lies in this folder."""
        try:
            text = (self.path / f"{role}.pub").read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise Refused(Refusal.KEY_NOT_OPENED, name=f"{role}.pub") from error
        if not _PUBLIC.fullmatch(text):
            raise Refused(Refusal.KEY_NOT_OPENED, name=f"{role}.pub")
        return text

    def desks(self) -> tuple[str, ...]:
        """Name the desks that have a key here."""
        found = self.path.glob("desk-*.pub")
        return tuple(sorted(path.stem.removeprefix("desk-") for path in found))

    def root(self) -> bytes:
        """Give the first root of trust."""
        try:
            with (self.path / ROOT_FILE).open("rb") as file:
                return file.read(limits.METADATA_ROOT_BYTES)
        except OSError as error:
            raise Refused(Refusal.KEY_MISSING, name=ROOT_FILE) from error

    def roots(self) -> tuple[bytes, ...]:
        """Give every root from the first on."""
        roots = [self.root()]
        while (later := self.path / ROOTS_FOLDER / f"{len(roots) + 1}.root.json").is_file():
            roots.append(later.read_bytes())
        return tuple(roots)

    def signing(self, role: str, passphrase: Passphrase) -> SigningKey:
        """Open a private key that signs."""
        return open_key(self.path / f"{role}.pem", passphrase)


def open_key(path: Path, passphrase: Passphrase) -> SigningKey:
    """Open one private key; the folder around it says whether it has a passphrase."""
    demo = KeysFolder.open(path.parent).about.demo
    return SigningKey.load(path, None if demo else passphrase(path.stem))

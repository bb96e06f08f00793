"""The keys of the office: each opened from its file when it is first needed."""

import re
from collections.abc import Callable
from pathlib import Path

from pydantic import ConfigDict, ValidationError

from kiosk.exchange.keys import OpeningKey, SigningKey
from kiosk.exchange.model import Model
from kiosk.exchange.refusals import Refusal, Refused

OLD = "old"
"""The folder inside KEYS where a key goes when a new one takes its name."""
_DESK_FILE = re.compile(r"desk-([a-z0-9][a-z0-9_-]{0,59})")

Bunch = tuple[OpeningKey, ...]
"""One lock's keys, newest first: what was sealed before a key was replaced still opens."""


class _KeysFile(Model):
    """What keys.json says of the folder. Fields that the desks do not need are let through."""

    model_config = ConfigDict(extra="ignore")

    site: str
    demo: bool = False


class OfficeKeys:
    """A folder of keys. `ask` gives the passphrase of a role; a demonstration has none."""

    def __init__(self, folder: Path, ask: Callable[[str], str]) -> None:
        self._folder = folder
        self._ask = ask
        self._about = _about(folder)
        self._opened: dict[str, Bunch] = {}

    @property
    def site(self) -> str:
        """The site that these keys belong to."""
        return self._about.site.upper()

    @property
    def demo(self) -> bool:
        """Whether these keys are a demonstration's."""
        return self._about.demo

    def collecting(self) -> Bunch:
        """Open the keys that take the outer layer off."""
        return self._bunch(f"collecting-{self.site.lower()}")

    def recovery(self) -> Bunch:
        """Open the keys that open what a lost desk key cannot."""
        return self._bunch("recovery")

    def desk(self, code: str) -> Bunch:
        """Open the keys of one desk."""
        return self._bunch(f"desk-{code}")

    def office(self) -> SigningKey:
        """Open the key that signs returns."""
        role = f"office-{self.site.lower()}"
        return SigningKey.load(self._folder / f"{role}.pem", self._passphrase(role))

    def desks_here(self) -> tuple[str, ...]:
        """Name the desks whose keys lie in this folder."""
        found = [_DESK_FILE.fullmatch(path.stem) for path in self._folder.glob("desk-*.pem")]
        return tuple(sorted(match[1] for match in found if match))

    def _bunch(self, role: str) -> Bunch:
        """Open the newest key, and every one that stood in its place before."""
        if role not in self._opened:
            shape = re.compile(rf"{re.escape(role)}-[0-9a-f]{{8}}\.pem")
            before = [path for path in self._folder.glob(f"{OLD}/*") if shape.fullmatch(path.name)]
            paths = (self._folder / f"{role}.pem", *sorted(before))
            self._opened[role] = tuple(
                OpeningKey.load(path, self._passphrase(path.stem)) for path in paths
            )
        return self._opened[role]

    def _passphrase(self, role: str) -> str | None:
        return None if self.demo else self._ask(role)


def _about(folder: Path) -> _KeysFile:
    try:
        return _KeysFile.model_validate_json((folder / "keys.json").read_bytes())
    except (OSError, ValidationError) as failed:
        raise Refused(Refusal.KEY_MISSING, name="keys.json") from failed

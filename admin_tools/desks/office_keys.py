"""The keys of the office: each opened from its file when it is first needed."""

from collections.abc import Callable
from pathlib import Path

from pydantic import ConfigDict, ValidationError

from kiosk.exchange.keys import OpeningKey, SigningKey
from kiosk.exchange.model import Model
from kiosk.exchange.refusals import Refusal, Refused

_DESK = "desk-"


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
        self._desks: dict[str, OpeningKey] = {}

    @property
    def site(self) -> str:
        """The site that these keys belong to."""
        return self._about.site.upper()

    @property
    def demo(self) -> bool:
        """Whether these keys are a demonstration's."""
        return self._about.demo

    def collecting(self) -> OpeningKey:
        """Open the key that takes the outer layer off."""
        return self._opening(f"collecting-{self.site.lower()}")

    def office(self) -> SigningKey:
        """Open the key that signs returns."""
        role = f"office-{self.site.lower()}"
        return SigningKey.load(self._folder / f"{role}.pem", self._passphrase(role))

    def desk(self, code: str) -> OpeningKey:
        """Open the key of one desk."""
        if code not in self._desks:
            self._desks[code] = self._opening(_DESK + code)
        return self._desks[code]

    def desks_here(self) -> tuple[str, ...]:
        """Name the desks whose keys lie in this folder."""
        found = self._folder.glob(f"{_DESK}*.pem")
        return tuple(sorted(path.stem.removeprefix(_DESK) for path in found))

    def _opening(self, role: str) -> OpeningKey:
        return OpeningKey.load(self._folder / f"{role}.pem", self._passphrase(role))

    def _passphrase(self, role: str) -> str | None:
        return None if self.demo else self._ask(role)


def _about(folder: Path) -> _KeysFile:
    try:
        return _KeysFile.model_validate_json((folder / "keys.json").read_bytes())
    except (OSError, ValidationError) as failed:
        raise Refused(Refusal.KEY_MISSING, name="keys.json") from failed

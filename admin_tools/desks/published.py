"""Reads the published policy from a content repository that was vouched for when it came in."""

import hashlib
import re
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from admin_tools.desks.errors import PolicyMissing
from kiosk.exchange import canonical, limits
from kiosk.exchange.model import Model
from kiosk.exchange.packs import read_pack
from kiosk.exchange.policy import Calendar, Desk, Desks, SiteProfile, Template, Templates

T = TypeVar("T", bound=Model)
_PACK = re.compile(r"(national|site/.+)/[^/]+\.jsonl")


class _Hashes(BaseModel):
    model_config = ConfigDict(extra="ignore")
    sha256: str


class _Target(BaseModel):
    model_config = ConfigDict(extra="ignore")
    hashes: _Hashes


class _Signed(BaseModel):
    model_config = ConfigDict(extra="ignore")
    targets: dict[str, _Target]


class _Role(BaseModel):
    model_config = ConfigDict(extra="ignore")
    signed: _Signed


class Published:
    """The newest publication in a repository. Signatures were checked by `content receive`."""

    def __init__(self, repository: Path) -> None:
        self._repository = repository

    def template(self, code: str) -> Template | None:
        """Find a reply template."""
        templates = self._policy("policy/templates.json", "targets", Templates)
        return next((one for one in templates.templates if one.code == code), None)

    def desk(self, code: str) -> Desk | None:
        """Find a desk."""
        desks = self._policy("policy/desks.json", "targets", Desks)
        return next((one for one in desks.desks if one.code == code), None)

    def calendar(self) -> Calendar:
        """Give the bank holidays."""
        return self._policy("policy/calendar.json", "targets", Calendar)

    def rooms(self, site: str) -> tuple[str, ...]:
        """Give the rooms of this prison that a reply may name."""
        low = site.lower()
        return self._policy(f"site/{low}/profile.json", f"site-{low}", SiteProfile).rooms

    def has_entry(self, site: str, entry: str) -> bool:
        """Say whether an entry with this id is published for this prison."""
        mark = f'"id":"{entry}"'.encode()
        for role in ("targets", f"site-{site.lower()}"):
            for path in self._packs(role):
                data = self._pack(path, role)
                if mark in data and any(one.id == entry for one in read_pack(data)[1]):
                    return True
        return False

    def _packs(self, role: str) -> tuple[str, ...]:
        try:
            targets = _Role.model_validate_json(self._newest(role).read_bytes()).signed.targets
        except (OSError, ValueError) as failed:
            raise PolicyMissing(role) from failed
        return tuple(path for path in targets if _PACK.fullmatch(path))

    def _pack(self, path: str, role: str) -> bytes:
        try:
            return self._target(path, role)
        except (OSError, KeyError, ValueError) as failed:
            raise PolicyMissing(path) from failed

    def _policy(self, path: str, role: str, model: type[T]) -> T:
        """Read one target: newest metadata of its role, the hash it names, the model."""
        try:
            data = self._target(path, role)
            return canonical.read_as(model, data, limits.POLICY_BYTES)
        except (OSError, KeyError, ValueError, ValidationError) as failed:
            raise PolicyMissing(path) from failed

    def _target(self, path: str, role: str) -> bytes:
        signed = _Role.model_validate_json(self._newest(role).read_bytes()).signed
        sha256 = signed.targets[path].hashes.sha256
        folder, _, name = path.rpartition("/")
        data = (self._repository / "targets" / folder / f"{sha256}.{name}").read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ValueError("the hash does not fit")
        return data

    def _newest(self, role: str) -> Path:
        shape = re.compile(rf"([0-9]+)\.{re.escape(role)}\.json")
        found = [
            (int(match[1]), path)
            for path in (self._repository / "metadata").iterdir()
            if (match := shape.fullmatch(path.name))
        ]
        if not found:
            raise FileNotFoundError(role)
        return max(found)[1]

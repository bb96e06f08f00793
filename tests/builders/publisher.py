"""The publishing side as tests need it: all keys, and sticks with real signed content.

Keys come from their names, so that two runs write the same bytes and nothing is secret.
"""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from securesystemslib.signer import CryptoSigner, Signer
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Key,
    Metadata,
    MetaFile,
    Role,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from kiosk.exchange.keys import OpeningKey, SigningKey

ISSUED = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
ROLES: dict[str, tuple[tuple[str, ...], int]] = {
    "root": (("root-1", "root-2", "root-3"), 2),
    "targets": (("author", "approver"), 2),
    "snapshot": (("builder",), 1),
    "timestamp": (("builder",), 1),
    "withdrawals": (("withdrawals",), 1),
}
SignedRole = TypeVar("SignedRole", Root, Snapshot, Targets, Timestamp)
SITE_PATHS = ("site/{site}/*", "site/{site}/*/*")


def signing(name: str) -> SigningKey:
    """The signing key that has this name in every test."""
    return SigningKey.from_seed(hashlib.sha256(name.encode()).digest())


def opening(name: str) -> OpeningKey:
    """The opening key that has this name in every test."""
    return OpeningKey.from_seed(hashlib.sha256(name.encode()).digest())


def signer(name: str) -> CryptoSigner:
    """The same signing key, as python-tuf wants it."""
    return CryptoSigner(signing(name).private)


@dataclass(slots=True)
class Publisher:
    """Publishes what it was given, each time under the next version.

    `family` goes before each key's name: another family is another world of keys.
    `signed_by` replaces the keys that sign a role, `misplaced` puts one more path into a role, to
    make sticks that must be refused; `announced` lists a path with a length but brings no file;
    `stale` lists an earlier version of a role with its bytes, as a thief of the builder key could.
    `counted_by` is the key of snapshot and timestamp.
    """

    contents: dict[str, bytes] = field(default_factory=dict)
    version: int = 0
    demo: bool = True
    family: str = ""
    sites: tuple[str, ...] = ("mvx",)
    issued: datetime = ISSUED
    roots: list[bytes] = field(default_factory=list)
    signed_by: dict[str, tuple[str, ...]] = field(default_factory=dict)
    misplaced: dict[str, str] = field(default_factory=dict)
    announced: dict[str, int] = field(default_factory=dict)
    stale: dict[str, tuple[int, bytes]] = field(default_factory=dict)
    counted_by: str = "builder"

    def __post_init__(self) -> None:
        if not self.roots:
            self.roots.append(self.root(1))

    def root(self, version: int, *, also: Sequence[str] = ()) -> bytes:
        """A root of this version, signed by two of the three, `also` by these keys."""
        keys: dict[str, Key] = {}
        roles: dict[str, Role] = {}
        for role in ("root", "targets", "snapshot", "timestamp"):
            names, threshold = self._names(role), ROLES[role][1]
            signers = [signer(self.family + name) for name in names]
            keys |= {one.public_key.keyid: one.public_key for one in signers}
            roles[role] = Role([one.public_key.keyid for one in signers], threshold)
        more = {"x-demo": True} if self.demo else {}
        expires = self.issued + timedelta(days=3650)
        root = Root(version, None, expires, keys, roles, unrecognized_fields=more)
        names = self.signed_by.get("root", ("root-1", "root-2"))
        return _signed(root, [self.family + name for name in names] + list(also))

    def publish(self, stick: Path, **contents: bytes) -> Path:
        """Put everything on the stick as the next version; `contents` replaces targets."""
        self.contents |= contents
        self.version += 1
        for folder in ("metadata", "targets"):
            shutil.rmtree(stick / "SIGNPOST/content" / folder, ignore_errors=True)
            (stick / "SIGNPOST/content" / folder).mkdir(parents=True)
        for path, data in self.contents.items():
            file = stick / "SIGNPOST/content/targets" / _hashed(path, data)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        for name, data in self._metadata().items():
            (stick / "SIGNPOST/content/metadata" / name).write_bytes(data)
        return stick

    def _metadata(self) -> Mapping[str, bytes]:
        n = self.version
        files = {f"{number}.root.json": data for number, data in enumerate(self.roots, 1)}
        inner = {role: (n, data) for role, data in self._targets().items()} | self.stale
        listed = {f"{role}.json": _meta(*found) for role, found in inner.items()}
        snapshot = Snapshot(n, None, self._expires(), listed)
        outer = self._sign(snapshot, "snapshot")
        timestamp = Timestamp(n, None, self._expires(), _meta(n, outer))
        files |= {f"{number}.{role}.json": data for role, (number, data) in inner.items()}
        files[f"{n}.snapshot.json"] = outer
        files["timestamp.json"] = self._sign(timestamp, "timestamp")
        return files

    def _targets(self) -> dict[str, bytes]:
        """One role's bytes by its name: the top, each site, the withdrawals."""
        by_role: dict[str, dict[str, TargetFile]] = {"targets": {}, "withdrawals": {}}
        by_role |= {f"site-{site}": {} for site in self.sites}
        for path, data in self.contents.items():
            first, _, rest = path.partition("/")
            site = "site-" + rest.partition("/")[0]
            role = {"site": site, "withdrawn": "withdrawals"}.get(first, "targets")
            by_role[role][path] = TargetFile.from_data(path, data, ["sha256"])
        for path, length in self.announced.items():
            by_role["targets"][path] = TargetFile(length, {"sha256": "0" * 64}, path)
        for role, path in self.misplaced.items():
            by_role[role][path] = TargetFile.from_data(path, b"evil", ["sha256"])
        stamp = {"x-issued": self.issued.strftime("%Y-%m-%dT%H:%M:%SZ")}
        made = {}
        for role, targets in by_role.items():
            top = role == "targets"
            delegations = self._delegations() if top else None
            signed = Targets(
                self.version, None, self._expires(), targets, delegations, stamp if top else {}
            )
            made[role] = self._sign(signed, role)
        return made

    def _delegations(self) -> Delegations:
        keys: dict[str, Key] = {}
        roles: dict[str, DelegatedRole] = {}
        for role in (*(f"site-{site}" for site in self.sites), "withdrawals"):
            signers = [signer(self.family + name) for name in self._names(role)]
            keys |= {one.public_key.keyid: one.public_key for one in signers}
            site = role.removeprefix("site-")
            paths = [path.format(site=site) for path in SITE_PATHS]
            if role == "withdrawals":
                paths = ["withdrawn/list.jsonl"]
            ids = [one.public_key.keyid for one in signers]
            roles[role] = DelegatedRole(role, ids, 1, terminating=True, paths=paths)
        return Delegations(keys, roles)

    def _names(self, role: str) -> tuple[str, ...]:
        """The keys that may sign this role."""
        if role in {"snapshot", "timestamp"}:
            return (self.counted_by,)
        return (f"{role}-1", f"{role}-2") if role.startswith("site-") else ROLES[role][0]

    def _sign(self, signed: SignedRole, role: str) -> bytes:
        names = self._names(role)[: 1 if role.startswith("site-") else None]
        return _signed(signed, [self.family + n for n in self.signed_by.get(role, names)])

    def _expires(self) -> datetime:
        return self.issued + timedelta(days=730)


def _signed(signed: SignedRole, names: Sequence[str]) -> bytes:
    metadata: Metadata[SignedRole] = Metadata(signed)
    signers: list[Signer] = [signer(name) for name in names]
    for one in signers:
        metadata.sign(one, append=True)
    return metadata.to_bytes(JSONSerializer(compact=True))


def _meta(version: int, data: bytes) -> MetaFile:
    return MetaFile.from_data(version, data, ["sha256"])


def _hashed(path: str, data: bytes) -> str:
    folder, _, name = path.rpartition("/")
    return f"{folder}/{hashlib.sha256(data).hexdigest()}.{name}"

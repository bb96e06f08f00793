"""Reads the whole folder of sources."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from admin_tools.authoring.findings import Finding, must
from admin_tools.authoring.manners import Wording
from admin_tools.authoring.terms import with_terms
from admin_tools.authoring.texts import Toml, read_toml
from admin_tools.authoring.travels import FILE as TRAVELS
from admin_tools.authoring.travels import Travels
from admin_tools.authoring.writing import Written, build, read_entry, unread
from kiosk.exchange.entries import Kind
from kiosk.exchange.model import Model
from kiosk.exchange.policy import SiteProfile, Withdrawn
from kiosk.exchange.policy_files import POLICIES

M = TypeVar("M", bound=Model)
_ID = re.compile(r"^[a-z0-9][a-z0-9_-]{0,59}$")
_SITE = re.compile(r"^[a-z]{3}$")
_WING = re.compile(r"^wing-[a-z0-9]{1,4}$")


class WithdrawnList(Model):
    """withdrawn.toml: entries that must not be shown any more."""

    withdrawn: tuple[Withdrawn, ...] = ()


@dataclass(frozen=True, slots=True)
class Sources:
    """Everything that the authors wrote. `policy` and `profiles` keep their TOML for lines."""

    policy: Mapping[str, Model]
    profiles: Mapping[str, SiteProfile]
    written: tuple[Written, ...]
    wording: Wording
    withdrawn: tuple[Withdrawn, ...]
    files: Mapping[str, Toml]
    travels: Travels


class Reading:
    """Goes through the folder once, and keeps what it could not read as findings."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.findings: list[Finding] = []
        self._files: dict[str, Toml] = {}
        self._written: list[Written] = []

    def read(self) -> Sources:
        """Read policy, sites and entries."""
        self._strangers(
            self._root, {"national", "sites", "policy"}, {"withdrawn.toml", "README.md"}
        )
        policy = self._policy()
        wording = self._one(Wording, self._root / "policy" / "wording.toml") or Wording()
        withdrawn = self._perhaps(WithdrawnList(), "withdrawn.toml").withdrawn
        travels = self._perhaps(Travels(), TRAVELS)
        self._layer(self._root / "national", "national")
        profiles = dict(self._sites())
        entries = with_terms(self._written)
        return Sources(policy, profiles, entries, wording, withdrawn, self._files, travels)

    def _policy(self) -> dict[str, Model]:
        folder = self._root / "policy"
        self._strangers(
            folder, set(), {f"{name}.toml" for name in (*POLICIES, "wording", "travels")}
        )
        policy = {}
        for name, model in POLICIES.items():
            value = self._one(model, folder / f"{name}.toml")
            if value is not None:
                policy[name] = value
        return policy

    def _sites(self) -> Iterator[tuple[str, SiteProfile]]:
        for folder in _folders(self._root / "sites"):
            if not _SITE.match(folder.name):
                self._say(folder, "site", "A site is three small letters.", "Rename this folder.")
                continue
            profile = self._one(SiteProfile, folder / "profile.toml")
            if profile is not None:
                yield folder.name, profile
            self._layer(folder, f"site/{folder.name}")

    def _layer(self, folder: Path, layer: str) -> None:
        """Read the entries of one layer: <kind>/<id>/, and for a site its wings."""
        wings = {f.name for f in _folders(folder) if layer != "national" and _WING.match(f.name)}
        kinds = {kind.value for kind in Kind}
        files = {"profile.toml"} if layer.count("/") == 1 else set()
        self._strangers(folder, kinds | wings, files)
        for kind in sorted(kinds):
            self._strangers(folder / kind, None, set())
            for entry in _folders(folder / kind):
                self._entry(entry, layer)
        for wing in sorted(wings):
            self._layer(folder / wing, f"{layer}/{wing}")

    def _entry(self, folder: Path, layer: str) -> None:
        if not _ID.match(folder.name):
            self._say(folder, "id", "An id is small letters, digits and -.", "Rename this folder.")
            return
        written, findings = read_entry(folder, layer, self._root)
        self._written += written
        self.findings += findings

    def _perhaps(self, without: M, name: str) -> M:
        """Read a file that may be missing."""
        path = self._root / name
        return (self._one(type(without), path) if path.is_file() else None) or without

    def _one(self, model: type[M], path: Path) -> M | None:
        """Read one TOML file as one value."""
        name = path.relative_to(self._root).as_posix()
        if not path.is_file():
            self._say(path, "missing", "This file is missing.", "Write it.")
            return None
        toml, findings = read_toml(path, name)
        self.findings += findings
        self._files[name] = toml
        if findings and not toml.data:
            return None
        value, found = build(model, dict(toml.data), toml)
        self.findings += found
        return value

    def _strangers(self, folder: Path, folders: set[str] | None, files: set[str]) -> None:
        """Find what stands in a folder and is never read."""
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            known = (
                (folders is None or path.name in folders) if path.is_dir() else (path.name in files)
            )
            if not known and not path.name.startswith("."):
                self.findings.append(unread(path, self._root))

    def _say(self, path: Path, code: str, problem: str, mend: str) -> None:
        name = path.relative_to(self._root).as_posix()
        self.findings.append(must(name, 1, code, problem, mend))


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))

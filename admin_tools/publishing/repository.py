"""The folder of everything published: signed lists, the files they name, a draft."""

import hashlib
import re
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

from admin_tools.publishing import metadata
from admin_tools.publishing.contents import TARGETS
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.media import named
from kiosk.exchange import media
from kiosk.exchange.folder import Folder
from kiosk.exchange.media import MediaFile

MEDIA = "media"
MOST = 64 * 1024 * 1024
"""Bytes read from one file of our own repository."""
_ROOT = re.compile(r"^([1-9][0-9]*)\.root\.json$")


@dataclass(frozen=True, slots=True)
class Published:
    """What is published, every signature of it verified from the first root on."""

    roots: tuple[bytes, ...]
    root: Root
    snapshot: Metadata[Snapshot]
    roles: Mapping[str, Metadata[Targets]]
    raw: Mapping[str, bytes]

    @property
    def version(self) -> int:
        """Count the publications."""
        return self.snapshot.signed.version

    @property
    def demo(self) -> bool:
        """Whether this is a demonstration."""
        return self.root.unrecognized_fields.get("x-demo") is True

    def files(self) -> dict[str, TargetFile]:
        """Give every file that any role lists, by its path."""
        return {p: f for role in self.roles.values() for p, f in role.signed.targets.items()}

    def metadata_files(self) -> dict[str, bytes]:
        """Give the exact bytes of every signed list under the name it is stored by."""
        numbered = {f"{n}.root.json": data for n, data in enumerate(self.roots, 1)}
        for role, one in self.roles.items():
            numbered[f"{one.signed.version}.{role}.json"] = self.raw[role]
        numbered[f"{self.version}.snapshot.json"] = self.raw["snapshot"]
        return {**numbered, "timestamp.json": self.raw["timestamp"]}


class Repository:
    """A REPO folder. Everything is written beside and renamed; timestamp.json last of all.

    `only_site`: a repository inside one prison, which has no other prison's pages.
    """

    def __init__(self, path: Path, only_site: str = "") -> None:
        self.path = path
        self._folder = Folder(path)
        self._own = f"site-{only_site.lower()}" if only_site else ""

    def prepare(self) -> None:
        """Make the folders that are missing."""
        for name in ("metadata", "targets", MEDIA):
            (self.path / name).mkdir(parents=True, exist_ok=True)

    def published(self) -> Published | None:
        """Read what is published, or None in a new repository; raise when it is damaged.

        1. Each root is vouched for by itself and by the one before. 2. The root's keys vouch for
        timestamp, snapshot, targets. 3. The lists are the bytes the snapshot names. 4. The top
        list's keys vouch for the others.
        """
        if not (self.path / "metadata" / "timestamp.json").is_file():
            return None
        roots = self.roots()
        _must(bool(roots), "1.root.json")
        try:
            return self._under(roots)
        except PublishingRefused:
            if len(roots) == 1:
                raise
            return self._under(roots[:-1])  # a new root came, the lists under it did not

    def _under(self, roots: tuple[bytes, ...]) -> Published:
        """Read what is published under these roots."""
        root = metadata.last_root(roots)
        raw = {"timestamp": self._metadata("timestamp.json")}
        timestamp: Metadata[Timestamp] = metadata.read(raw["timestamp"], "timestamp.json")
        _must(metadata.is_signed("timestamp", timestamp, root), "timestamp.json")
        version = timestamp.signed.snapshot_meta.version
        raw["snapshot"] = self._metadata(f"{version}.snapshot.json")
        snapshot: Metadata[Snapshot] = metadata.read(raw["snapshot"], "snapshot.json")
        _must(metadata.is_signed("snapshot", snapshot, root), "snapshot.json")
        roles: dict[str, Metadata[Targets]] = {}
        for name, one in sorted(snapshot.signed.meta.items(), key=lambda m: m[0] != "targets.json"):
            role = name.removesuffix(".json")
            if self._own and role.startswith("site-") and role != self._own:
                continue
            raw[role] = self._metadata(f"{one.version}.{name}")
            _must((one.hashes or {}).get("sha256") == hashlib.sha256(raw[role]).hexdigest(), name)
            roles[role] = metadata.read(raw[role], name)
            above = root if role == TARGETS else roles[TARGETS].signed
            _must(metadata.is_signed(role, roles[role], above), name)
        return Published(roots, root, snapshot, roles, raw)

    def roots(self) -> tuple[bytes, ...]:
        """Give every root from the first on."""
        names = self._folder.names("metadata")
        numbers = sorted(int(found.group(1)) for name in names if (found := _ROOT.match(name)))
        return tuple(self._metadata(f"{number}.root.json") for number in numbers)

    def read(self, path: str, file: TargetFile) -> bytes:
        """Read a published file; its bytes are checked."""
        return read_target(self.path / "targets", path, file)

    def has(self, path: str, file: TargetFile) -> bool:
        """Tell whether a file lies there with the right length."""
        where = self.path / "targets" / stored_name(path, file)
        return where.is_file() and where.stat().st_size == file.length

    def read_picture(self, picture: MediaFile) -> bytes:
        """Read a picture, or raise Refused; its bytes are checked."""
        return media.read(self._folder, picture, MEDIA)

    def has_picture(self, picture: MediaFile) -> bool:
        """Tell whether a picture lies there with the right length."""
        where = self.path / MEDIA / picture.sha256
        return where.is_file() and where.stat().st_size == picture.length

    def keep_pictures(self, pictures: Mapping[str, bytes]) -> None:
        """Store pictures under their hashes; what nothing names in the end is tidied away."""
        self.prepare()
        for sha256, data in sorted(pictures.items()):
            where = self.path / MEDIA / sha256
            if not where.is_file() or where.read_bytes() != data:
                self._folder.write(f"{MEDIA}/{sha256}", data)

    def write(
        self, files: Iterable[tuple[str, TargetFile, bytes]], lists: Mapping[str, bytes]
    ) -> None:
        """Publish: new files, then lists, then timestamp.json, which makes all of it count."""
        self.prepare()
        for path, file, data in files:
            self._folder.write(f"targets/{stored_name(path, file)}", data)
        for name in sorted(lists, key=lambda name: name == "timestamp.json"):
            self._folder.write(f"metadata/{name}", lists[name])

    def tidy(self) -> None:
        """Take away the draft with every file that the publication does not name any more."""
        shutil.rmtree(self.path / "draft", ignore_errors=True)
        now = self.published()
        if now is None:
            return
        kept = {stored_name(path, file) for path, file in now.files().items()}
        remove_others(self.path / "targets", kept)
        remove_others(self.path / MEDIA, {one.sha256 for one in named(now.files(), self.read)})
        remove_others(self.path / "metadata", set(now.metadata_files()))

    def _metadata(self, name: str) -> bytes:
        try:
            return self._folder.read(f"metadata/{name}", MOST)
        except FileNotFoundError as error:
            raise metadata.damaged(name) from error


def stored_name(path: str, file: TargetFile) -> str:
    """Give the name under which a file lies: its hash before its name."""
    folder, _, name = path.rpartition("/")
    return f"{folder}/{file.hashes['sha256']}.{name}"


def read_target(targets: Path, path: str, file: TargetFile) -> bytes:
    """Read a file below a folder of targets; length and hash are checked."""
    try:
        data = Folder(targets).read(stored_name(path, file), MOST)
    except FileNotFoundError as error:
        raise metadata.damaged(path) from error
    good = len(data) == file.length and hashlib.sha256(data).hexdigest() == file.hashes["sha256"]
    _must(good, path)
    return data


def remove_others(folder: Path, kept: set[str]) -> None:
    """Take away every file below a folder whose name is not kept."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in kept:
            path.unlink()


def _must(good: bool, name: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not good:
        raise metadata.damaged(name)

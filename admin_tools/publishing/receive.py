"""Takes content from a stick into a repository inside, verified as a kiosk does."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tuf.api.metadata import Metadata, TargetFile, Targets

from admin_tools.publishing import metadata, notes
from admin_tools.publishing.changes import compare
from admin_tools.publishing.contents import TARGETS
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.reading import is_pack
from admin_tools.publishing.repository import Published, Repository
from kiosk.exchange import limits, media, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.packs import media_in
from kiosk.exchange.trust import Publication, TrustState, check, read_target
from kiosk.exchange.trusted_day import london_day


@dataclass(frozen=True, slots=True)
class Received:
    """What came in."""

    version: int
    files: int
    same: bool


def receive(
    mount: Path, repository: Repository, first_root: bytes | None, site: str, now: datetime
) -> Received:
    """Verify the content of a stick and store it, or raise; then nothing has changed.

    1. The first root is the repository's own, or was given by hand for a new one. 2. The content
    is believed as a kiosk of this site believes it. 3. Every file is read, hash checked, with every
    picture that it names. 4. New files are stored, timestamp.json last.
    5. What changed is written down for staff.
    """
    before = repository.published()
    root = before.roots[0] if before else first_root
    if root is None:
        raise PublishingRefused(
            "no-root",
            "This repository is new. Nothing was changed. Give the first root with --root:"
            " the one that the kiosks were enrolled with.",
        )
    folder = Folder(mount / stick.FOLDER)
    low = metadata.issued(before.roles[TARGETS]) if before else now
    with tempfile.TemporaryDirectory() as scratch:
        found = check(
            folder,
            root,
            _state(before),
            site,
            None,
            low,
            Path(scratch),
            before.version if before else 0,
        )
    if found.same:
        return Received(found.version, 0, same=True)
    lists = _lists(folder, found, root)
    files = _files(folder, found, repository)
    pictures = _pictures(folder, files, repository)
    repository.keep_pictures(pictures)
    repository.write(files, lists)
    _note(repository, before, now)
    repository.tidy()
    return Received(found.version, len(files) + len(pictures), same=False)


def _note(repository: Repository, before: Published | None, now: datetime) -> None:
    """Write down for staff what this brought: read from what is verified, not from the stick."""
    after = repository.published()
    if after is not None:
        old = before.files() if before else {}
        changes = compare(old, repository.read, after.files(), repository.read)
        notes.keep(repository, after.version, london_day(now), changes)


def _state(before: Published | None) -> TrustState:
    if before is None:
        return TrustState()
    return TrustState({"root": before.roots[-1], **before.raw})


def _lists(folder: Folder, found: Publication, root: bytes) -> dict[str, bytes]:
    """Name the believed lists as a repository names them; every root from the first on."""
    believed: Mapping[str, bytes] = found.state.files
    lists = {"1.root.json": root, "timestamp.json": believed["timestamp"]}
    last = metadata.version(believed["root"])
    for number in range(2, last + 1):
        name = f"{number}.root.json"
        lists[name] = folder.read(f"{stick.METADATA}/{name}", limits.METADATA_ROOT_BYTES)
    for role, data in believed.items():
        if role not in ("root", "timestamp"):
            lists[f"{metadata.version(data)}.{role}.json"] = data
    return lists


def _files(
    folder: Folder, found: Publication, repository: Repository
) -> list[tuple[str, TargetFile, bytes]]:
    """Read every believed file that the repository does not have yet."""
    named: dict[str, TargetFile] = {}
    for role, data in found.state.files.items():
        if role not in ("root", "timestamp", "snapshot"):
            listed: Metadata[Targets] = metadata.read(data, role)
            named |= listed.signed.targets
    return [
        (target.path, named[target.path], read_target(folder, target))
        for target in found.targets
        if not repository.has(target.path, named[target.path])
    ]


def _pictures(
    folder: Folder, files: list[tuple[str, TargetFile, bytes]], repository: Repository
) -> dict[str, bytes]:
    """Read every picture that the new packs name, and that the repository does not have yet."""
    packs = [(path, data) for path, _, data in files if is_pack(path)]
    named = {one for path, data in packs for one in media_in(data, path)}
    return {
        picture.sha256: media.read(folder, picture)
        for picture in sorted(named, key=lambda one: one.sha256)
        if not repository.has_picture(picture)
    }

"""Copies what is published onto a stick."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import TargetFile

from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.repository import Published, Repository, stored_name
from kiosk.exchange import limits, return_bundle, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused

Progress = Callable[[int, int], None]
"""Hears how many of how many bytes are done."""
SPARE = 4 * 1024 * 1024
"""Bytes left free for lists, answers and what the kiosks will write."""


@dataclass(frozen=True, slots=True)
class ContentWritten:
    """What was copied: files and bytes that are new on the stick, the version they make."""

    version: int
    files: int
    bytes: int


def write_content(mount: Path, repository: Repository, progress: Progress) -> ContentWritten:
    """Copy what is published, files first and timestamp.json last; read all of it back.

    A file that lies there rightly is left alone. When the stick is pulled out half way, what was
    on it before still holds. Files that are not named any more go last.
    """
    published = must_be_published(repository)
    (mount / stick.FOLDER).mkdir(exist_ok=True)
    folder = Folder(mount / stick.FOLDER)
    wanted = {stored_name(p, f): (p, f) for p, f in published.files().items()}
    _must_have_room(folder, wanted)
    total = sum(file.length for _, file in wanted.values())
    done = written = size = 0
    for name, (path, file) in sorted(wanted.items()):
        data = repository.read(path, file)
        if not _lies_there(folder, f"{stick.TARGETS}/{name}", data):
            _copy(folder, f"{stick.TARGETS}/{name}", data)
            written, size = written + 1, size + len(data)
        done += len(data)
        progress(done, total)
    lists = published.metadata_files()
    for name in sorted(lists, key=lambda name: name == "timestamp.json"):
        if not _lies_there(folder, f"{stick.METADATA}/{name}", lists[name]):
            _copy(folder, f"{stick.METADATA}/{name}", lists[name])
            written, size = written + 1, size + len(lists[name])
    _remove_others(mount / stick.FOLDER / stick.METADATA, set(lists))
    _remove_others(mount / stick.FOLDER / stick.TARGETS, set(wanted))
    return ContentWritten(published.version, written, size)


def read_back(mount: Path, kiosk: str, seq: int, office: str) -> None:
    """Read a return from the stick itself, or raise: what was written must open there too."""
    name = f"{stick.RETURNS}/{return_bundle.file_name(kiosk, seq)}"
    folder = Folder(mount / stick.FOLDER)
    _forget(folder.path / name)
    return_bundle.read(folder.read(name, limits.RETURN_BYTES * 2), (office,))


def must_be_published(repository: Repository) -> Published:
    """Give what is published, or raise."""
    published = repository.published()
    if published is None:
        raise PublishingRefused(
            "nothing-published", "Nothing is published in this repository. Publish first."
        )
    return published


def _lies_there(folder: Folder, name: str, data: bytes) -> bool:
    try:
        return folder.read(name, len(data)) == data
    except (FileNotFoundError, Refused):
        return False


def _must_have_room(folder: Folder, wanted: Mapping[str, tuple[str, TargetFile]]) -> None:
    """Refuse before the first byte, rather than leave half of it."""
    lie = {p.name: p.stat().st_size for p in (folder.path / stick.TARGETS).rglob("*.json*")}
    missing = sum(
        file.length
        for name, (_, file) in wanted.items()
        if lie.get(name.rpartition("/")[2]) != file.length
    )
    if missing + SPARE > shutil.disk_usage(folder.path).free:
        raise Refused(Refusal.STICK_FULL, name="content")


def _copy(folder: Folder, name: str, data: bytes) -> None:
    folder.write(name, data)
    _forget(folder.path / name)
    if not _lies_there(folder, name, data):
        raise Refused(Refusal.STICK_NOT_READ, name=name)


def _forget(path: Path) -> None:
    """Let the next reading come from the stick itself, not from this machine's memory."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def _remove_others(folder: Path, kept: set[str]) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in kept:
            path.unlink()

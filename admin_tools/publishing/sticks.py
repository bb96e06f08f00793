"""Copies what is published onto a stick."""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tuf.api.metadata import TargetFile

from admin_tools.publishing import notes
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.media import named, total
from admin_tools.publishing.repository import Published, Repository, remove_others, stored_name
from kiosk.exchange import limits, return_bundle, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.media import MediaFile
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
    pictures = named(published.files(), repository.read)
    _must_have_room(folder, wanted, pictures)
    copying = _Copying(
        folder, total(pictures) + sum(f.length for _, f in wanted.values()), progress
    )
    for name, (path, file) in sorted(wanted.items()):
        copying.put(f"{stick.TARGETS}/{name}", repository.read(path, file))
    for picture in pictures:
        copying.put(f"{stick.MEDIA}/{picture.sha256}", repository.read_picture(picture))
    lists = published.metadata_files()
    for name in sorted(lists, key=lambda name: name == "timestamp.json"):
        copying.put(f"{stick.METADATA}/{name}", lists[name])
    words = notes.newest(repository).replace("\n", "\r\n").encode()
    copying.put(stick.WHATS_NEW, words or b"\r\n")
    remove_others(mount / stick.FOLDER / stick.METADATA, set(lists))
    remove_others(mount / stick.FOLDER / stick.TARGETS, set(wanted))
    remove_others(mount / stick.FOLDER / stick.MEDIA, {one.sha256 for one in pictures})
    return ContentWritten(published.version, copying.files, copying.bytes)


class _Copying:
    """Puts one file after the other on a stick, and counts what is new there."""

    def __init__(self, folder: Folder, total: int, progress: Progress) -> None:
        self._folder = folder
        self._total = total
        self._progress = progress
        self._done = 0
        self.files = 0
        self.bytes = 0

    def put(self, name: str, data: bytes) -> None:
        """Copy it, unless it lies there rightly."""
        if not _lies_there(self._folder, name, data):
            _copy(self._folder, name, data)
            self.files += 1
            self.bytes += len(data)
        self._done += len(data)
        self._progress(min(self._done, self._total), self._total)


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


def _must_have_room(
    folder: Folder,
    wanted: Mapping[str, tuple[str, TargetFile]],
    pictures: Iterable[MediaFile],
) -> None:
    """Refuse before the first byte, rather than leave half of it."""
    lie = {p.name: p.stat().st_size for p in (folder.path / stick.TARGETS).rglob("*.json*")}
    missing = sum(
        file.length
        for name, (_, file) in wanted.items()
        if lie.get(name.rpartition("/")[2]) != file.length
    )
    lie = {p.name: p.stat().st_size for p in (folder.path / stick.MEDIA).glob("*")}
    missing += sum(one.length for one in pictures if lie.get(one.sha256) != one.length)
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

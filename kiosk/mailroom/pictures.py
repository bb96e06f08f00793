"""Brings the pictures and recordings of a new catalogue from the stick to the kiosk."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.catalogue.building import media_of
from kiosk.database import sync, sync_disk
from kiosk.exchange import limits, media
from kiosk.exchange.folder import Folder
from kiosk.exchange.media import MediaFile
from kiosk.exchange.refusals import Refusal, Refused

TOGETHER = 32 * 1024 * 1024
"""Bytes of files that are written before the disk is made to keep them: memory holds them."""


class Pictures:
    """The picture and sound files of one kiosk, each named by its hash."""

    def __init__(self, folder: Path, need_room: Callable[[int], None]) -> None:
        """`need_room` raises NoRoom when so many bytes cannot be written."""
        self._folder = folder
        self._need_room = need_room

    def lacking(self, catalogue: Path) -> tuple[MediaFile, ...]:
        """List the files that a catalogue names, yet the kiosk does not have."""
        return self._lacking(media_of(catalogue))

    def bring(self, stick: Folder, catalogue: Path, progress: Callable[[int, int], None]) -> None:
        """Copy what is lacking; each file is checked, kept by the disk, and only then named.

        Raises Refused when one is missing or wrong, or all together are too big, and NoRoom; what
        was copied before that is removed by `tidy`.
        """
        named = media_of(catalogue)
        if sum(picture.length for picture in named) > limits.MEDIA_BYTES:
            raise Refused(Refusal.CONTENT_TOO_BIG)
        lacking = self._lacking(named)
        self._need_room(sum(picture.length for picture in lacking))
        self._folder.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(self._folder, os.O_RDONLY)
        try:
            for number, some in _together(lacking):
                progress(number, len(lacking))
                self._keep(stick, some, handle)
        finally:
            os.close(handle)
        if lacking:
            sync(self._folder)

    def tidy(self, catalogues: Iterable[Path]) -> None:
        """Remove what none of these catalogues shows."""
        keep = {one.sha256 for catalogue in catalogues for one in media_of(catalogue)}
        for path in self._folder.glob("*"):
            if path.name not in keep:
                with suppress(OSError):
                    path.unlink()

    def drop_damaged(self) -> int:
        """Remove files that are not what they were saved as; say how many. A stick brings them."""
        damaged = [path for path in self._folder.glob("*") if _hash_of(path) != path.name]
        for path in damaged:
            path.unlink()
        return len(damaged)

    def _lacking(self, named: Iterable[MediaFile]) -> tuple[MediaFile, ...]:
        have = {path.name for path in self._folder.glob("*")}
        lacking = (one for one in named if one.sha256 not in have)
        return tuple(sorted(lacking, key=lambda one: one.sha256))

    def _keep(self, stick: Folder, some: Sequence[MediaFile], handle: int) -> None:
        """Write some files aside, let the disk keep them, then give them their names.

        One file may be named in two ways: each is checked, so that only the true one is taken.
        """
        for one in some:
            self._part(one.sha256).write_bytes(media.read(stick, one))
        sync_disk(handle)
        for sha256 in {one.sha256 for one in some}:
            self._part(sha256).replace(self._folder / sha256)

    def _part(self, sha256: str) -> Path:
        return self._folder / f"{sha256}.part"


def _together(files: Sequence[MediaFile]) -> Iterator[tuple[int, Sequence[MediaFile]]]:
    """Part files into runs of about so many bytes, each with the number of its first one."""
    first = size = 0
    for at, file in enumerate(files):
        if size + file.length > TOGETHER:
            yield first, files[first:at]
            first, size = at, 0
        size += file.length
    if files:
        yield first, files[first:]


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

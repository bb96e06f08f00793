"""Brings the pictures and recordings of a new catalogue from the stick to the kiosk."""

import hashlib
import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from kiosk.catalogue.building import media_of
from kiosk.database import sync
from kiosk.exchange import limits, media
from kiosk.exchange.folder import Folder
from kiosk.exchange.media import MediaFile
from kiosk.exchange.refusals import Refusal, Refused


class Pictures:
    """The picture and sound files of one kiosk, each named by its hash."""

    def __init__(self, folder: Path, need_room: Callable[[int], None]) -> None:
        """`need_room` raises NoRoom when so many bytes cannot be written."""
        self._folder = folder
        self._need_room = need_room

    def lacking(self, catalogue: Path) -> tuple[MediaFile, ...]:
        """List the files that a catalogue names, yet the kiosk does not have."""
        have = {path.name for path in self._folder.glob("*")}
        lacking = (one for one in media_of(catalogue) if one.sha256 not in have)
        return tuple(sorted(lacking, key=lambda one: one.sha256))

    def bring(self, stick: Folder, catalogue: Path, progress: Callable[[int, int], None]) -> None:
        """Copy what is lacking; each file is checked, synced, renamed.

        Raises Refused when one is missing or wrong, or all together are too big, and NoRoom; what
        was copied before that is removed by `tidy`.
        """
        lacking = self.lacking(catalogue)
        if sum(picture.length for picture in media_of(catalogue)) > limits.MEDIA_BYTES:
            raise Refused(Refusal.CONTENT_TOO_BIG)
        self._need_room(sum(picture.length for picture in lacking))
        self._folder.mkdir(mode=0o700, exist_ok=True)
        for number, picture in enumerate(lacking):
            progress(number, len(lacking))
            self._keep(picture.sha256, media.read(stick, picture))
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

    def _keep(self, sha256: str, data: bytes) -> None:
        part = self._folder / f"{sha256}.part"
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self._folder / sha256)


def _hash_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

"""Keeps a piece of disk back, so that tidying up works even when the disk is full."""

import os
from pathlib import Path

from kiosk.database import ROOM_BYTES, free_bytes

SIZE = 16 * 1024 * 1024
"""Bytes kept back: deleting from a database in WAL mode needs room for the log first."""


class Ballast:
    """A file of real blocks that holds nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def drop(self) -> None:
        """Give its room back."""
        self._path.unlink(missing_ok=True)

    def keep(self) -> None:
        """Make it again, when there is room for it and more."""
        if self._is_whole() or free_bytes(self._path.parent) < SIZE + ROOM_BYTES:
            return
        part = self._path.with_suffix(".part")
        handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC | os.O_CLOEXEC, 0o600)
        try:
            os.posix_fallocate(handle, 0, SIZE)
        finally:
            os.close(handle)
        part.replace(self._path)

    def _is_whole(self) -> bool:
        return self._path.is_file() and self._path.stat().st_size == SIZE

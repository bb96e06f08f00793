"""A folder that somebody else may have filled, opened without trust in what lies there."""

import errno
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.exchange.refusals import Refusal, Refused

BLOCK = 256 * 1024
"""Bytes read at a time, so that a stick that is pulled out is noticed soon."""
NAMES = 20_000
"""Names listed in one folder; more is no stick of ours."""
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,139}")
_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY
_STEP = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Folder:
    """Reads and writes below one path, part by part: never through a link, only real files.

    An absent file raises FileNotFoundError; everything else that goes wrong raises Refused, an
    absent path among them (STICK_TAKEN_OUT).
    """

    def __init__(self, path: Path, below: str = "") -> None:
        self._path = path
        self._below = _parts(below)

    @property
    def path(self) -> Path:
        """Where the folder is."""
        return self._path.joinpath(*self._below)

    def below(self, relative: str) -> "Folder":
        """Give the folder inside this one; it is looked at only when it is used."""
        return Folder(self._path, "/".join([*self._below, *_parts(relative)]))

    def read(self, relative: str, max_bytes: int) -> bytes:
        """Read a whole file of at most `max_bytes`, or raise Refused (FILE_TOO_BIG)."""
        return b"".join(self.blocks(relative, max_bytes))

    def blocks(self, relative: str, max_bytes: int) -> Iterator[bytes]:
        """Read a file in blocks, counting them."""
        with _told(relative):
            handle = self._open(relative)
            try:
                yield from _blocks(handle, relative, max_bytes)
            finally:
                os.close(handle)

    def names(self, relative: str = "") -> tuple[str, ...]:
        """List the names of a folder in order; an absent folder has none."""
        with _told(relative):
            try:
                handle = self._folder(_parts(relative))
            except FileNotFoundError:
                return ()
            try:
                with os.scandir(handle) as entries:
                    names = sorted(
                        name.name for name, _ in zip(entries, range(NAMES), strict=False)
                    )
            finally:
                os.close(handle)
        return tuple(names)

    def write(self, relative: str, data: bytes) -> None:
        """Write a file so that the name holds either the old bytes or all of the new ones.

        Part file, fsync, rename, fsync of the folder; missing folders are made.
        """
        folders, name = _place(relative)
        with _told(relative):
            handle = self._folder(folders, make=True)
            try:
                _replace(handle, name, data)
            finally:
                os.close(handle)

    def remove(self, relative: str) -> None:
        """Remove a file; an absent one is no fault."""
        folders, name = _place(relative)
        with _told(relative), suppress(FileNotFoundError):
            handle = self._folder(folders)
            try:
                os.unlink(name, dir_fd=handle)
                os.fsync(handle)
            finally:
                os.close(handle)

    def _open(self, relative: str) -> int:
        folders, name = _place(relative)
        folder = self._folder(folders)
        try:
            handle = os.open(name, _READ, dir_fd=folder)
        finally:
            os.close(folder)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Refused(Refusal.LINK_ON_STICK, name=relative)
        return handle

    def _folder(self, parts: list[str], *, make: bool = False) -> int:
        try:
            handle = os.open(self._path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        except FileNotFoundError as error:
            raise Refused(Refusal.STICK_TAKEN_OUT) from error
        for part in self._below + parts:
            try:
                if make:
                    with suppress(FileExistsError):
                        os.mkdir(part, dir_fd=handle)
                below = os.open(part, _STEP, dir_fd=handle)
            finally:
                os.close(handle)
            handle = below
        return handle


def _place(relative: str) -> tuple[list[str], str]:
    parts = _parts(relative)
    if not parts:
        raise Refused(Refusal.FILE_NAME_ODD)
    return parts[:-1], parts[-1]


def _parts(relative: str) -> list[str]:
    parts = relative.split("/") if relative else []
    if not all(_PART.fullmatch(part) for part in parts):
        raise Refused(Refusal.FILE_NAME_ODD)
    return parts


def _blocks(handle: int, relative: str, max_bytes: int) -> Iterator[bytes]:
    seen = 0
    while block := os.read(handle, BLOCK):
        seen += len(block)
        if seen > max_bytes:
            raise Refused(Refusal.FILE_TOO_BIG, name=relative)
        yield block


def _replace(folder: int, name: str, data: bytes) -> None:
    part = f"{name}.part"
    with suppress(FileNotFoundError):
        os.unlink(part, dir_fd=folder)
    with os.fdopen(os.open(part, _CREATE, 0o600, dir_fd=folder), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.rename(part, name, src_dir_fd=folder, dst_dir_fd=folder)
    os.fsync(folder)


_MEANING = {
    errno.ELOOP: Refusal.LINK_ON_STICK,
    errno.ENOTDIR: Refusal.LINK_ON_STICK,
    errno.EISDIR: Refusal.LINK_ON_STICK,
    errno.ENXIO: Refusal.LINK_ON_STICK,
    errno.ENOSPC: Refusal.STICK_FULL,
    errno.EDQUOT: Refusal.STICK_FULL,
    errno.EFBIG: Refusal.STICK_FULL,
    errno.EROFS: Refusal.STICK_LOCKED,
    errno.EACCES: Refusal.STICK_LOCKED,
    errno.EPERM: Refusal.STICK_LOCKED,
    errno.ENODEV: Refusal.STICK_TAKEN_OUT,
    errno.ENOMEDIUM: Refusal.STICK_TAKEN_OUT,
}


@contextmanager
def _told(relative: str) -> Iterator[None]:
    """Turn what the operating system says into what staff can read."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        code = _MEANING.get(error.errno or 0, Refusal.STICK_NOT_READ)
        raise Refused(code, name=relative or "-") from error

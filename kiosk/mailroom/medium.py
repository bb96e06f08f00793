"""One stick: what may be read from it, how something is put on it for good."""

import ctypes
import os
import stat
from pathlib import Path

from kiosk.exchange import limits, requests_bundle, return_bundle, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.mailroom.slot import Presence, Seen, look

LIBC = ctypes.CDLL(None, use_errno=True)
PART = ".part"
"""What the name of a file ends with until it is whole; nobody reads one."""
OURS = {
    stick.READ_ME,
    stick.WHATS_NEW,
    stick.IDENTITY,
    "content",
    stick.REQUESTS,
    stick.RETURNS,
}
"""What may stand in SIGNPOST; everything else is counted, never opened."""


class Medium:
    """The stick that was in the slot when this was made, and no other."""

    def __init__(self, mount: Path) -> None:
        """Look at the stick, or raise Refused when there is nothing of ours on it."""
        self._mount = mount
        self._seen = look(mount)
        if self._seen.presence is not Presence.OURS:
            raise Refused(_why_not(mount, self._seen))
        self.folder = Folder(mount / stick.FOLDER)
        if not stat.S_ISDIR((mount / stick.FOLDER).lstat().st_mode):
            raise Refused(Refusal.LINK_ON_STICK, name=stick.FOLDER)

    def is_in(self) -> bool:
        """Tell whether it is still the same stick."""
        return look(self._mount) == self._seen

    def strangers(self) -> int:
        """Count what is not ours, beside and inside the folder, without opening it."""
        beside = set(Folder(self._mount).names()) - {stick.FOLDER}
        return len(beside) + len(set(self.folder.names()) - OURS)

    def identity(self) -> bytes:
        """Read the paper that says whose stick it is; not yet vouched for."""
        try:
            return self.folder.read(stick.IDENTITY, limits.STICK_BYTES)
        except FileNotFoundError as error:
            raise Refused(Refusal.STICK_NOT_SIGNED) from error

    def has_content(self) -> bool:
        """Tell whether there is content to look at."""
        return bool(self.folder.names(stick.METADATA))

    def newest_return(self, kiosk: str) -> str | None:
        """Find the file of answers with the highest number for this kiosk; others stay closed."""
        named = [return_bundle.named(name) for name in self.folder.names(stick.RETURNS)]
        ours = [found[1] for found in named if found and found[0] == kiosk]
        return f"{stick.RETURNS}/{return_bundle.file_name(kiosk, max(ours))}" if ours else None

    def sweep(self, kiosk: str) -> None:
        """Remove what this kiosk left half written when it was cut off before."""
        for name in self.folder.names(stick.REQUESTS):
            ours = requests_bundle.named(name.removesuffix(PART))
            if name.endswith(PART) and ours and ours[0] == kiosk:
                self.folder.remove(f"{stick.REQUESTS}/{name}")

    def put(self, relative: str, data: bytes) -> None:
        """Write a file, then read it back from the stick itself and compare.

        Raises Refused (STICK_NOT_READ) when the stick did not keep what it was given.
        """
        self.folder.write(relative, data)
        self._settle(relative)
        if not self._holds(relative, memoryview(data)):
            raise Refused(Refusal.STICK_NOT_READ, name=relative)

    def _holds(self, relative: str, data: memoryview) -> bool:
        """Compare a block at a time: a file is long, and memory holds it once already."""
        at = 0
        for block in self.folder.blocks(relative, len(data)):
            if data[at : at + len(block)] != block:
                return False
            at += len(block)
        return at == len(data)

    def _settle(self, relative: str) -> None:
        """Send the whole stick to rest, and forget the copy that memory still holds."""
        handle = os.open(self.folder.path / relative, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            LIBC.syncfs(handle)
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
        finally:
            os.close(handle)


def _why_not(mount: Path, seen: Seen) -> Refusal:
    if seen.presence is Presence.NOTHING:
        return Refusal.STICK_TAKEN_OUT if not mount.is_dir() else Refusal.EMPTY_STICK
    empty = not Folder(mount).names()
    return Refusal.EMPTY_STICK if empty else Refusal.NOT_OUR_STICK

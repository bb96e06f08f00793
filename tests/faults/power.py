"""A disk of its own whose power can be taken away: what was never synced is gone for good."""

import fcntl
import os
import shutil
import struct
import subprocess
import time
from pathlib import Path

import pytest

GOING_DOWN = 0x8004587D
"""EXT4_IOC_SHUTDOWN."""
LOSE_THE_LOG = struct.pack("I", 2)
"""EXT4_GOING_FLAGS_NOLOGFLUSH: not even the journal is written any more."""
PATIENCE = 100
"""Tries, twenty a second, to let go of a disk."""
MEGABYTES = 256
"""Room for a kiosk that keeps 64 MB free; the file is sparse, so it costs only what is used."""


def needs_a_disk() -> None:
    """Skip where no disk can be made: it takes root, a loop device, and ext4."""
    if os.geteuid() != 0 or not shutil.which("mkfs.ext4"):
        pytest.skip("only root with mkfs.ext4 can make a disk and take its power away")
    if not Path("/dev/loop-control").exists():
        pytest.skip("no loop device here")


class Disk:
    """An ext4 file system in a file, mounted in `folder`."""

    def __init__(self, home: Path) -> None:
        home.mkdir()
        self.folder = home / "mounted"
        self._image, self._kept = home / "image", home / "kept"
        self.folder.mkdir()
        with self._image.open("wb") as file:
            file.truncate(MEGABYTES * 1024 * 1024)
        _run("mkfs.ext4", "-q", "-F", self._image)
        self._plug_in()

    def keep(self) -> None:
        """Remember the disk as it is now, with all that was written."""
        self.unplug()
        _run("cp", "--sparse=always", self._image, self._kept)
        self._plug_in()

    def as_kept(self) -> None:
        """Make the disk again what it was."""
        self.unplug()
        _run("cp", "--sparse=always", self._kept, self._image)
        self._plug_in()

    def cut(self) -> None:
        """Take the power away: from now on nothing is written, whatever memory still holds."""
        handle = os.open(self.folder, os.O_RDONLY)
        try:
            fcntl.ioctl(handle, GOING_DOWN, LOSE_THE_LOG)
        finally:
            os.close(handle)

    def start_again(self) -> None:
        """Give the power back, as the machine does: the file system looks after itself."""
        self.unplug()
        self._plug_in()

    def unplug(self) -> None:
        """Let go of the disk; whoever worked on it has ended, or is about to (a killed child)."""
        for _ in range(PATIENCE):
            if not subprocess.run(
                ["umount", self.folder], check=False, capture_output=True
            ).returncode:
                return
            time.sleep(0.05)
        _run("umount", self.folder)

    def _plug_in(self) -> None:
        done = subprocess.run(
            ["mount", "-o", "loop", self._image, self.folder], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip(f"no disk can be mounted here: {done.stderr.decode().strip()}")


def _run(*words: str | Path) -> None:
    subprocess.run([str(word) for word in words], check=True, capture_output=True)

"""A reader that writes what it says into a folder, and what is heard there."""

import os
import struct
import time
import wave
from collections.abc import Callable
from pathlib import Path

from kiosk.speech.program import Program
from kiosk.speech.reader import Piece, Reader
from kiosk.speech.voices import VOICES, Voices

ALL = Voices(frozenset(VOICES.values()))
HELLO = Piece("Hello there, this screen can read to you.", "en", "first")
MORE = Piece("There is more.", "en", "second")


class Room:
    """A reader with a program that notes what it was told."""

    def __init__(self, folder: Path, program: Path | None = None) -> None:
        self.folder = folder
        self.reader = Reader(Program(program, folder) if program else Program(folder=folder))
        self.reader.voices = ALL

    def poll(self) -> None:
        self.reader.poll(time.monotonic())

    def begin(self, *pieces: Piece) -> None:
        self.reader.begin(pieces, time.monotonic())

    def sounds(self) -> list[Path]:
        return sorted(self.folder.glob("*.wav"))

    def finish(self) -> None:
        until(lambda: not self.reader.is_on, self.poll)


def until(is_so: Callable[[], bool], poll: Callable[[], object] = lambda: None) -> None:
    """Look again and again, for five seconds at most."""
    end = time.monotonic() + 5
    while not is_so():
        assert time.monotonic() < end, "it took too long"
        poll()
        time.sleep(0.005)


def started(room: Room, which: int) -> None:
    """The program has noted its text for this many times."""
    told = room.folder / f"text{which}"
    until(lambda: told.exists() and bool(told.read_text()), room.poll)


def pid_of(room: Room) -> int:
    """The child that speaks now."""
    child = room.reader._child
    assert child is not None
    return child.pid


def is_running(pid: int) -> bool:
    """Whether it is there, alive or not yet buried."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def is_gone(pid: int) -> bool:
    """Whether it has ended, though nobody here may have buried it."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
    return stat.rpartition(") ")[2].startswith("Z")


def seconds(file: Path) -> float:
    """How long a written sound lasts."""
    with wave.open(str(file)) as sound:
        return float(sound.getnframes() / sound.getframerate())


def peak(file: Path) -> int:
    """How loud a written sound is at its loudest, of 32,767."""
    with wave.open(str(file)) as sound:
        data = sound.readframes(sound.getnframes())
    return int(max(map(abs, struct.unpack(f"<{len(data) // 2}h", data))))

"""Breaks one system call of a real process on purpose, with strace."""

import json
import re
import select
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any

from tests.architecture.house import HOUSE

DISK_CALLS = (
    "write,pwrite64,writev,pwritev,fsync,fdatasync,syncfs,sync_file_range,ftruncate,fallocate,"
    "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat"
)
"""The calls that change a disk; what comes between two of them leaves no trace."""
FILLING_CALLS = "write,pwrite64,writev,pwritev,ftruncate,fallocate,mkdir,mkdirat"
"""The calls that a full disk refuses."""
SYNC_CALLS = "fsync,fdatasync,syncfs"
PATIENCE = 60.0
"""Seconds after which a trial counts as hung."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a trial went: its exit code (negative: the signal), what it acknowledged, and when.

    `heard_at` are moments of the monotonic clock.
    """

    status: int
    acknowledged: tuple[str, ...]
    seconds: float
    calls: tuple[str, ...] = ()
    heard_at: tuple[float, ...] = ()

    @property
    def said(self) -> dict[str, Any]:
        """What the command printed for programs."""
        said: dict[str, Any] = json.loads(self.acknowledged[-1])
        return said


@dataclass(frozen=True, slots=True)
class Breaking:
    """What strace shall do to which calls (`inject` by name of the call); nothing: only count.

    With `follow` the children are traced too, `paths` leaves out calls on other files, with
    `named` each handle is told with the path behind it.
    """

    calls: str = DISK_CALLS
    inject: Mapping[str, str] = field(default_factory=dict)
    follow: bool = False
    paths: tuple[Path, ...] = ()
    named: bool = False

    def arguments(self) -> list[str]:
        """Say it to strace."""
        words = ["-e", f"trace={self.calls}", "-e", "signal=none"]
        for name, how in self.inject.items():
            words += ["-e", f"inject={name}:{how}"]
        for path in self.paths:
            words += ["-P", str(path)]
        return [*words, *(["-f"] if self.follow else []), *(["-y"] if self.named else [])]

    def killed_at(self, calls: Sequence[str], n: int) -> "Breaking":
        """End the process when it is about to make the n-th (from 0) of these counted calls.

        strace counts each name by itself, so the how-manieth of its name it is must be told.
        """
        name = name_of(calls[n])
        return replace(self, inject={name: f"signal=SIGKILL:when={_turn(calls, n)}"})

    def broken_at(self, calls: Sequence[str], n: int) -> "Breaking":
        """Let the disk fail once, at the n-th (from 0) of these counted calls."""
        name = name_of(calls[n])
        return replace(self, inject={name: f"error=EIO:when={_turn(calls, n)}"})

    def full_from(self, calls: Sequence[str], n: int) -> "Breaking":
        """Let the disk be full from the n-th (from 0) of these counted calls on."""
        before = Counter(map(name_of, calls[:n]))
        names = self.calls.split(",")
        return replace(
            self, inject={name: f"error=ENOSPC:when={before[name] + 1}+" for name in names}
        )


COUNT = Breaking()
COUNT_FILLING = Breaking(FILLING_CALLS)
COUNT_SYNCS = Breaking(SYNC_CALLS)


def name_of(call: str) -> str:
    """The name of a call as strace wrote it down."""
    return call.partition("(")[0]


def _turn(calls: Sequence[str], n: int) -> int:
    return [name_of(call) for call in calls[: n + 1]].count(name_of(calls[n]))


class Nursery:
    """Starts trials from a warm process."""

    def __init__(self, log: IO[bytes] | None = None) -> None:
        """What trials write to their error stream goes to `log`, else where ours goes."""
        self._ours, theirs = socket.socketpair()
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-m", "tests.faults.nursery", str(theirs.fileno())],
            cwd=HOUSE,
            pass_fds=[theirs.fileno()],
            stderr=log,
        )
        theirs.close()

    def close(self) -> None:
        """Let the warm process end."""
        self._ours.close()
        self._process.wait(PATIENCE)

    def run(self, work: str, breaking: Breaking | None = None, **given: object) -> Ended:
        """Do the work in a child of its own, broken as asked."""
        mine, childs = socket.socketpair()
        words = {name: str(value) for name, value in given.items()}
        line = json.dumps({"work": work, "given": words}).encode()
        socket.send_fds(self._ours, [line], [childs.fileno()])
        childs.close()
        with mine, mine.makefile("r", encoding="utf-8") as heard:
            pid = json.loads(heard.readline())
            tracer = _attach(pid, breaking) if breaking else None
            began = time.monotonic()
            mine.send(b"g")
            said = tuple((json.loads(word), time.monotonic()) for word in heard)
        status = self._status()
        seconds = time.monotonic() - began
        words_heard = tuple(word for word, _ in said)
        return Ended(status, words_heard, seconds, _calls(tracer), tuple(at for _, at in said))

    def _status(self) -> int:
        if not select.select([self._ours], [], [], PATIENCE)[0]:
            raise TimeoutError("the trial hangs")
        return int(json.loads(self._ours.recv(100)))


def _attach(pid: int, breaking: Breaking) -> subprocess.Popen[str]:
    tracer = subprocess.Popen(
        ["strace", "-p", str(pid), *breaking.arguments()],
        stderr=subprocess.PIPE,
        text=True,
        errors="replace",
    )
    assert tracer.stderr
    said = tracer.stderr.readline()
    assert "attached" in said, f"strace cannot take hold: {said}"
    return tracer


def _calls(tracer: subprocess.Popen[str] | None) -> tuple[str, ...]:
    if tracer is None:
        return ()
    _, said = tracer.communicate(timeout=PATIENCE)
    lines = (re.sub(r"^\[pid +\d+\] ", "", line) for line in said.splitlines())
    return tuple(line for line in lines if "(" in line and not line.startswith(("strace", "+++")))

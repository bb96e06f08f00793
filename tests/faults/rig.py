"""Breaks one system call of a real process on purpose, with strace."""

import json
import select
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.architecture.house import HOUSE

DISK_CALLS = (
    "write,pwrite64,writev,pwritev,fsync,fdatasync,sync_file_range,ftruncate,fallocate,"
    "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,link,linkat"
)
"""The calls that change a disk; what comes between two of them leaves no trace."""
FILLING_CALLS = "write,pwrite64,writev,pwritev,ftruncate,fallocate,mkdir,mkdirat"
"""The calls that a full disk refuses."""
PATIENCE = 60.0
"""Seconds after which a trial counts as hung."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a trial went: its exit code (negative: the signal), what it acknowledged."""

    status: int
    acknowledged: tuple[str, ...]
    seconds: float
    calls: tuple[str, ...] = ()

    @property
    def said(self) -> dict[str, Any]:
        """What the command printed for programs."""
        said: dict[str, Any] = json.loads(self.acknowledged[-1])
        return said


@dataclass(frozen=True, slots=True)
class Breaking:
    """What strace shall do: `how` as in its `inject=`, or nothing, only count."""

    how: str = ""
    calls: str = DISK_CALLS
    follow: bool = False
    paths: tuple[Path, ...] = ()

    def arguments(self) -> list[str]:
        """Say it to strace."""
        words = ["-e", f"trace={self.calls}", "-e", "signal=none"]
        if self.how:
            words += ["-e", f"inject={self.calls}:{self.how}"]
        for path in self.paths:
            words += ["-P", str(path)]
        return [*words, *(["-f"] if self.follow else [])]


def killed_at(n: int) -> Breaking:
    """End the process when it is about to make its n-th disk call."""
    return Breaking(f"signal=SIGKILL:when={n}")


def full_from(n: int) -> Breaking:
    """Let the disk be full from the n-th writing call on."""
    return Breaking(f"error=ENOSPC:when={n}+", FILLING_CALLS)


def broken_at(n: int, calls: str = "fsync,fdatasync") -> Breaking:
    """Let the disk fail once, at the n-th of these calls."""
    return Breaking(f"error=EIO:when={n}", calls)


class Nursery:
    """Starts trials from a warm process."""

    def __init__(self) -> None:
        self._ours, theirs = socket.socketpair()
        self._process = subprocess.Popen(
            [sys.executable, "-B", "-m", "tests.faults.nursery", str(theirs.fileno())],
            cwd=HOUSE,
            pass_fds=[theirs.fileno()],
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
            said = tuple(json.loads(word) for word in heard)
        status = self._status()
        seconds = time.monotonic() - began
        return Ended(status, said, seconds, _calls(tracer))

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
    lines = (line.split("] ", 1)[-1] for line in said.splitlines())
    return tuple(line for line in lines if "(" in line and not line.startswith(("strace", "+++")))

"""Does one piece of work in a child process with limits."""

import json
import os
import resource
import select
import signal
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path
from typing import Any

from kiosk.catalogue.helpers import die_with

NO_MEMORY = 2
"""The exit code of a child that ran out of memory."""
STATM = Path("/proc/self/statm")
MOST_ANSWER = 1024 * 1024
"""Bytes of a child's answer: a few names and figures."""

Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use before it is stopped."""

    memory: int = 1024 * 1024 * 1024
    """Bytes of address space beyond what the parent has already."""
    cpu: int = 60
    """Seconds of computing of one process, beside those for what a stick brings."""
    seconds: float = 60.0
    """Seconds by the clock, beside those for what a stick brings: staff give up on a screen on
    which nothing goes on for a minute."""
    file: int = 4 * 1024 * 1024 * 1024
    """Bytes of one file that is written."""
    processes: int = 1
    """Processes that may read packs side by side, each with these limits."""

    def to_do(self, size: int, pace: int) -> "Limits":
        """The same with the time that so many bytes take at `pace`, in bytes a second."""
        more = size / pace
        return replace(self, cpu=self.cpu + ceil(more), seconds=self.seconds + more)


class ChildStopped(Exception):
    """The child ended without an answer: a limit, a crash, or a fault of ours."""

    def __init__(self, why: str) -> None:
        super().__init__(f"The checking process was stopped: {why}.")
        self.why = why


def in_child(work: Callable[[], Answer], limits: Limits) -> Answer:
    """Hand back what `work` answers, worked out by a child that cannot hurt this process.

    The child is a fork: it starts in milliseconds and holds nothing that this process does not
    hold. It must not touch a database connection that was opened before. It dies with us.
    Raises ChildStopped.
    """
    reading, writing = os.pipe()
    parent = os.getpid()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _be_the_child(work, limits, writing, parent)
    os.close(writing)
    try:
        return _answer_of(child, reading, limits)
    finally:
        os.close(reading)


def _be_the_child(work: Callable[[], Answer], limits: Limits, writing: int, parent: int) -> None:
    """Work, answer, end; never come back into the code that is the parent's."""
    try:
        _limit(limits, parent)
        data = json.dumps(work()).encode()
        while data:
            data = data[os.write(writing, data) :]
        os._exit(0)
    except MemoryError:
        os._exit(NO_MEMORY)
    finally:
        os._exit(1)


def _limit(limits: Limits, parent: int) -> None:
    die_with(parent)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu, limits.cpu))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file, limits.file))
    most = limits.memory + _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    return int(STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def _answer_of(child: int, reading: int, limits: Limits) -> Answer:
    data, in_time = _read_all(reading, time.monotonic() + limits.seconds)
    if not in_time:
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not in_time:
        raise ChildStopped("it took too long")
    if status == 0 and data:
        answer: Answer = json.loads(data)
        return answer
    raise ChildStopped(_why(status))


def _why(status: int) -> str:
    if status in {-signal.SIGXCPU, -signal.SIGKILL}:
        return "it computed too long or was killed"
    if status == -signal.SIGXFSZ:
        return "it wrote too much"
    return "it needed too much memory" if status == NO_MEMORY else f"it ended with {status}"


def _read_all(reading: int, until: float) -> tuple[bytes, bool]:
    data = b""
    while (left := until - time.monotonic()) > 0:
        if not select.select([reading], [], [], left)[0]:
            break
        block = os.read(reading, 65536)
        data += block
        if not block:
            return data, True
        if len(data) > MOST_ANSWER:
            break
    return data, False

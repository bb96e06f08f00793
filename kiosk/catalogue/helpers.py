"""Does the same piece of work on many things in several processes, and keeps their order."""

import ctypes
import os
import signal
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from kiosk.exchange.refusals import Refused

T = TypeVar("T")
R = TypeVar("R")
EACH = 4
"""Things that one process must have to do; for fewer, starting it takes longer."""
LIBC = ctypes.CDLL(None, use_errno=True)
DIE_WITH_PARENT = 1
"""PR_SET_PDEATHSIG of prctl(2)."""


class HelperLost(Exception):
    """A process that worked for this one ended before it was done."""


def in_order(
    work: Callable[[T], R], things: Sequence[T], processes: int = 1
) -> Generator[R, None, None]:
    """Give what `work` makes of each thing, one after the other, worked out side by side.

    Each process is a fork of this one, with its limits, and dies with it. It works one result
    ahead and then waits, so that memory holds no more than one for each. What `work` gives must
    be a value that can be pickled. Raises what is Refused, and HelperLost.
    """
    processes = min(processes, len(things) // EACH)
    if processes < 2:  # noqa: PLR2004 - alone
        yield from map(work, things)
        return
    with ExitStack() as stack:
        helpers = []
        for number in range(processes):
            helpers.append(_Helper(work, things[number::processes]))
            stack.callback(helpers[-1].end)
        for number in range(len(things)):
            yield helpers[number % processes].next()


def die_with(parent: int) -> None:
    """Let the system end this process as soon as its parent has ended."""
    LIBC.prctl(DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


class _Helper(Generic[T, R]):
    """One process at work."""

    def __init__(self, work: Callable[[T], R], things: Sequence[T]) -> None:
        context = get_context("fork")
        self._results, writing = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_help, args=(work, things, writing, os.getpid()), daemon=True
        )
        self._process.start()
        writing.close()

    def next(self) -> R:
        """Give the next result; wait for it if need be."""
        try:
            result: R | Refused = self._results.recv()
        except EOFError as error:
            raise HelperLost("a process ended early") from error
        if isinstance(result, Refused):
            raise result
        return result

    def end(self) -> None:
        """Let go of it, whether it is done or not."""
        self._process.kill()
        self._process.join()
        self._results.close()


def _help(work: Callable[[T], R], things: Sequence[T], results: Connection, parent: int) -> None:
    """Work through these things; never come back into the code that is the parent's.

    Of what goes wrong nothing is said but that it did: a traceback would hold values.
    """
    try:
        die_with(parent)
        for thing in things:
            results.send(work(thing))
        os._exit(0)
    except Refused as refused:
        results.send(refused)
        os._exit(0)
    finally:
        os._exit(1)

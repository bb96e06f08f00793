"""A warm process that forks one child for each trial, so that a trial starts in milliseconds.

Started as `python -m tests.faults.nursery FD`. Over the socket FD it takes one JSON line for each
trial, with the trial's own socket beside it, and says the child's exit code when it has ended.
The child says its pid on the trial's socket, waits for a word there (so that strace can take hold
of it), does the work, and says there what was acknowledged.
"""

import ctypes
import importlib
import json
import os
import socket
import sys
from collections.abc import Callable

PR_SET_PTRACER = 0x59616D61
ANYBODY = ctypes.c_ulong(-1)
WORKS = "tests.faults.works"
CRASHED = 70


def main() -> None:
    works = importlib.import_module(WORKS)
    ours = socket.socket(fileno=int(sys.argv[1]))
    while True:
        line, handles, _, _ = socket.recv_fds(ours, 65536, 1)
        if not line:
            return
        trial = json.loads(line)
        child = os.fork()
        if child == 0:
            ours.close()
            _be_the_child(works.WORKS[trial["work"]], trial["given"], handles[0])
        os.close(handles[0])
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        ours.send(json.dumps(status).encode() + b"\n")


def _be_the_child(work: Callable[..., int], given: dict[str, str], handle: int) -> None:
    code = CRASHED
    try:
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)
        trial = socket.socket(fileno=handle)
        trial.send(json.dumps(os.getpid()).encode() + b"\n")
        trial.recv(1)

        def acknowledge(word: str) -> None:
            trial.send(json.dumps(word).encode() + b"\n")

        code = work(acknowledge, **given)
    except BaseException as fault:  # noqa: BLE001 - the trial's end, whatever it was
        sys.stderr.write(f"{type(fault).__name__}: {fault}\n")
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()

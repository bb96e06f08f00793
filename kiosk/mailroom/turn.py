"""Lets one mailroom at a time work on a data folder."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TRY_EVERY = 0.05
"""Seconds between two tries to get the turn."""


class MailroomBusy(Exception):
    """Another mailroom works on this data folder."""

    def __init__(self) -> None:
        super().__init__(
            "Another mailroom is already running for this kiosk. Nothing was changed. "
            "Wait until it has finished, or stop it first."
        )


@contextmanager
def only_one(data: Path, *, wait: float = 3.0) -> Iterator[None]:
    """Hold the data folder's lock; a mailroom that was just killed gets `wait` seconds to go.

    The lock is on the folder itself: no file is left behind, and it ends with the process.
    """
    handle = os.open(data, os.O_RDONLY | os.O_DIRECTORY)
    try:
        _take(handle, time.monotonic() + wait)
        yield
    finally:
        os.close(handle)


def _take(handle: int, until: float) -> None:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise MailroomBusy from None
            time.sleep(TRY_EVERY)
        else:
            return

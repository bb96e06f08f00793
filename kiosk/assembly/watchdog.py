"""Tells systemd that the screen is alive."""

import os
import socket
from collections.abc import Callable, Mapping
from contextlib import suppress

MICROSECONDS = 1_000_000


class Watchdog:
    """Says READY once, then WATCHDOG twice in the time that the unit allows (sd_notify).

    It is fed from Kivy's own clock: a screen that draws nothing any more starves it, and systemd
    starts the screen anew.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._socket = environment.get("NOTIFY_SOCKET", "")
        self._seconds = int(environment.get("WATCHDOG_USEC", "0")) / MICROSECONDS

    def start(self, every: Callable[[float, Callable[[], None]], None]) -> None:
        """Begin, where there is somebody to tell."""
        self._tell(b"READY=1")
        if self._socket and self._seconds:
            every(self._seconds / 2, self.feed)

    def feed(self) -> None:
        """The screen is alive."""
        self._tell(b"WATCHDOG=1")

    def _tell(self, what: bytes) -> None:
        if not self._socket:
            return
        address = "\0" + self._socket[1:] if self._socket.startswith("@") else self._socket
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel, suppress(OSError):
            channel.sendto(what, address)

"""Starts the two real processes of a kiosk and waits until they say that they are ready."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.circle import Circle

READY = b"READY=1"
PATIENCE = 60.0


@contextmanager
def the_screen(data: Path, notify: Path) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
    """The screen process, off screen, with the seconds until its first picture was drawn.

    It says READY to systemd in the frame after it, when it can be touched; here we are systemd.
    """
    words = ("-I", "-m", "kiosk", "run", "--data", str(data), "--size", "1280x800", "--windowed")
    environment = {"PATH": os.environ["PATH"], "SDL_VIDEODRIVER": "offscreen"}
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listening:
        listening.bind(str(notify))
        listening.settimeout(PATIENCE)
        begun = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, *words], env=environment | {"NOTIFY_SOCKET": str(notify)}
        ) as process:
            try:
                assert listening.recv(100) == READY
                yield process, time.perf_counter() - begun
            finally:
                process.terminate()
    notify.unlink()


@contextmanager
def the_mailroom(circle: Circle) -> Iterator[subprocess.Popen[bytes]]:
    """The mailroom process, which waits for a stick."""
    circle.slot.mkdir(exist_ok=True)
    program = Path(sys.executable).with_name("signpost-mailroom")
    words = ("run", "--data", str(circle.data), "--watch", str(circle.slot))
    with subprocess.Popen([program, *words], stdout=subprocess.DEVNULL) as process:
        try:
            yield process
        finally:
            process.terminate()

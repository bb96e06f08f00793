"""A display of its own, with somebody at its keyboard and mouse."""

import ctypes
import os
import struct
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

SIZE = (1280, 800)
PATIENCE = 40.0
"""Seconds after which what was waited for does not come any more."""
STILL = 0.25
"""Seconds without a change after which a screen counts as drawn."""
HEADER = 25
"""Numbers in the header of an XWD file, each of four bytes, most significant first."""
BYTES_OF_COLOUR = 12


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, large enough for any XEvent."""

    _fields_: ClassVar = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("spare", ctypes.c_long * 24),
    ]


@dataclass(frozen=True, slots=True)
class XServer:
    """One display: looked at by its memory, used by xdotool as by hands."""

    name: str
    memory: Path

    def environment(self) -> Mapping[str, str]:
        """What a program finds on this display, and no more."""
        return {"PATH": os.environ["PATH"], "DISPLAY": self.name}

    def picture(self) -> bytes:
        """Every pixel that can be seen now."""
        data = self.memory.read_bytes()
        header = struct.unpack(f">{HEADER}I", data[: 4 * HEADER])
        colours = header[19]
        return data[header[0] + BYTES_OF_COLOUR * colours :]

    def still(self) -> bytes:
        """The picture, once it has stopped changing."""
        return self.wait_for(lambda _: True)

    def wait_for(self, wanted: Callable[[bytes], bool]) -> bytes:
        """A picture that stands still and is wanted; the test fails when none comes."""
        until = time.monotonic() + PATIENCE
        last, since = self.picture(), time.monotonic()
        while time.monotonic() < until:
            time.sleep(0.05)
            now = self.picture()
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since >= STILL and wanted(now):
                return now
        raise AssertionError("the screen never came to what was waited for")

    def do(self, *words: object) -> None:
        """Let a hand do something, in xdotool's words."""
        subprocess.run(
            ["xdotool", *map(str, words)],
            env=dict(self.environment()),
            check=True,
            capture_output=True,
        )

    def click(self, at: tuple[float, float], button: int = 1) -> None:
        """Press and lift a button of the mouse; `at` counts from the bottom, as Kivy does."""
        self.do("mousemove", int(at[0]), SIZE[1] - int(at[1]))
        self.do("mousedown", button)
        time.sleep(0.05)
        self.do("mouseup", button)

    def windows(self) -> list[int]:
        """Every window that can be seen."""
        done = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "."],
            env=dict(self.environment()),
            check=False,
            capture_output=True,
            text=True,
        )
        return [int(line) for line in done.stdout.split()]

    def ask_to_close(self, window: int) -> None:
        """Send what a window's closing cross sends."""
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        x11.XInternAtom.restype = ctypes.c_ulong
        display = ctypes.c_void_p(x11.XOpenDisplay(self.name.encode()))
        atom = {
            name: x11.XInternAtom(display, name, 0)
            for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
        }
        message = ClientMessage(type=33, window=window, format=32)
        message.message_type = atom[b"WM_PROTOCOLS"]
        message.data[0] = atom[b"WM_DELETE_WINDOW"]
        x11.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(message))
        x11.XCloseDisplay(display)


@contextmanager
def an_x_server(folder: Path) -> Iterator[XServer]:
    """A display without a window manager, as on a kiosk; its memory is a file in `folder`."""
    reading, writing = os.pipe()
    words = ["-displayfd", str(writing), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24"]
    with subprocess.Popen(
        ["Xvfb", *words, "-fbdir", str(folder), "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(writing)
        try:
            with os.fdopen(reading, encoding="ascii") as told:
                name = f":{told.readline().strip()}"
            yield XServer(name, folder / "Xvfb_screen0")
        finally:
            process.terminate()

"""A keyboard whose keys reach the window on the way that real ones take."""

import ctypes
from pathlib import Path
from typing import ClassVar

from kivy.core.window import Window

DOWN, UP = 0x300, 0x301
"""SDL_KEYDOWN, SDL_KEYUP."""
NO_SIGN = 1 << 30
"""What SDL adds to the code of a key that writes nothing."""
SPACE, ENTER, ESCAPE, TAB, BACKSPACE = 32, 13, 27, 9, 8
F1, F4, F11, F12 = (NO_SIGN | code for code in (58, 61, 68, 69))
RIGHT, LEFT, ARROW_DOWN, ARROW_UP = (NO_SIGN | code for code in (79, 80, 81, 82))
SHIFT, CONTROL, ALT, NUM_LOCK = 0x1, 0x40, 0x100, 0x1000


class Keysym(ctypes.Structure):
    """SDL_Keysym."""

    _fields_: ClassVar = [
        ("scancode", ctypes.c_int),
        ("sym", ctypes.c_int),
        ("mod", ctypes.c_uint16),
        ("unused", ctypes.c_uint32),
    ]


class KeyEvent(ctypes.Structure):
    """SDL_KeyboardEvent, as large as any SDL_Event."""

    _fields_: ClassVar = [
        ("type", ctypes.c_uint32),
        ("timestamp", ctypes.c_uint32),
        ("window", ctypes.c_uint32),
        ("state", ctypes.c_uint8),
        ("repeat", ctypes.c_uint8),
        ("spare", ctypes.c_uint8 * 2),
        ("keysym", Keysym),
        ("rest", ctypes.c_uint8 * 64),
    ]


class SdlKeys:
    """Puts key events into SDL's own queue and lets the window take them out."""

    def __init__(self) -> None:
        maps = Path("/proc/self/maps").read_text(encoding="utf-8").splitlines()
        path = next(line.split()[-1] for line in maps if "libSDL2-2" in line)
        self._sdl = ctypes.CDLL(path)

    def down(self, key: int, modifiers: int = 0, *, again: bool = False) -> None:
        """Press a key; `again`: it is held, and the keyboard says so once more."""
        self._push(DOWN, key, modifiers, again=again)

    def up(self, key: int, modifiers: int = 0) -> None:
        """Lift a key."""
        self._push(UP, key, modifiers)

    def press(self, key: int, modifiers: int = 0) -> None:
        """Press and lift a key."""
        self.down(key, modifiers)
        self.up(key, modifiers)

    def _push(self, kind: int, key: int, modifiers: int, *, again: bool = False) -> None:
        event = KeyEvent(type=kind, window=1, state=int(kind == DOWN), repeat=int(again))
        event.keysym = Keysym(0, key, modifiers, 0)
        assert self._sdl.SDL_PushEvent(ctypes.byref(event)) == 1
        Window.mainloop()

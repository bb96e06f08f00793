"""The one window: opens, hears fingers only, runs until it is told to stop."""

import signal
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from kivy.base import EventLoop, ExceptionHandler, ExceptionManager, runTouchApp, stopTouchApp
from kivy.clock import Clock
from kivy.core.window import Window

from kiosk.screens.drawing import once_drawn
from kiosk.screens.frame.screen import Shell

SWALLOWED = (
    "on_keyboard",
    "on_textinput",
    "on_textedit",
    "on_request_close",
    "on_drop_begin",
    "on_drop_file",
    "on_drop_text",
    "on_drop_end",
    "on_mouse_up_right",
)
"""Events that would reach Kivy's own handlers: typing, closing, things dropped on the window."""

FINGER = "left"
"""A finger on the panel reaches us as the first button of a mouse."""
FAULTS_A_MINUTE = 3


class Faults(ExceptionHandler):
    """Catches what nobody foresaw: the visit is wiped, and the third time in a minute all ends.

    Only the type of the exception is told, never its text: it may hold what a person typed.
    """

    def __init__(self, tell: Callable[[str], None], wipe: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell
        self._wipe = wipe
        self._at: list[float] = []

    def handle_exception(self, inst: BaseException) -> int:
        """Tell the type, wipe the visit; give up when it happens again and again."""
        self._tell(type(inst).__name__)
        now = Clock.get_time()
        self._at = [at for at in self._at if now - at < 60] + [now]  # noqa: PLR2004  seconds
        if len(self._at) >= FAULTS_A_MINUTE:
            return int(ExceptionManager.RAISE)
        self._wipe()
        return int(ExceptionManager.PASS)


class Keys(Protocol):
    """Hears keys; of what it does not know nothing comes."""

    def down(self, key: int, modifiers: Collection[str]) -> None: ...

    def up(self, key: int) -> None: ...


class NoKeys:
    """Every key is swallowed."""

    def down(self, key: int, modifiers: Collection[str]) -> None:
        """Do nothing."""

    def up(self, key: int) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who is told when a finger comes down, when it is lifted, which keys are pressed."""

    pressed: Callable[[], None]
    lifted: Callable[[], None]
    keys: Keys


def _as_it_is(_: tuple[int, int]) -> None:
    """The pixels are known already."""


class KioskWindow:
    """Holds the shell, and tells about every touch. No key ever gets past `hands.keys`.

    `fit` is told how many pixels there are, before they are drawn on; `turned` is the angle by
    which the picture is turned on a panel that stands upright.
    """

    def __init__(
        self,
        shell: Shell,
        hands: Hands,
        fit: Callable[[tuple[int, int]], None] = _as_it_is,
        turned: int = 0,
    ) -> None:
        EventLoop.ensure_window()
        Window.rotation = turned
        self._shell = shell
        self._hands = hands
        self._fit = fit
        for name in SWALLOWED:
            if Window.is_event_type(name):
                Window.fbind(name, _swallow)
        for name, hear in (
            ("size", self._resize),
            ("on_touch_down", self._press),
            ("on_touch_up", self._lift),
            ("on_key_down", self._key_down),
            ("on_key_up", self._key_up),
        ):
            Window.fbind(name, hear)
        Window.add_widget(shell)
        self._resize()

    def every(self, seconds: float, do: Callable[[], None]) -> None:
        """Do this again and again while the window is open."""
        Clock.schedule_interval(lambda _: do(), seconds)

    def drawn(self, do: Callable[[], None]) -> None:
        """Do this once, when the first picture has been drawn."""
        once_drawn(do)

    def again(self) -> None:
        """Place and draw everything again: the theme has changed."""
        self._resize()

    def picture(self, to: Path) -> None:
        """Draw once and save what is seen."""
        EventLoop.idle()
        self._shell.export_to_png(str(to))

    def turn(self, degrees: int) -> tuple[int, int]:
        """Turn the picture, and say how many pixels it has now across and down."""
        Window.rotation = degrees
        return tuple(Window.size)

    def close(self) -> None:
        """Let `run` end."""
        stopTouchApp()

    def run(self) -> None:
        """Show the window until SIGTERM."""
        signal.signal(signal.SIGTERM, _stop)
        runTouchApp()

    def _resize(self, *_: object) -> None:
        self._fit(tuple(Window.size))
        self._shell.place(0, 0, *Window.size)

    def _press(self, _window: Any, touch: Any) -> bool:
        """Tell of a finger; the other buttons of a mouse and its wheel touch nothing."""
        if not _is_finger(touch):
            return True
        self._hands.pressed()
        return False

    def _lift(self, _window: Any, touch: Any) -> bool:
        if not _is_finger(touch):
            return True
        self._hands.lifted()
        return False

    def _key_down(
        self, _window: Any, key: int, _code: int, _sign: object, modifiers: Collection[str]
    ) -> bool:
        self._hands.keys.down(key, modifiers)
        return True

    def _key_up(self, _window: Any, key: int, *_: object) -> bool:
        self._hands.keys.up(key)
        return True


def catch_faults(faults: Faults) -> None:
    """From now on nothing unforeseen ends the program at once."""
    ExceptionManager.add_handler(faults)


def _is_finger(touch: Any) -> bool:
    return "button" not in touch.profile or touch.button == FINGER


def _swallow(*_: object) -> bool:
    return True


def _stop(*_: object) -> None:
    stopTouchApp()

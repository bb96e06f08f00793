"""The one window: opens, hears fingers only, runs until it is told to stop."""

import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kivy.base import EventLoop, ExceptionHandler, ExceptionManager, runTouchApp, stopTouchApp
from kivy.clock import Clock
from kivy.core.window import Window

from kiosk.screens.frame.screen import Shell

SWALLOWED = (
    "on_keyboard",
    "on_key_down",
    "on_key_up",
    "on_textinput",
    "on_textedit",
    "on_request_close",
    "on_drop_begin",
    "on_drop_file",
    "on_drop_text",
    "on_drop_end",
    "on_mouse_up_right",
)
"""Events that would reach Kivy's own handlers: keys, closing, things dropped on the window."""

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


class KioskWindow:
    """Holds the shell, and tells about every touch."""

    def __init__(self, shell: Shell, touched: Callable[[], None]) -> None:
        EventLoop.ensure_window()
        self._shell = shell
        self._touched = touched
        for name in SWALLOWED:
            if Window.is_event_type(name):
                Window.fbind(name, _swallow)
        for name, hear in (
            ("size", self._resize),
            ("on_touch_down", self._notice),
            ("on_touch_up", self._notice),
        ):
            Window.fbind(name, hear)
        Window.add_widget(shell)
        self._resize()

    def every(self, seconds: float, do: Callable[[], None]) -> None:
        """Do this again and again while the window is open."""
        Clock.schedule_interval(lambda _: do(), seconds)

    def drawn(self, do: Callable[[], None]) -> None:
        """Do this once, when the first picture has been drawn: in the frame after it."""
        Clock.schedule_once(lambda _: Clock.schedule_once(lambda _: do(), 0), 0)

    def again(self) -> None:
        """Place and draw everything again: the theme has changed."""
        self._resize()

    def picture(self, to: Path) -> None:
        """Draw once and save what is seen."""
        EventLoop.idle()
        self._shell.export_to_png(str(to))

    def run(self) -> None:
        """Show the window until SIGTERM."""
        signal.signal(signal.SIGTERM, _stop)
        runTouchApp()

    def _resize(self, *_: object) -> None:
        self._shell.place(0, 0, *Window.size)

    def _notice(self, _window: Any, touch: Any) -> bool:
        """Tell of a finger; the other buttons of a mouse and its wheel touch nothing."""
        if "button" in touch.profile and touch.button != FINGER:
            return True
        self._touched()
        return False


def catch_faults(faults: Faults) -> None:
    """From now on nothing unforeseen ends the program at once."""
    ExceptionManager.add_handler(faults)


def _swallow(*_: object) -> bool:
    return True


def _stop(*_: object) -> None:
    stopTouchApp()

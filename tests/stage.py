"""A stage: a real Kivy window, off screen, that a test can touch."""

from pathlib import Path
from typing import Any

from kiosk.text.label import install

install()

from kivy.config import Config

Config.set("graphics", "width", "1920")
Config.set("graphics", "height", "1920")

from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch
from kivy.uix.widget import Widget

from kiosk.screens.parts.part import Part
from kiosk.screens.parts.words import Words
from kiosk.screens.theme import Theme, look
from tests.frames import pass_frames


class Stage:
    """Shows one part as large as the window and lets a test act like a finger."""

    def __init__(self) -> None:
        EventLoop.ensure_window()
        self.window = Window
        EventLoop.touches.clear()
        self.wear(Theme())

    def wear(self, theme: Theme) -> None:
        """Draw with this theme; the window is large enough for every panel."""
        self.theme = theme
        look.wear(theme)

    def show(self, part: Widget) -> None:
        """Put the part on the stage and draw it."""
        self.clear()
        self.window.add_widget(part)
        if isinstance(part, Part):
            part.place(0, 0, look.theme.width, look.theme.height)
        self.wait()

    def wait(self, frames: int = 3) -> None:
        """Let a few frames pass; nothing is painted."""
        pass_frames(frames)

    def touch(self, widget: Widget) -> None:
        """Press and lift a finger in the middle of the widget."""
        touch = self.press(widget)
        touch.touch_up()
        self.wait()

    def press(self, widget: Widget) -> Any:
        """Press a finger in the middle of the widget and keep it there."""
        touch = UnitTestTouch(*widget.center)
        touch.touch_down()
        self.wait(1)
        return touch

    def move(self, touch: Any, x: float, y: float) -> None:
        """Move a pressed finger to these pixels."""
        touch.touch_move(x, y)
        self.wait(1)

    def find(self, kind: type[Widget], **having: object) -> Any:
        """The widget on the stage of this class with these properties."""
        for top in self.window.children:
            for widget in top.walk():
                if isinstance(widget, kind) and _has(widget, having) and _seen(widget):
                    return widget
        raise AssertionError(f"no {kind.__name__} with {having}")

    def texts(self) -> list[str]:
        """Every text that can be read on the stage."""
        return [
            widget.text
            for top in self.window.children
            for widget in top.walk()
            if isinstance(widget, Words) and _seen(widget)
        ]

    def picture(self, path: Path) -> None:
        """Save what is on the stage."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.wait()
        self.window.children[0].export_to_png(str(path))

    def clear(self) -> None:
        """Take everything off the stage."""
        for child in self.window.children[:]:
            self.window.remove_widget(child)


def _has(widget: Widget, having: dict[str, object]) -> bool:
    return all(getattr(widget, name) == value for name, value in having.items())


def _seen(widget: Widget) -> bool:
    while isinstance(widget, Part):
        if not widget.shown:
            return False
        widget = widget.parent
    return True

"""One touch of the screen, as an input device would tell Kivy of it."""

from typing import Any

from kivy.base import EventLoop
from kivy.input.motionevent import MotionEvent


class Touch(MotionEvent):
    """A touch of this pixel; nothing happens before `touch_down`.

    Kivy's own for tests would load pytest, 22 MB, into a process whose memory is measured.
    """

    def __init__(self, x: float, y: float) -> None:
        width, height = EventLoop.window.size
        place = {"x": x / (width - 1.0), "y": y / (height - 1.0)}
        super().__init__("touch", 99, place, is_touch=True, type_id="touch")
        self.profile = ["pos"]

    def depack(self, args: Any) -> None:
        """Take the place over, as shares of the window."""
        self.sx, self.sy = args["x"], args["y"]
        super().depack(args)

    def touch_down(self) -> None:
        """The finger comes down."""
        EventLoop.post_dispatch_input("begin", self)

    def touch_up(self) -> None:
        """The finger is lifted."""
        EventLoop.post_dispatch_input("end", self)

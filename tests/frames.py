"""Frames of Kivy's loop without painting the window, and without waiting between them."""

from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.lang import Builder


def pass_frames(many: int) -> None:
    """Let Kivy do all that it does in so many frames but paint the window.

    Nobody looks at the window: pictures are painted on a sheet of their own. Nor does Kivy sleep
    until the next sixtieth of a second, as it does so that a frame is not drawn too early.
    """
    pace, Clock._max_fps = Clock._max_fps, 0.0
    try:
        for _ in range(many):
            Clock.tick()
            EventLoop.dispatch_input()
            Builder.sync()
            Clock.tick_draw()
            Builder.sync()
    finally:
        Clock._max_fps = pace

"""Frames of Kivy's loop without painting the window."""

from kivy.base import EventLoop
from kivy.clock import Clock
from kivy.lang import Builder


def pass_frames(many: int) -> None:
    """Let Kivy do all that it does in so many frames but paint the window.

    Nobody looks at the window: pictures are painted on a sheet of their own. Painting was four
    fifths of the time of a test.
    """
    for _ in range(many):
        Clock.tick()
        EventLoop.dispatch_input()
        Builder.sync()
        Clock.tick_draw()
        Builder.sync()

"""What waits until a picture is drawn."""

from collections.abc import Callable

from kivy.clock import Clock


def once_drawn(do: Callable[[], object]) -> None:
    """Do this when the next picture has been drawn: in the frame after it."""
    Clock.schedule_once(lambda _: Clock.schedule_once(lambda _: do(), 0), 0)

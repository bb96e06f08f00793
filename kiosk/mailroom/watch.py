"""Waits for sticks, one round for each time that one is put in."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.mailroom.slot import Presence, Seen

LOOK_EVERY = 0.5
"""Seconds between two looks at the slot: soon enough for a person, nothing for the machine."""


@dataclass(frozen=True, slots=True)
class Doing:
    """What happens when a stick comes, when it is out again, and now and then in between."""

    stick_in: Callable[[], object]
    stick_out: Callable[[], object]
    chores: Callable[[], object]


def watch(look: Callable[[], Seen], doing: Doing, wait: Callable[[float], object]) -> None:
    """Look, until `wait` says that it is over by returning true.

    A stick counts once it looks the same twice, so that a folder still being copied or
    mounted is not read half. It is worked on once, however long it stays in.
    """
    last = Seen(Presence.NOTHING)
    worked_on = last
    while True:
        seen = look()
        if worked_on.presence is not Presence.NOTHING and seen != worked_on:
            doing.stick_out()
            worked_on = Seen(Presence.NOTHING)
        if seen.presence is not Presence.NOTHING and seen == last and seen != worked_on:
            doing.stick_in()
            worked_on = seen
        last = seen
        doing.chores()
        if wait(LOOK_EVERY):
            return

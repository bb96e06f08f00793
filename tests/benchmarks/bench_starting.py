"""How long from switching on to the first screen that can be touched; what both processes hold."""

import time
from dataclasses import replace
from pathlib import Path

from tests.benchmarks.figures import figure, resident, tell
from tests.benchmarks.starting import the_mailroom, the_screen
from tests.benchmarks.worlds import World

STARTS = 7
SECONDS_TO_START = 3.0
SETTLED = 5.0
"""Seconds after which the screen has drawn ahead what the first person will want."""


def test_starting(world: World, notify: Path) -> None:
    data, name = world.circle.data, world.name
    seconds = []
    for _ in range(STARTS):
        with the_screen(data, notify) as (_process, passed):
            seconds.append(passed)
    started = figure(f"start to first screen, {name}", "s", seconds, aim=SECONDS_TO_START)

    tell(replace(started, how="python -I -m kiosk run, until READY after the first drawn frame"))


def test_memory_at_rest(world: World, notify: Path) -> None:
    circle, name = world.circle, world.name
    with the_screen(circle.data, notify) as (screen, _), the_mailroom(circle) as mailroom:
        time.sleep(SETTLED)
        held = resident(screen.pid), resident(mailroom.pid)
    screen_held = figure(f"memory of the screen at rest, {name}", "MB", [held[0]], aim=300)
    mailroom_held = figure(f"memory of the mailroom at rest, {name}", "MB", [held[1]])

    tell(replace(screen_held, how=f"RSS, {SETTLED:g} s after the start"))
    tell(replace(mailroom_held, how="RSS, waiting for a stick"))

"""The mailroom of a kiosk as it runs there: started long ago, waiting for sticks."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.figures import Spent
from tests.benchmarks.worlds import World
from tests.journeys.circle import program

LOOK_EVERY = 0.05
"""Seconds between two looks at how far it is."""
PATIENCE = 1_200
"""Seconds after which a stick counts as stuck."""
TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Stay:
    """One stick: how long until staff may take it out, and the most memory meanwhile.

    `peak`: megabytes of the mailroom with all its children, what they share counted once (PSS).
    """

    spent: Spent
    peak: float


def a_stay(world: World) -> Stay:
    """Put the stick in, wait until the screen is green, take it out again."""
    circle = world.circle
    progress = circle.data / "run" / "progress.json"
    progress.unlink(missing_ok=True)
    circle.slot.mkdir(exist_ok=True)
    words = ("run", "--data", str(circle.data), "--watch", str(circle.slot))
    with subprocess.Popen(
        [program("signpost-mailroom"), *words], stdout=subprocess.DEVNULL
    ) as room:
        try:
            peak = max(_until(progress, "idle", room.pid))
            computed, begun = _computed(room.pid), time.perf_counter()
            circle.put_stick_in()
            peak = max(peak, *_until(progress, "done", room.pid))
            wall = time.perf_counter() - begun
            computed = _computed(room.pid) - computed
        finally:
            room.terminate()
    circle.take_stick_out()
    return Stay(Spent(wall, computed), peak)


def _until(progress: Path, step: str, process: int) -> Iterator[float]:
    """Wait for a step; the memory at each look on the way."""
    end = time.monotonic() + PATIENCE
    while True:
        now = json.loads(progress.read_bytes())["step"] if progress.is_file() else ""
        yield _memory(process)
        if now == step:
            return
        assert now != "refused", progress.read_text("utf-8")
        assert time.monotonic() < end
        time.sleep(LOOK_EVERY)


def _computed(process: int) -> float:
    """Seconds that it computed, with every child that has ended."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return sum(map(int, fields[11:15])) / TICKS


def _memory(process: int) -> float:
    """Megabytes of a process and all that it started."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:  # it has ended
        return 0.0
    own = next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1e3
    return own + sum(_memory(int(child)) for child in children)

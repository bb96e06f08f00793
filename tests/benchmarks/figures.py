"""One line for each figure, on the screen and in build/bench/figures.json."""

import json
import os
import resource
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
OUT = Path(__file__).parents[2] / "build" / "bench" / "figures.json"


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured: `runs` times, in `unit`; `how` says with what, `beside` its limit."""

    name: str
    unit: str
    runs: int
    median: float
    p99: float
    worst: float
    aim: float = 0.0
    """What `p99` must stay under; 0: no aim."""
    beside: str = ""
    how: str = ""
    cpu: float = 0.0
    """Median of the processor's own seconds, in `unit`: another program does not add to it."""
    load: float = 0.0
    """How many programs wanted the processors of this machine in that minute."""


def figure(
    name: str, unit: str, values: Sequence[float], cpu: Sequence[float] = (), aim: float = 0.0
) -> Figure:
    """Put values into one figure."""
    return Figure(
        name,
        unit,
        len(values),
        round(statistics.median(values), 2),
        round(share(values, 0.99), 2),
        round(max(values), 2),
        aim,
        cpu=round(statistics.median(cpu), 2) if cpu else 0.0,
        load=round(os.getloadavg()[0], 1),
    )


def share(values: Sequence[float], part: float) -> float:
    """The value that this part of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def tell(*figures: Figure) -> None:
    """Print each figure as one line, and keep it in the file beside those of other runs."""
    OUT.parent.mkdir(parents=True, exist_ok=True)
    kept = json.loads(OUT.read_text(encoding="utf-8")) if OUT.is_file() else []
    names = {one.name for one in figures}
    kept = [one for one in kept if one["name"] not in names] + [asdict(one) for one in figures]
    OUT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    for one in figures:
        print(line(one), flush=True)


def line(one: Figure) -> str:
    """One figure as a line of the table."""
    values = f"median {one.median:>9,.2f}  p99 {one.p99:>9,.2f}  max {one.worst:>9,.2f} {one.unit}"
    spent = f"  cpu {one.cpu:,.2f}" if one.cpu else ""
    aim = f"aim under {one.aim:g}: {'met' if one.p99 < one.aim else 'MISSED'}" if one.aim else ""
    words = [f"n={one.runs}", aim, one.beside, one.how]
    told = "; ".join(word for word in words if word)
    return f"{one.name:<40} {values}{spent}  ({told}; load {one.load})"


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the wall, seconds of the processor (children too)."""

    wall: float
    cpu: float


def timed(work: Callable[[], T]) -> tuple[Spent, T]:
    """Do it once; what it took and what came of it."""
    wall, cpu = time.perf_counter(), _cpu()
    result = work()
    return Spent(time.perf_counter() - wall, _cpu() - cpu), result


def resident(process: int) -> float:
    """Megabytes of memory that a process holds now, with what it shares (RSS)."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)

"""Whether the screen stays quick while half a gigabyte of content comes in."""

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.benchmarks.conftest import MANY
from tests.benchmarks.figures import figure, tell
from tests.benchmarks.worlds import World
from tests.journeys.circle import HOUSE, program

AIM = 100.0
"""Milliseconds for a touch, also now."""
NICE = ("nice", "-n", "15")
"""As deploy/systemd/signpost-mailroom.service has it: the screen comes first."""
SLOWER = 1.5
"""How many times longer the middle touch may take than with nothing beside it."""


def test_touching_while_everything_comes_in(large_office: World, tmp_path: Path) -> None:
    office = large_office
    office.put_back(office.shown)

    told = _touched(office, tmp_path / "touched.json")

    office.put_back(office.untaken)
    alone, meanwhile = (_milliseconds(told[name]) for name in ("alone", "meanwhile"))
    slower = statistics.median(meanwhile) / statistics.median(alone)
    drawn = figure(f"touch while {MANY:,} come in", "ms", meanwhile, _cpu(told["meanwhile"]), AIM)
    bare = figure("", "ms", alone, _cpu(told["alone"]))
    beside = (
        f"the same touches alone: {bare.median:.0f} ms, p99 {bare.p99:.0f} (cpu {bare.cpu:.0f})"
    )
    tell(
        replace(drawn, beside=beside),
        figure("touches meanwhile, times longer", "x", [slower], aim=SLOWER),
    )
    assert len(meanwhile) > len(alone) // 4


def _milliseconds(touched: Sequence[dict[str, Any]]) -> list[float]:
    return [float(one["release"]) for one in touched]


def _cpu(touched: Sequence[dict[str, Any]]) -> list[float]:
    return [float(one["cpu"]) for one in touched]


def _touched(world: World, out: Path) -> dict[str, list[dict[str, Any]]]:
    name, *words = map(str, world.taking_in)
    ours = (sys.executable, "-m", "tests.benchmarks.meanwhile")
    beside = (*NICE, program(name))
    subprocess.run(
        [*ours, "--data", str(world.circle.data), "--out", str(out), "--", *beside, *words],
        cwd=HOUSE,
        check=True,
        timeout=600,
    )
    told: dict[str, list[dict[str, Any]]] = json.loads(out.read_text(encoding="utf-8"))
    return told

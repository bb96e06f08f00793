"""How long a person waits for the screen: any touch, a search key, Send."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.benchmarks.figures import Figure, figure, tell
from tests.benchmarks.worlds import PEOPLE, World
from tests.journeys.circle import HOUSE

TOUCHES = 400
SLOWEST = 8
"""Touches that are named: one in a hundred, and as many again."""
HOW = "1280x800, software drawing, touch handed to Kivy until the frame is drawn (glFinish)"


def test_touching(world: World, tmp_path: Path) -> None:
    told = _visited(world, tmp_path / "touched.json")
    touched, name = told["touched"], world.name
    keys = [one for one in touched if one["kind"] == "search key"]
    sent = [one for one in touched if one["kind"] == "send"]
    slowest = sorted(touched, key=lambda one: float(one["release"]), reverse=True)[:SLOWEST]
    slow = ", ".join(
        f"{one['kind']} {one['release']:.0f} (cpu {one['cpu']:.0f})" for one in slowest
    )
    drawn = _figure(f"touch to next screen, {name}", touched, "release", 100)
    pressed = _figure(f"press to pressed button, {name}", touched, "press", 100)
    closed = [one for one in touched if one["kind"] == "close and hide"]
    emptied = _figure(f"Close and hide to empty screen, {name}", closed, "release", 100)
    searched = _figure(f"search key to results, {name}", keys, "release", 100)
    saved = figure(
        f"Send to row committed, {name}", "ms", [one["committed"] for one in sent], aim=50
    )
    after = figure(f"memory of the screen after, {name}", "MB", [told["after_mb"]], aim=300)

    tell(
        replace(drawn, how=f"{HOW}; slowest: {slow}"),
        replace(pressed, how=HOW),
        replace(searched, how=HOW),
        replace(emptied, how=HOW),
        replace(saved, how="sealed, one transaction, FULL sync"),
        replace(after, how=f"RSS after {len(touched)} touches, {told['rest_mb']:.0f} MB before"),
    )
    assert all(one["settled"] for one in touched if one["kind"] != "sign in checked")


def _figure(name: str, touched: list[dict[str, Any]], what: str, aim: float) -> Figure:
    cpu = {"release": "cpu", "press": "press_cpu"}[what]
    values = [float(one[what]) for one in touched]
    return figure(name, "ms", values, [float(one[cpu]) for one in touched], aim)


def _visited(world: World, out: Path) -> dict[str, Any]:
    people = {number: world.circle.pin_of(number) for number in PEOPLE}
    words = ("--touches", str(TOUCHES), "--people", json.dumps(people), "--out", str(out))
    subprocess.run(
        [*(sys.executable, "-m", "tests.benchmarks.visiting"), "--data", world.circle.data, *words],
        cwd=HOUSE,
        check=True,
        timeout=600,
    )
    told: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return told

"""Runs a real command, and looks at how much memory and time it took."""

import subprocess
import sys
import time
from pathlib import Path

from tests.journeys.circle import program

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes that a program may hold at once: what the mailroom's unit allows."""
LONGEST = 240.0
"""Seconds for any one command, on a slow and busy machine; the aim stands in the benchmarks."""

WATCH = """
import resource, subprocess, sys
code = subprocess.call(sys.argv[2:])
with open(sys.argv[1], "w") as file:
    file.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
sys.exit(code)
"""
"""A small program between us: the system counts what a parent holds to its child."""


def within_bounds(folder: Path, name: str, *words: str | Path, most: int = MOST_MEMORY) -> None:
    """Run a command to its end; it must be right, small and not for ever."""
    began = time.monotonic()
    watched = [sys.executable, "-I", "-c", WATCH, folder / "held", program(name), *words]
    done = subprocess.run(
        [str(word) for word in watched], capture_output=True, text=True, check=False
    )
    took = time.monotonic() - began
    assert done.returncode == 0, done.stdout + done.stderr
    held = int((folder / "held").read_text(encoding="ascii")) * 1024
    sys.stdout.write(f"{name} {words[0]}: {held >> 20} MB, {took:.1f} s\n")
    assert held < most, (name, words[0], held)
    assert took < LONGEST, (name, took)

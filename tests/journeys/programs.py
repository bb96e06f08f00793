"""Programs that run on a display until a test is over."""

import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.architecture.house import HOUSE
from tests.journeys.circle import program
from tests.journeys.xserver import SIZE, XServer


def the_kiosk(data: Path) -> list[str]:
    """The command as it is installed."""
    size = f"{SIZE[0]}x{SIZE[1]}"
    return [str(program("signpost-kiosk")), "run", "--data", str(data), "--size", size]


@contextmanager
def running(
    x: XServer,
    words: Sequence[str],
    folder: Path = HOUSE,
    environment: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[str]]:
    """A program on the display, until the test is over."""
    process = subprocess.Popen(
        words,
        cwd=folder,
        env={**x.environment(), **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        print(process.communicate()[0])


def first_picture(x: XServer) -> bytes:
    """What a program shows once it has drawn; the display itself is black."""
    return x.wait_for(lambda now: now.count(0) < len(now) // 2)

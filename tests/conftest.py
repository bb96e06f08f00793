"""What every test may ask for, under the same closed environment as the kiosk."""

import os

from kiosk import lockdown

lockdown.clean_environment()
os.environ["SDL_VIDEODRIVER"] = "offscreen"

import gc
import tempfile
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

EVERY_POINT = "--every-point"
SAMPLE = 10
LONGEST = (
    "test_audit.py", "test_broken_rounds.py", "test_tour.py", "test_close_and_hide.py",
    "test_forgetting.py", "test_picture_story.py", "test_schedules.py", "test_pseudo.py",
)  # fmt: skip
"""Files of a quarter of a minute and more: a process that begins one last works on alone."""
HABITS = gc.get_threshold()
"""When Python looks by itself for what nobody needs any more."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        EVERY_POINT,
        action="store_true",
        help="break things at every point, not at every tenth (`make faults`)",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; the others stay as they are."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish() -> None:
    """Leave what stands now alone: thousands of tests are looked through no more."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="module")
def tidied() -> Iterator[None]:
    """Clear up after each file: a whole kiosk changes Python's habits, widgets hold each other."""
    yield
    tempfile.tempdir = None
    gc.set_threshold(*HABITS)
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def every_point(request: pytest.FixtureRequest) -> bool:
    """Whether this run has the time to break things everywhere."""
    return bool(request.config.getoption(EVERY_POINT))


@pytest.fixture(scope="session")
def sample(every_point: bool) -> Callable[[Sequence[Any]], list[Any]]:
    """Every tenth of these points, with the first and the last; all of them in `make faults`."""

    def take(points: Sequence[Any]) -> list[Any]:
        if every_point:
            return list(points)
        return [p for n, p in enumerate(points) if n % SAMPLE == 0 or n == len(points) - 1]

    return take


@pytest.fixture
def stage() -> Iterator[Any]:
    """A real Kivy window, off screen, that a test can touch."""
    from tests.stage import Stage

    stage = Stage()
    yield stage
    stage.clear()

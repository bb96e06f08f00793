"""A warm process for all trials of a run, and a place where the disk costs nothing."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.rig import Nursery

IN_MEMORY = Path("/dev/shm")  # noqa: S108 - each test makes its own folder in it


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


def a_room() -> Path:
    """A folder in memory where there is one: calls are counted here, no platter is waited for."""
    return Path(tempfile.mkdtemp(dir=IN_MEMORY if IN_MEMORY.is_dir() else None))


@pytest.fixture
def room() -> Iterator[Path]:
    folder = a_room()
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def shared_room() -> Iterator[Path]:
    folder = a_room()
    yield folder
    shutil.rmtree(folder)

"""A warm process for all trials of a run."""

from collections.abc import Iterator

import pytest

from tests.faults.rig import Nursery


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()

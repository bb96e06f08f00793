"""Worlds that benchmarks share, each made once."""

from pathlib import Path

import pytest

from tests.benchmarks.worlds import World, an_office

FEW, MANY = 0, 60_000
"""Entries that are generated beside the hundred of the demonstration."""


@pytest.fixture(scope="session")
def small_office(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A stick with the demonstration, and a kiosk that has not seen it."""
    return an_office(tmp_path_factory.mktemp("small"), FEW)


@pytest.fixture(scope="session")
def large_office(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A stick with 60,000 entries, and a kiosk that has not seen it."""
    return an_office(tmp_path_factory.mktemp("large"), MANY)


@pytest.fixture(scope="session")
def small(small_office: World) -> World:
    """A kiosk with the demonstration alone."""
    return _taken_in(small_office)


@pytest.fixture(scope="session")
def large(large_office: World) -> World:
    """A kiosk with 60,000 entries."""
    return _taken_in(large_office)


@pytest.fixture(params=["small", "large"])
def world(request: pytest.FixtureRequest) -> World:
    """Each of the two kiosks in turn."""
    found: World = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def notify(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where systemd would listen."""
    return tmp_path_factory.mktemp("notify") / "socket"


def _taken_in(world: World) -> World:
    if not any((world.circle.data / "catalogue").iterdir()):
        world.take_in()
    return world

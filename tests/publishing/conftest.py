"""A publishing house for every test of this folder."""

from pathlib import Path

import pytest

from tests.builders.publishing import House, a_house


@pytest.fixture
def house(tmp_path: Path) -> House:
    return a_house(tmp_path)

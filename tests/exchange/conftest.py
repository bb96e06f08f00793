"""A publishing side, an empty stick, a kiosk that knows the publishing side's root."""

from pathlib import Path

import pytest

from tests.builders.exchange import a_publisher
from tests.builders.publisher import Publisher
from tests.builders.trusting import TrustingKiosk


@pytest.fixture
def publisher() -> Publisher:
    return a_publisher()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def kiosk(tmp_path: Path, publisher: Publisher) -> TrustingKiosk:
    return TrustingKiosk(tmp_path, publisher.roots[0])

"""An office that knows one kiosk, for every test of the desks that wants no other."""

from pathlib import Path

import pytest

from admin_tools.records.database import Records
from tests.builders.office import (
    WingKiosk,
    an_office,
    registered,
)


@pytest.fixture
def kiosk() -> WingKiosk:
    return WingKiosk()


@pytest.fixture
def records(tmp_path: Path, kiosk: WingKiosk) -> Records:
    return registered(an_office(tmp_path), kiosk)

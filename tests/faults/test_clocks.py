"""The clock is wrong by decades; content stays, requests are saved, sticks are taken."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.architecture.house import HOUSE
from tests.builders.exchange import SUNDAY, a_publisher, an_entry
from tests.builders.kiosks import an_enrolled_kiosk, ask, looked
from tests.builders.publisher import ISSUED
from tests.builders.small_office import SmallOffice, bundles_on
from tests.builders.sticks import a_wing_stick
from tests.faults.rig import Nursery

pytestmark = pytest.mark.faults
CLOCKS = (
    "1970-01-02T00:00:00+00:00",
    "2000-01-01T00:00:00+00:00",
    "2038-01-19T03:14:08+00:00",
    "2040-01-01T00:00:00+00:00",
    "9999-12-31T23:59:59+00:00",
)


@pytest.fixture
def data(room: Path, nursery: Nursery) -> Path:
    data = an_enrolled_kiosk(room / "data")
    assert nursery.run("visit", data=data, stick=a_wing_stick(room / "first")).status == 0
    ask(data, "one")
    return data


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_stick_is_taken_whatever_the_clock_says(
    clock: str, data: Path, room: Path, nursery: Nursery
) -> None:
    publisher = a_publisher(an_entry(title="New title"))
    publisher.version, publisher.issued = 1, ISSUED + timedelta(days=30)
    mount = a_wing_stick(room / "second", publisher)

    ended = nursery.run("visit", data=data, stick=mount, now=clock)

    assert (ended.status, looked(data).version) == (0, 2)
    (bundle,) = bundles_on(mount)
    assert bundle.header.day == publisher.issued.date()
    office = SmallOffice()
    office.collect(mount)
    assert len(office.items) == 1


@pytest.mark.parametrize("clock", CLOCKS)
def test_older_content_is_refused_whatever_the_clock_says(
    clock: str, data: Path, room: Path, nursery: Nursery
) -> None:
    newer = a_publisher()
    newer.version = 6
    nursery.run("visit", data=data, stick=a_wing_stick(room / "newer", newer), now=clock)

    ended = nursery.run("visit", data=data, stick=room / "first", now=clock)

    assert ended.said["notes"] == ["content-older"]
    assert looked(data).version == 7


def test_a_publication_from_a_wrong_clock_cannot_poison_the_time(
    data: Path, room: Path, nursery: Nursery
) -> None:
    publisher = a_publisher()
    publisher.version, publisher.issued = 1, ISSUED + timedelta(days=900)

    ended = nursery.run("visit", data=data, stick=a_wing_stick(room / "second", publisher))

    assert (ended.status, ended.said["code"]) == (3, "content-date-wrong")


def test_the_real_command_works_in_the_year_2040(data: Path, room: Path) -> None:
    mount = a_wing_stick(room / "second")
    command = [sys.executable, "-m", "kiosk.assembly.mailroom", "run", "--once", "--json"]

    done = subprocess.run(
        ["faketime", "2040-01-01", *command, "--data", data, "--stick", mount],
        cwd=HOUSE,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["counts"] == {"pages": 0, "requests": 1}
    (bundle,) = bundles_on(mount)
    assert bundle.header.day == SUNDAY
    at = json.loads((data / "run/progress.json").read_text(encoding="utf-8"))["at"]
    assert datetime.fromisoformat(at).astimezone(UTC).year == 2040

"""The real command: what it says, how it ends, what it does while it waits."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.assembly.mailroom import main
from kiosk.mailroom.turn import only_one
from tests.architecture.house import HOUSE
from tests.builders.kiosks import an_enrolled_kiosk, ask, looked
from tests.builders.small_office import bundles_on
from tests.builders.sticks import a_wing_stick
from tests.faults.rig import Nursery

COMMAND = [sys.executable, "-m", "kiosk.assembly.mailroom", "run"]
PATIENCE = 20.0
"""Seconds that a busy machine may take over what needs half of one."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return an_enrolled_kiosk(tmp_path / "data")


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, words)], cwd=HOUSE, capture_output=True, text=True, check=False
    )


def test_it_says_in_one_plain_sentence_that_it_is_done(data: Path, tmp_path: Path) -> None:
    done = run("--data", data, "--stick", a_wing_stick(tmp_path / "stick"), "--once")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Everything is done. Take the stick out.\n"


def test_it_says_in_one_plain_sentence_why_a_stick_was_turned_away(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick/beach.jpg").touch()

    ended = nursery.run("visit", data=data, stick=tmp_path / "stick")

    assert (ended.status, ended.said["code"]) == (3, "not-our-stick")
    assert ended.said["sentence"].startswith("This stick has other files")


def test_a_folder_where_no_kiosk_is_enrolled_is_said_plainly(
    tmp_path: Path, nursery: Nursery
) -> None:
    ended = nursery.run("visit", data=tmp_path / "nothing", stick=tmp_path)

    assert (ended.status, ended.said["code"]) == (3, "kiosk-not-enrolled")


def test_a_second_mailroom_waits_a_moment_then_says_so(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    with only_one(data):
        ended = nursery.run("visit", data=data, stick=tmp_path)

    assert (ended.status, ended.said["code"]) == (3, "stick-busy")


@pytest.mark.parametrize(
    "words", [("--stick", "x"), ("--watch", "x", "--once"), (), ("--stick", "x", "--watch", "x")]
)
def test_wrong_use_ends_with_two(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["run", "--data", "x", *words])

    assert ended.value.code == 2


def test_a_round_never_loads_kivy(data: Path, tmp_path: Path) -> None:
    mount = a_wing_stick(tmp_path / "stick")
    program = (
        "import sys; from kiosk.assembly.mailroom import main; code = main(sys.argv[1:]);"
        "sys.exit(99 if 'kivy' in sys.modules else code)"
    )
    words = ["run", "--data", str(data), "--stick", str(mount), "--once"]

    done = subprocess.run([sys.executable, "-c", program, *words], cwd=HOUSE, check=False)

    assert done.returncode == 0


@pytest.fixture
def waiting(data: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A mailroom that waits for sticks in `slot`."""
    (tmp_path / "slot").mkdir()
    words = ["--data", str(data), "--watch", str(tmp_path / "slot"), "--json"]
    process = subprocess.Popen(
        [*COMMAND, *words], cwd=HOUSE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    until_step(data, "idle")
    yield process
    process.kill()
    process.communicate()


def until_step(data: Path, step: str) -> dict[str, object]:
    """Poll as the screen does, until the mailroom says this."""
    end = time.monotonic() + PATIENCE
    shown: dict[str, object] = {}
    while time.monotonic() < end:
        if (data / "run/progress.json").exists():
            shown = json.loads((data / "run/progress.json").read_text(encoding="utf-8"))
            if shown["step"] == step:
                return shown
        time.sleep(0.02)
    pytest.fail(f"the mailroom never said {step}, only {shown}")


def test_a_waiting_mailroom_takes_a_stick_each_time_it_is_put_in(
    data: Path, tmp_path: Path, waiting: subprocess.Popen[str]
) -> None:
    stick, slot = a_wing_stick(tmp_path / "stick"), tmp_path / "slot/SIGNPOST"
    ask(data, "one")

    (stick / "SIGNPOST").rename(slot)
    done = until_step(data, "done")
    assert done["stick"] == 7
    assert done["counts"] == {"pages": 1, "requests": 1}

    slot.rename(stick / "SIGNPOST")
    until_step(data, "idle")
    ask(data, "two")
    (stick / "SIGNPOST").rename(slot)
    assert until_step(data, "done")["counts"] == {"pages": 0, "requests": 2}
    assert [bundle.header.seq for bundle in bundles_on(tmp_path / "slot")] == [1, 2]

    waiting.send_signal(signal.SIGTERM)
    said, errors = waiting.communicate(timeout=PATIENCE)
    assert (waiting.returncode, errors) == (0, "")
    assert [json.loads(line)["step"] for line in said.splitlines()] == ["done", "done"]


@pytest.mark.usefixtures("waiting")
def test_a_waiting_mailroom_shows_holiday_photos_the_door(data: Path, tmp_path: Path) -> None:
    (tmp_path / "slot/beach.jpg").touch()

    shown = until_step(data, "refused")

    assert (shown["code"], shown["stick"]) == ("not-our-stick", 0)
    (tmp_path / "slot/beach.jpg").unlink()
    until_step(data, "idle")


@pytest.mark.usefixtures("waiting")
def test_a_waiting_mailroom_keeps_ballast(data: Path) -> None:
    end = time.monotonic() + PATIENCE
    while not (data / "ballast").exists() and time.monotonic() < end:
        time.sleep(0.02)

    assert (data / "ballast").stat().st_size == 16 * 1024 * 1024


def test_a_mailroom_that_was_killed_starts_again_with_the_stick_still_in(
    data: Path, tmp_path: Path, waiting: subprocess.Popen[str]
) -> None:
    a_wing_stick(tmp_path / "slot")
    waiting.kill()
    waiting.wait()
    began = time.monotonic()

    again = subprocess.Popen(
        [*COMMAND, "--data", str(data), "--watch", str(tmp_path / "slot")],
        cwd=HOUSE,
        stdout=subprocess.DEVNULL,
    )

    try:
        until_step(data, "done")
        assert time.monotonic() - began < PATIENCE
        assert looked(data).version == 1
    finally:
        again.kill()
        again.wait()


def test_a_fault_that_nobody_foresaw_is_told_by_its_kind_alone(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    with closing(sqlite3.connect(data / "kiosk.db")) as db, db:
        db.execute("DELETE FROM standing")
    mount = a_wing_stick(tmp_path / "stick")

    ended = nursery.run("visit", data=data, stick=mount)

    assert (ended.status, ended.said["code"]) == (4, "fault")
    with closing(sqlite3.connect(data / "kiosk.db")) as db:
        lines = db.execute("SELECT kind, facts FROM register").fetchall()
    assert lines == [("fault", '{"type":"NoResultFound"}')]

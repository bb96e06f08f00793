import os
import signal
import time
from pathlib import Path

import pytest

from kiosk.mailroom.limited import ChildStopped, Limits, in_child

pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")
SMALL = Limits(memory=64 * 1024 * 1024, cpu=1, seconds=5.0, file=1024 * 1024)


def test_a_child_hands_back_its_answer() -> None:
    assert in_child(lambda: {"pid": os.getpid() != os.getppid()}, SMALL) == {"pid": True}


def test_the_child_is_another_process() -> None:
    assert in_child(lambda: {"pid": os.getpid()}, SMALL)["pid"] != os.getpid()


def test_a_child_that_wants_too_much_memory_is_stopped() -> None:
    with pytest.raises(ChildStopped, match="too much memory"):
        in_child(lambda: {"size": len(bytearray(2**30))}, SMALL)


def test_a_child_that_computes_for_ever_is_stopped() -> None:
    def forever() -> dict[str, int]:
        while True:
            pass

    with pytest.raises(ChildStopped, match="computed too long"):
        in_child(forever, SMALL)


def test_a_child_that_waits_for_ever_is_stopped() -> None:
    def asleep() -> dict[str, int]:
        time.sleep(60)
        return {}

    with pytest.raises(ChildStopped, match="took too long"):
        in_child(asleep, Limits(seconds=0.2))


def test_who_has_more_to_do_has_more_time() -> None:
    more = Limits(cpu=60, seconds=60.0).to_do(96_000_000, 500_000)

    assert (more.cpu, more.seconds) == (252, 252.0)
    assert more.memory == Limits().memory


def test_a_child_that_crashes_says_nothing_and_ends_nothing_else() -> None:
    with pytest.raises(ChildStopped, match="ended with"):
        in_child(lambda: {"never": 1 // 0}, SMALL)


def test_a_child_that_writes_for_ever_is_stopped(tmp_path: Path) -> None:
    def writes() -> dict[str, int]:
        with (tmp_path / "big").open("wb") as file:
            while True:
                file.write(bytes(65536))

    with pytest.raises(ChildStopped):
        in_child(writes, SMALL)
    assert (tmp_path / "big").stat().st_size <= SMALL.file


def test_a_child_does_not_outlive_a_killed_mailroom(tmp_path: Path) -> None:
    def waits() -> dict[str, int]:
        (tmp_path / "part").write_text(str(os.getpid()), encoding="utf-8")
        (tmp_path / "part").rename(tmp_path / "pid")
        time.sleep(60)
        return {}

    mailroom = os.fork()
    if mailroom == 0:
        in_child(waits, Limits())
    while not (tmp_path / "pid").exists():
        time.sleep(0.01)
    child = Path("/proc") / (tmp_path / "pid").read_text(encoding="utf-8")

    os.kill(mailroom, signal.SIGKILL)
    os.waitpid(mailroom, 0)

    end = time.monotonic() + 5
    while is_alive(child) and time.monotonic() < end:
        time.sleep(0.01)
    assert not is_alive(child)


def is_alive(process: Path) -> bool:
    try:
        state = (process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"

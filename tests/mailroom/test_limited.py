import os
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

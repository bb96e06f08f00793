import os
import signal
import time
from pathlib import Path

import pytest

from kiosk.mailroom.turn import MailroomBusy, only_one

pytestmark = pytest.mark.filterwarnings("ignore:.*use of fork:DeprecationWarning")


def test_a_second_mailroom_is_turned_away_with_a_plain_sentence(tmp_path: Path) -> None:
    with (
        only_one(tmp_path),
        pytest.raises(MailroomBusy, match="already running"),
        only_one(tmp_path, wait=0.1),
    ):
        pass


def test_the_turn_is_free_again_afterwards(tmp_path: Path) -> None:
    with only_one(tmp_path):
        pass
    with only_one(tmp_path, wait=0):
        assert list(tmp_path.iterdir()) == []


def test_a_killed_mailroom_leaves_the_turn_free(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        with only_one(tmp_path):
            (tmp_path / "holding").touch()
            time.sleep(60)
    while not (tmp_path / "holding").exists():
        time.sleep(0.01)

    os.kill(child, signal.SIGKILL)

    with only_one(tmp_path, wait=2):
        os.waitpid(child, 0)

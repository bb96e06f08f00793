"""The kiosk's own command."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders.screens import a_kiosk_folder

KIOSK = [sys.executable, "-m", "kiosk"]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KIOSK, *words],
        env={**os.environ, "SDL_VIDEODRIVER": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_folder_that_is_no_kiosk_is_refused_with_a_sentence(tmp_path: Path) -> None:
    done = run("run", "--data", str(tmp_path))

    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert done.stderr.strip().endswith(".")


@pytest.mark.parametrize("size", ["0x0", "large", "1920"])
def test_a_size_that_is_none_is_wrong_use(tmp_path: Path, size: str) -> None:
    assert run("run", "--data", str(tmp_path), "--size", size).returncode == 2


def test_the_screen_runs_until_it_is_told_to_stop(tmp_path: Path) -> None:
    data = a_kiosk_folder(tmp_path / "kiosk", content=False)
    address = str(tmp_path / "ready")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as ready:
        ready.bind(address)
        ready.settimeout(120)
        process = subprocess.Popen(
            [*KIOSK, "run", "--data", str(data), "--size", "1280x800"],
            env={**os.environ, "SDL_VIDEODRIVER": "offscreen", "NOTIFY_SOCKET": address},
            stderr=subprocess.PIPE,
            text=True,
        )
        assert ready.recv(64) == b"READY=1"

    process.terminate()
    _, said = process.communicate(timeout=30)

    assert process.returncode == 0
    assert "fault" not in said
    assert "Traceback" not in said

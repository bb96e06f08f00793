"""Recordings are really decoded, and really made quieter and slower."""

import subprocess
import wave
from pathlib import Path
from tempfile import TemporaryFile

import pytest

from kiosk.speech.play import NOT_PLAYABLE, NOTHING_HEARD
from kiosk.speech.program import PLAY
from tests.builders.pictures import a_png
from tests.builders.sounds import an_opus
from tests.builders.spoken import OPUS, VORBIS, spoken

HELLO = "Housing help. We help you keep your home."


def played(data: bytes, *arguments: str) -> int:
    with TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        return subprocess.run((*PLAY, *arguments), stdin=file, timeout=30, check=False).returncode


def heard(data: bytes, folder: Path, speed: int = 100, loudness: int = 100) -> tuple[float, int]:
    """How many seconds, how loud at its loudest."""
    to = folder / "heard.wav"
    assert played(data, str(speed), str(loudness), str(to)) == 0
    with wave.open(str(to)) as sound:
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
        return sound.getnframes() / sound.getframerate(), max(map(abs, samples))


@pytest.mark.parametrize("kind", [VORBIS, OPUS], ids=["vorbis", "opus"])
def test_a_recording_is_heard(kind: int, tmp_path: Path) -> None:
    seconds, loudest = heard(spoken(HELLO, kind), tmp_path)

    assert 2 < seconds < 6
    assert loudest > 20_000


def test_slower_takes_longer(tmp_path: Path) -> None:
    usual, _ = heard(spoken(HELLO), tmp_path)
    slow, _ = heard(spoken(HELLO), tmp_path, speed=73)

    assert 1.25 < slow / usual < 1.5


def test_a_quarter_of_the_loudness_is_a_quarter(tmp_path: Path) -> None:
    _, loud = heard(spoken(HELLO), tmp_path)
    _, quiet = heard(spoken(HELLO), tmp_path, loudness=25)

    assert 0.2 < quiet / loud < 0.3


def test_silence_is_not_made_loud(tmp_path: Path) -> None:
    _, loudest = heard(an_opus(1.0), tmp_path)

    assert loudest < 400


@pytest.mark.parametrize(
    "data",
    [b"", b"OggS", an_opus()[:60], a_png(), b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40)],
    ids=["nothing", "a mark", "cut short", "a picture", "a wav"],
)
def test_what_cannot_be_decoded_says_so(data: bytes, tmp_path: Path) -> None:
    assert played(data, "100", "100", str(tmp_path / "heard.wav")) == NOT_PLAYABLE


def test_a_device_takes_all_of_it() -> None:
    assert played(spoken(HELLO), "100", "100", "null") == 0


def test_without_a_device_it_says_so() -> None:
    assert played(spoken(HELLO), "100", "100", "no-such-device") == NOTHING_HEARD

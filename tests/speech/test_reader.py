"""The voice: real espeak-ng writing WAV files, a slow program where time matters."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.speech.program import Program
from kiosk.speech.reader import LOUDNESSES, PACES, Piece, Reader
from kiosk.speech.survey import Silence
from kiosk.speech.voices import VOICES
from tests.builders.voice import (
    ALL,
    HELLO,
    MORE,
    Room,
    is_gone,
    is_running,
    peak,
    pid_of,
    seconds,
    started,
    until,
)


def test_what_is_read_is_heard_piece_by_piece(room: Room) -> None:
    room.begin(HELLO, MORE)
    room.finish()

    first, second = room.sounds()
    assert 1.5 < seconds(first) < 6
    assert 0.4 < seconds(second) < seconds(first)


@pytest.mark.parametrize("language", VOICES)
def test_every_language_with_a_voice_is_heard(room: Room, language: str) -> None:
    room.begin(Piece("K7-4QX-92, 116 123", language))
    room.finish()

    assert room.reader.silence is Silence.NONE
    assert seconds(room.sounds()[0]) > 3


def test_a_language_without_a_voice_is_passed_over(room: Room) -> None:
    room.begin(Piece("ئەم شاشەیە", "ckb"))

    assert not room.reader.is_on


def test_slowly_takes_longer(room: Room) -> None:
    room.begin(HELLO)
    room.finish()
    room.reader.change_pace(0)
    room.begin(HELLO)
    room.finish()

    usual, slowly = room.sounds()
    assert seconds(slowly) > 1.2 * seconds(usual)


def test_louder_is_louder(room: Room) -> None:
    room.begin(HELLO)
    room.finish()
    room.reader.change_loudness(0)
    room.begin(HELLO)
    room.finish()

    quiet, loud = (peak(file) for file in room.sounds())
    assert loud > 1.3 * quiet


def test_each_person_begins_quietly_at_the_usual_pace(slow: Room) -> None:
    slow.begin(HELLO)
    started(slow, 0)
    slow.reader.change_loudness(0)
    slow.reader.change_pace(0)
    started(slow, 1)
    assert f"-s {PACES[1]} -a {LOUDNESSES[1]}" in (slow.folder / "told1").read_text()

    slow.reader.forget()
    slow.begin(HELLO)
    started(slow, 2)

    assert f"-s {PACES[0]} -a {LOUDNESSES[0]}" in (slow.folder / "told2").read_text()


def test_the_text_is_never_on_the_command_line_and_the_child_knows_nothing_of_us(
    slow: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_SECRET", "xyzzy")
    slow.begin(Piece("Hidden words", "en"))
    started(slow, 0)

    commands = Path(f"/proc/{pid_of(slow)}/cmdline").read_bytes()
    assert b"Hidden" not in commands
    assert "Hidden" not in (slow.folder / "told0").read_text()
    assert (slow.folder / "text0").read_text() == "Hidden words"
    assert "xyzzy" not in (slow.folder / "env").read_text()


def test_stopping_ends_the_child_at_once_and_leaves_no_zombie(slow: Room) -> None:
    slow.begin(HELLO, MORE)
    started(slow, 0)
    pid = pid_of(slow)

    begun = time.monotonic()
    slow.reader.stop()
    assert time.monotonic() - begun < 0.05
    until(lambda: not is_running(pid), slow.poll)

    assert not slow.reader.is_on
    assert not (slow.folder / "text1").exists()


def test_closing_leaves_nothing_running(slow: Room) -> None:
    slow.begin(HELLO)
    started(slow, 0)
    pid = pid_of(slow)

    slow.reader.close()

    assert not is_running(pid)


def test_a_pause_is_silent_until_the_piece_is_said_again(slow: Room) -> None:
    slow.begin(HELLO, MORE)
    started(slow, 0)

    slow.reader.pause()
    until(lambda: slow.reader._going is None, slow.poll)
    slow.poll()
    assert slow.reader.is_paused
    assert slow.reader._child is None

    slow.reader.carry_on(time.monotonic())
    started(slow, 1)
    assert (slow.folder / "text1").read_text() == HELLO.text
    assert slow.reader.piece == HELLO


def test_a_new_page_waits_until_the_old_voiceis_gone(slow: Room) -> None:
    slow.begin(HELLO)
    started(slow, 0)

    slow.begin(MORE)
    assert slow.reader._child is None, "there would be two voices"

    started(slow, 1)
    assert (slow.folder / "text1").read_text() == MORE.text


def test_a_program_that_hangs_is_given_up(slow: Room) -> None:
    slow.begin(HELLO)
    started(slow, 0)

    slow.reader.poll(time.monotonic() + 3600)

    assert slow.reader.silence is Silence.NO_ANSWER
    assert not slow.reader.is_on


def test_a_sound_device_that_is_pulled_out_ends_it_without_a_crash() -> None:
    reader = Reader(Program())
    reader.voices = ALL
    if Path("/dev/snd").exists():
        pytest.skip("this machine can be heard")
    reader.begin((HELLO,), time.monotonic())
    until(lambda: not reader.is_on, lambda: reader.poll(time.monotonic()))

    assert reader.silence is Silence.NO_SOUND


def test_the_voice_dies_with_a_screen_that_is_killed(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    screen = (
        "import sys, time; from pathlib import Path; from kiosk.speech.program import *\n"
        "child = Program(Path(sys.argv[1])).say('Hello', Manner('cy', 150, 50))\n"
        "print(child.pid, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", screen, program], stdout=subprocess.PIPE)
    assert parent.stdout is not None
    with parent, parent.stdout:
        pid = int(parent.stdout.readline())
        until(lambda: b"sleep" in Path(f"/proc/{pid}/cmdline").read_bytes())
        parent.kill()

    until(lambda: is_gone(pid))

"""The voice: real espeak-ng writing WAV files, a slow program where time matters."""

import os
import struct
import subprocess
import sys
import time
import wave
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.speech.program import Program
from kiosk.speech.reader import LOUDNESSES, PACES, Piece, Reader, Recorded
from kiosk.speech.survey import Silence, Survey
from kiosk.speech.voices import VOICES, Voices, language_of, voices_in
from tests.builders.sounds import an_opus
from tests.builders.spoken import spoken

ALL = Voices(frozenset(VOICES.values()))
HELLO = Piece("Hello there, this screen can read to you.", "en", "first")
MORE = Piece("There is more.", "en", "second")


def until(is_so: Callable[[], bool], poll: Callable[[], object] = lambda: None) -> None:
    """Look again and again, for five seconds at most."""
    end = time.monotonic() + 5
    while not is_so():
        assert time.monotonic() < end, "it took too long"
        poll()
        time.sleep(0.005)


def seconds(file: Path) -> float:
    with wave.open(str(file)) as sound:
        return float(sound.getnframes() / sound.getframerate())


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


class Room:
    """A reader with a program that notes what it was told."""

    def __init__(self, folder: Path, program: Path | None = None) -> None:
        self.folder = folder
        self.reader = Reader(Program(program, folder) if program else Program(folder=folder))
        self.reader.voices = ALL

    def poll(self) -> None:
        self.reader.poll(time.monotonic())

    def begin(self, *pieces: Piece) -> None:
        self.reader.begin(pieces, time.monotonic())

    def sounds(self) -> list[Path]:
        return sorted(self.folder.glob("*.wav"))

    def finish(self) -> None:
        until(lambda: not self.reader.is_on, self.poll)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path)
    yield room
    room.reader.close()


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Room]:
    """A program that notes its words, its environment and its text, then takes a minute."""
    program = tmp_path / "program"
    program.write_text(
        "#!/bin/sh\n"
        f'n=$(ls {tmp_path} | grep -c told)\nenv > {tmp_path}/env\necho "$@" > {tmp_path}/told$n\n'
        f"cat > {tmp_path}/text$n\nexec sleep 60\n"
    )
    program.chmod(0o755)
    room = Room(tmp_path, program)
    yield room
    room.reader.close()


def started(room: Room, which: int) -> None:
    """The program has noted its text for this many times."""
    told = room.folder / f"text{which}"
    until(lambda: told.exists() and bool(told.read_text()), room.poll)


def pid_of(room: Room) -> int:
    child = room.reader._child
    assert child is not None
    return child.pid


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

    quiet, loud = (_peak(file) for file in room.sounds())
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


def test_a_new_page_waits_until_the_old_voice_is_gone(slow: Room) -> None:
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


def surveyed(program: Program) -> Survey:
    survey = Survey(program)
    survey.begin(time.monotonic())
    until(lambda: survey._child is None, lambda: survey.poll(time.monotonic()))
    return survey


def test_the_real_program_has_every_voice_that_we_count_on(tmp_path: Path) -> None:
    survey = surveyed(Program(folder=tmp_path))

    assert survey.silence is Silence.NONE
    assert survey.voices.lacking((*VOICES, "ckb")) == ("ckb",)


def test_without_a_sound_device_it_is_known_before_anybody_asks() -> None:
    if Path("/dev/snd").exists():
        pytest.skip("this machine can be heard")
    assert surveyed(Program()).silence is Silence.NO_SOUND


def test_without_the_program_it_is_known_too(tmp_path: Path) -> None:
    assert surveyed(Program(tmp_path / "nothing")).silence is Silence.NO_PROGRAM


def test_a_program_without_an_english_voice_is_not_used(tmp_path: Path) -> None:
    program = tmp_path / "program"
    program.write_text("#!/bin/sh\necho 'Pty Language'\necho ' 5  af  --/M  Afrikaans'\n")
    program.chmod(0o755)

    assert surveyed(Program(program)).silence is Silence.NO_VOICE


def test_a_survey_that_hangs_is_given_up(slow: Room) -> None:
    survey = Survey(Program(slow.folder / "program"))
    survey.begin(0.0)
    survey.poll(100.0)
    until(lambda: survey._child is None, lambda: survey.poll(100.0))

    assert survey.silence is Silence.NO_ANSWER


def test_the_list_of_voices_may_be_anything() -> None:
    assert voices_in("").found == frozenset()
    assert voices_in("head\n\n5\n 5 cy --/M Welsh").found == {"cy"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tell any officer when you are ill. It is not a crime.", "en"),
        ("You can ask a housing worker for this.", "en"),
        ("Powiedz funkcjonariuszowi, kiedy jesteś chory.", "pl"),
        ("K7-4QX-92", "pl"),
        ("", "pl"),
    ],
)
def test_english_that_stands_in_for_a_translation_is_said_by_an_english_voice(
    text: str, language: str
) -> None:
    assert language_of(text, "pl") == language


def _peak(file: Path) -> int:
    with wave.open(str(file)) as sound:
        data = sound.readframes(sound.getnframes())
    return int(max(map(abs, struct.unpack(f"<{len(data) // 2}h", data))))


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

    until(lambda: _is_gone(pid))


def _is_gone(pid: int) -> bool:
    """Whether it has ended, though nobody here may have buried it."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return True
    return stat.rpartition(") ")[2].startswith("Z")


def recorded(*pieces: Piece, load: Callable[[], bytes | None]) -> Piece:
    return replace(pieces[0], recording=Recorded(load, 3.0, pieces))


def test_a_recording_is_heard_in_the_place_of_what_it_says(room: Room) -> None:
    room.begin(recorded(HELLO, MORE, load=lambda: an_opus(9.0)), MORE)
    room.finish()

    recording, more = room.sounds()
    assert seconds(recording) == pytest.approx(9.0, abs=0.1)
    assert seconds(more) < 3
    assert room.reader.broken == 0


def test_a_recording_is_quiet_at_first_and_slower_when_asked(room: Room) -> None:
    voice = recorded(HELLO, load=lambda: spoken(HELLO.text))
    room.begin(voice)
    room.finish()
    room.reader.change_pace(0)
    room.reader.change_loudness(0)
    room.begin(voice)
    room.finish()

    usual, slow = room.sounds()
    assert seconds(slow) > 1.2 * seconds(usual)
    assert _peak(usual) < 10_000 < _peak(slow)


@pytest.mark.parametrize("sound", [None, b"OggS", an_opus()[:90]], ids=["gone", "no", "cut"])
def test_the_program_says_what_a_recording_cannot(sound: bytes | None, room: Room) -> None:
    room.begin(recorded(HELLO, MORE, load=lambda: sound))
    room.finish()

    heard = [file for file in room.sounds() if file.stat().st_size]
    assert len(heard) == 2
    assert room.reader.broken == 1
    assert room.reader.silence is Silence.NONE


def test_while_a_recording_says_two_pieces_each_is_lit_in_its_turn(room: Room) -> None:
    room.begin(recorded(HELLO, MORE, load=lambda: an_opus(9.0)))
    begun = room.reader._began

    assert room.reader.lit(begun) == "first"
    assert room.reader.lit(begun + 2.9) == "second"
    assert room.reader.lit(begun + 99) == "second"


def test_a_language_without_a_voice_is_heard_where_somebody_recorded_it(room: Room) -> None:
    room.begin(recorded(Piece("ئەم شاشەیە", "ckb"), load=lambda: an_opus(2.0)))
    room.finish()

    assert seconds(room.sounds()[0]) == pytest.approx(2.0, abs=0.1)

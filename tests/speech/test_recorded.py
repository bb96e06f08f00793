"""A page that somebody recorded is played in the voice's place."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from kiosk.speech.reader import Piece, Recorded
from kiosk.speech.survey import Silence
from tests.builders.sounds import an_opus
from tests.builders.spoken import spoken
from tests.builders.voice import HELLO, MORE, Room, peak, seconds


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
    assert peak(usual) < 10_000 < peak(slow)


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

"""Which voices there are is known before anybody asks, and which of them a text needs."""

import time
from pathlib import Path

import pytest

from kiosk.speech.program import Program
from kiosk.speech.survey import Silence, Survey
from kiosk.speech.voices import VOICES, language_of, voices_in
from tests.builders.voice import Room, until


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


def test_english_beside_arabic_words_is_left_to_the_arabic_voice() -> None:
    mixed = "Long Street Bakers ask, and look at each person, when you can. نحو 468 جنيه"

    assert language_of(mixed, "ar") == "ar"
    assert language_of(mixed.partition(". ")[0], "ar") == "en"


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

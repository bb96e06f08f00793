"""Puts recordings in the place of the words that they say."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from kiosk.exchange.sounds import SoundFile
from kiosk.screens.entry.recorded import Voice
from kiosk.speech.reader import Piece, Recorded

ReadSound = Callable[[SoundFile], bytes | None]
"""Gives a recording, checked once more; None where it is missing or damaged."""


def with_recordings(
    pieces: Iterable[Piece], voices: Iterable[Voice], sound: ReadSound
) -> list[Piece]:
    """Give a recording in the place of the pieces that it says, where all of them are shown."""
    made = list(pieces)
    for voice in voices:
        many = len(voice.texts)
        for at in range(len(made) - many + 1):
            those = tuple(made[at : at + many])
            if tuple(piece.text for piece in those) == voice.texts:
                load = partial(sound, voice.file)
                recorded = Recorded(load, voice.file.milliseconds / 1000, those)
                made[at : at + many] = [replace(those[0], recording=recorded)]
                break
    return made

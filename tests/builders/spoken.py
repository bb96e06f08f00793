"""Recordings with a real voice in them: espeak-ng speaks, libsndfile encodes."""

import ctypes
import subprocess
import wave
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kiosk.speech.play import OGG, WRITE, Info, libsndfile

VORBIS, OPUS = 0x60, 0x64
RATES = {VORBIS: 22_050, OPUS: 24_000}


@cache
def spoken(text: str, kind: int = VORBIS) -> bytes:
    """What somebody's own program would have saved, remarks and all."""
    with TemporaryDirectory() as folder:
        voice, made = Path(folder, "voice.wav"), Path(folder, "made.ogg")
        speak = ("/usr/bin/espeak-ng", "-v", "en-gb", "-w", str(voice), text)
        subprocess.run(speak, check=True, timeout=20)
        with wave.open(str(voice)) as sound:
            count, data = sound.getnframes(), sound.readframes(sound.getnframes())
        files, info = libsndfile(), Info(0, RATES[kind], 1, OGG | kind, 0, 0)
        file = files.sf_open(str(made).encode(), WRITE, ctypes.byref(info))
        assert file, "libsndfile cannot write this"
        files.sf_writef_short(file, data, count)
        files.sf_close(file)
        return made.read_bytes()

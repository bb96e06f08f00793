"""Plays one recording, as a program of its own: the file is its standard input.

    python -I -S play.py PERCENT_OF_SPEED PERCENT_OF_LOUDNESS [DEVICE | FILE.wav]

It leans on what espeak-ng brings along: libsndfile decodes, libsonic changes pace and loudness,
libasound plays. Exit code 0: it was heard. 3: the file cannot be played. 4: nothing can be heard.
"""

import ctypes
import resource
import sys
from collections.abc import Sequence

LONGEST = 180
"""Seconds that are played of a file, whatever it says."""
MEMORY = 768 * 1024 * 1024
SECONDS = 30
"""Of the processor: fifty times what three minutes of Opus need."""
LOUD = 32_000
"""The highest sample at full loudness, of 32,767, in every recording, however near the microphone
was. At each step that is a little quieter than the highest of espeak-ng."""
CHANNELS = (1, 2)
READ, WRITE = 0x10, 0x20
OGG, WAV = 0x200000, 0x010000 | 0x0002
VOICES = (0x0060, 0x0064)
"""Vorbis, Opus."""
MAJOR, MINOR = 0x0FFF0000, 0xFFFF
HIGHEST = 0x1040
"""The question to libsndfile for the highest sample of all."""
S16, INTERLEAVED, PLAYBACK = 2, 3, 0
LATENCY = 200_000
"""Microseconds of sound ahead."""
PIECE = 4_096
NOT_PLAYABLE, NOTHING_HEARD = 3, 4


class Info(ctypes.Structure):
    """What libsndfile knows of a file."""

    _fields_ = (
        ("frames", ctypes.c_int64),
        ("rate", ctypes.c_int),
        ("channels", ctypes.c_int),
        ("format", ctypes.c_int),
        ("sections", ctypes.c_int),
        ("seekable", ctypes.c_int),
    )


class NotPlayable(Exception):
    """The file is not what it should be."""


class NothingHeard(Exception):
    """There is no sound device, or a library is missing."""


def main(arguments: Sequence[str]) -> int:
    """Play what comes in; give the exit code."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    speed, loudness = int(arguments[0]) / 100, int(arguments[1]) / 100
    to = arguments[2] if len(arguments) > 2 else "default"  # noqa: PLR2004
    try:
        samples, frames, info = _decoded(speed, loudness)
        if to.endswith(".wav"):
            _write(to, samples, frames, info)
        else:
            _play(to, samples, frames, info)
    except (NotPlayable, MemoryError):
        return NOT_PLAYABLE
    except (NothingHeard, OSError):
        return NOTHING_HEARD
    return 0


def libsndfile() -> ctypes.CDLL:
    """The library that reads and writes sound files."""
    files = ctypes.CDLL("libsndfile.so.1")
    files.sf_open_fd.restype = files.sf_open.restype = ctypes.c_void_p
    files.sf_readf_short.restype = ctypes.c_int64
    files.sf_close.argtypes = (ctypes.c_void_p,)
    for move in (files.sf_readf_short, files.sf_writef_short):
        move.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int64)
    files.sf_command.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
    return files


def _decoded(speed: float, loudness: float) -> tuple[ctypes.Array[ctypes.c_short], int, Info]:
    """Give the samples at this pace and loudness, with the number of their frames."""
    files, info = libsndfile(), Info()
    file = files.sf_open_fd(0, READ, ctypes.byref(info), 0)
    if not file:
        raise NotPlayable
    wrong = info.format & MAJOR != OGG or info.format & MINOR not in VOICES
    if wrong or info.channels not in CHANNELS or not 0 < info.frames <= LONGEST * info.rate:
        raise NotPlayable
    highest = ctypes.c_double()
    files.sf_command(file, HIGHEST, ctypes.byref(highest), 8)
    room = int(info.frames / min(speed, 1)) + info.rate
    samples = (ctypes.c_short * (room * info.channels))()
    frames = files.sf_readf_short(file, samples, info.frames)
    if frames <= 0:
        raise NotPlayable
    volume = loudness * LOUD / 32_768 / max(highest.value, 0.01)
    return samples, _changed(samples, frames, info, (speed, volume)), info


def _changed(
    samples: ctypes.Array[ctypes.c_short], frames: int, info: Info, to: tuple[float, float]
) -> int:
    """Bring the samples to another speed and volume; the voice stays as high as it is."""
    change = ctypes.CDLL("libsonic.so.0").sonicChangeShortSpeed
    as_they_are = (ctypes.c_float(1), ctypes.c_float(1))
    speed, volume = (ctypes.c_float(one) for one in to)
    return int(change(samples, frames, speed, *as_they_are, volume, 0, info.rate, info.channels))


def _play(device: str, samples: ctypes.Array[ctypes.c_short], frames: int, info: Info) -> None:
    sound = ctypes.CDLL("libasound.so.2")
    sound.snd_pcm_writei.restype = ctypes.c_long
    out = ctypes.c_void_p()
    if sound.snd_pcm_open(ctypes.byref(out), device.encode(), PLAYBACK, 0) < 0:
        raise NothingHeard
    shape = (S16, INTERLEAVED, info.channels, info.rate, 1, LATENCY)
    if sound.snd_pcm_set_params(out, *shape) < 0:
        raise NothingHeard
    start, done, wide = ctypes.addressof(samples), 0, 2 * info.channels
    while done < frames:
        at = ctypes.c_void_p(start + done * wide)
        put = sound.snd_pcm_writei(out, at, ctypes.c_ulong(min(PIECE, frames - done)))
        if put < 0 and sound.snd_pcm_recover(out, ctypes.c_int(put), 1) < 0:
            raise NothingHeard
        done += max(put, 0)
    sound.snd_pcm_drain(out)
    sound.snd_pcm_close(out)


def _write(to: str, samples: ctypes.Array[ctypes.c_short], frames: int, info: Info) -> None:
    """Write a WAV file, which nobody hears: for tests."""
    files, info = libsndfile(), Info(0, info.rate, info.channels, WAV, 0, 0)
    file = files.sf_open(to.encode(), WRITE, ctypes.byref(info))
    if not file:
        raise NothingHeard
    files.sf_writef_short(file, samples, frames)
    files.sf_close(file)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

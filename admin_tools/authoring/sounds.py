"""Makes the recording that is published from the file that somebody spoke."""

import hashlib
import re
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from kiosk.exchange import limits, ogg, sounds
from kiosk.exchange.blocks import Recording
from kiosk.exchange.ogg import Page

SUFFIX = ".ogg"
STREAM = 0x5349474E
"""The number of the stream in every file that we write: "SIGN"."""
FASTEST, SLOWEST = 30, 3
"""Letters a second. People read 15 aloud; outside these it is a recording of something else."""
FREE = 3
"""Seconds of silence before and after that nobody minds."""
_NAME = re.compile(r"^[a-z0-9][a-z0-9_-]{0,59}\.ogg$")


class SoundWrong(Exception):
    """A recording that cannot be played, in words for its author."""

    def __init__(self, problem: str, mend: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.mend = mend


def recorded(path: Path, says: str, text: str) -> tuple[Recording, bytes]:
    """Give the block and the bytes to publish, or raise SoundWrong.

    1. It is a file of a plain name, not too big. 2. It is one whole Ogg stream with Opus or Vorbis
    in it. 3. It is written anew: no name of a person, place or program goes with it. 4. It is not
    too long, and as long as somebody needs to read this text.
    """
    name = path.name
    if not _NAME.match(name):
        raise SoundWrong(
            f"A recording is named {name!r}.", "Small letters, digits and -, ending in .ogg."
        )
    if path.stat().st_size > limits.SOUND_BYTES:
        raise SoundWrong(
            f"The recording {name!r} is too big.", "Save it as Opus, 24 kilobits a second, mono."
        )
    data, milliseconds = _plain(name, path.read_bytes())
    if milliseconds > limits.SOUND_MILLISECONDS:
        raise SoundWrong(
            f"The recording {name!r} is longer than three minutes.", "Record each paragraph alone."
        )
    _must_say(name, milliseconds / 1000, text)
    made = Recording.model_validate(
        {
            "says": says,
            "sha256": hashlib.sha256(data).hexdigest(),
            "length": len(data),
            "milliseconds": milliseconds,
        }
    )
    return made, data


def _must_say(name: str, seconds: float, text: str) -> None:
    letters = len(text)
    if letters / FASTEST <= seconds <= letters / SLOWEST + FREE:
        return
    raise SoundWrong(
        f"The recording {name!r} takes {seconds:.0f} seconds for {letters} letters.",
        "It is of another text, or was cut. Record this one again.",
    )


@lru_cache(maxsize=64)
def _plain(name: str, data: bytes) -> tuple[bytes, int]:
    """Write it anew without remarks; the sound itself stays as it is."""
    try:
        found = sounds.pages_of(data)
        outline = sounds.outline_of(found)
        made = ogg.written(_without_tags(found, outline), STREAM)
        return made, sounds.milliseconds_of(made)
    except sounds.NotASound as error:
        raise SoundWrong(
            f"The recording {name!r} cannot be played: {error}.",
            "Save it again as Ogg Opus or Ogg Vorbis, with one or two channels.",
        ) from error


def _without_tags(found: tuple[Page, ...], outline: sounds.Outline) -> list[Page]:
    """The first page, one page with the other headers, then the sound as it was."""
    headers = list(ogg.packets(found))[: outline.headers]
    if len(headers) < outline.headers or headers[-1][1] == len(found) - 1:
        raise sounds.NotASound("nothing is to be heard in it")
    if any(later < earlier for (_, earlier), (_, later) in pairwise(headers)):
        raise sounds.NotASound("its parts are in the wrong order")
    packets = [sounds.NO_TAGS[outline.tags], *(packet for packet, _ in headers[2:])]
    sizes = b"".join(ogg.sizes_of(packet) for packet in packets)
    if len(sizes) > ogg.FULL:
        raise sounds.NotASound("its beginning is too long")
    return [found[0], Page(0, 0, sizes, b"".join(packets)), *found[headers[-1][1] + 1 :]]

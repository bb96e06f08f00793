"""Gives generated entries pictures and recordings, about half a gigabyte for 60,000 of them."""

import hashlib
import random
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator

from kiosk.exchange import ogg, pictures, sounds
from kiosk.exchange.blocks import Picture, Recording
from kiosk.exchange.entries import Entry
from tests.builders.pictures import a_chunk
from tests.builders.sounds import A_PACKET, HEAD, SKIPPED, a_page

EACH = 40
"""One entry in so many has a picture, one a recording of its summary."""
WIDE, HIGH = 320, 240
MINUTE = 60
"""Seconds that a recording lasts."""
PACKETS, PACKET = 50, 34
"""Packets a second, bytes in a packet: a voice at 14 kbit/s."""

Keep = Callable[[bytes], object]


def illustrated(entries: Iterable[Entry], keep: Keep) -> Iterator[Entry]:
    """Add a picture to some entries, a recording to some others; `keep` is given each file."""
    for number, entry in enumerate(entries):
        if number % EACH == 0:
            data = picture(number)
            keep(data)
            yield entry.model_copy(update={"blocks": (*entry.blocks, _drawn(data))})
        elif number % EACH == EACH // 2:
            data = recording(number)
            keep(data)
            yield entry.model_copy(update={"blocks": (*entry.blocks, _heard(data))})
        else:
            yield entry


def picture(number: int) -> bytes:
    """A drawing of 230 kB that no other is like, and that nothing makes smaller."""
    dice = random.Random(number)
    header = struct.pack(">IIBBBBB", WIDE, HIGH, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + dice.randbytes(3 * WIDE) for _ in range(HIGH))
    inside = (b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b"")
    return pictures.PNG + b"".join(a_chunk(name, body) for name, body in inside)


def recording(number: int) -> bytes:
    """A minute of noise, 105 kB, in pages of one second."""
    dice = random.Random(number)
    tags = sounds.NO_TAGS[sounds.OPUS_TAGS]
    pages = [a_page([HEAD], ogg.FIRST), a_page([tags])]
    for second in range(1, MINUTE + 1):
        voice = dice.randbytes(PACKETS * PACKET)
        packets = [voice[at : at + PACKET] for at in range(0, len(voice), PACKET)]
        last = second == MINUTE
        position = SKIPPED + MINUTE * 48_000 if last else second * PACKETS * A_PACKET
        pages.append(a_page(packets, ogg.LAST if last else 0, position))
    return ogg.written(pages, number)


def _drawn(data: bytes) -> Picture:
    digest = hashlib.sha256(data).hexdigest()
    alt = "A drawing of a place."
    return Picture(sha256=digest, length=len(data), width=WIDE, height=HIGH, alt=alt)


def _heard(data: bytes) -> Recording:
    digest = hashlib.sha256(data).hexdigest()
    long = MINUTE * 1_000
    return Recording(says="summary", sha256=digest, length=len(data), milliseconds=long)

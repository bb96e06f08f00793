"""Recordings written by hand, good and broken, without any encoder."""

import hashlib
import struct
from collections.abc import Sequence

from kiosk.exchange import ogg, sounds
from kiosk.exchange.blocks import Recording
from kiosk.exchange.ogg import Page

SILENCE = b"\xf8\xff\xfe"
"""Opus: 20 milliseconds of silence."""
A_PACKET, SKIPPED = 960, 312
"""Samples in a packet; samples at the beginning that are never heard."""
HEAD = struct.pack("<8sBBHIhB", sounds.OPUS_HEAD, 1, 1, SKIPPED, 48_000, 0, 0)


def an_opus(
    seconds: float = 2.0,
    *,
    head: bytes = HEAD,
    tags: bytes = sounds.NO_TAGS[sounds.OPUS_TAGS],
    serial: int = 7,
) -> bytes:
    """A real Ogg Opus file of silence; `tags` are the remarks in it."""
    return ogg.written(opus_pages(seconds, head=head, tags=tags), serial)


def opus_pages(
    seconds: float = 2.0, *, head: bytes = HEAD, tags: bytes = sounds.NO_TAGS[sounds.OPUS_TAGS]
) -> list[Page]:
    """The pages of it, of at most a second of sound each."""
    many = round(seconds * 50) + 1
    parts = [min(50, many - at) for at in range(0, many, 50)]
    made = [a_page([head], ogg.FIRST), a_page([tags])]
    for number, part in enumerate(parts[:-1], 1):
        made.append(a_page([SILENCE] * part, 0, number * part * A_PACKET))
    made.append(a_page([SILENCE] * parts[-1], ogg.LAST, SKIPPED + round(seconds * 48_000)))
    return made


def a_page(packets: Sequence[bytes], flags: int = 0, position: int = 0) -> Page:
    sizes = b"".join(ogg.sizes_of(packet) for packet in packets)
    return Page(flags, position, sizes, b"".join(packets))


def remarks(*said: str) -> bytes:
    """The second packet of an Opus file that names its program, and says all this."""
    words = [one.encode() for one in said]
    vendor = b"a program"
    return (
        sounds.OPUS_TAGS
        + struct.pack("<I", len(vendor))
        + vendor
        + struct.pack("<I", len(words))
        + b"".join(struct.pack("<I", len(one)) + one for one in words)
    )


def a_recording(data: bytes = b"", *, says: str = "block", milliseconds: int = 0) -> Recording:
    """The block that names this file as it is, whatever it may be."""
    data = data or an_opus()
    if not milliseconds:
        try:
            milliseconds = sounds.milliseconds_of(data)
        except sounds.NotASound:
            milliseconds = 2_000
    return Recording.model_validate(
        {
            "says": says,
            "sha256": hashlib.sha256(data).hexdigest(),
            "length": len(data),
            "milliseconds": milliseconds,
        }
    )

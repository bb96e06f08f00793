"""Reads the outline of a sound file without ever decoding it.

Only what our own authoring writes is taken: one stream of Ogg Opus or Ogg Vorbis, one or two
channels, without a word about who made it.
"""

import struct
from dataclasses import dataclass

from kiosk.exchange import ogg

OPUS_HEAD, OPUS_TAGS = b"OpusHead", b"OpusTags"
VORBIS_HEAD, VORBIS_TAGS = b"\x01vorbis", b"\x03vorbis"
NO_TAGS = {OPUS_TAGS: OPUS_TAGS + bytes(8), VORBIS_TAGS: VORBIS_TAGS + bytes(8) + b"\x01"}
"""The remarks of a file in which nobody has remarked anything."""
CHANNELS = (1, 2)
RATES = range(8_000, 48_001)
OPUS_RATE = 48_000
_OPUS = struct.Struct("<8sBBHIhB")
_VORBIS = struct.Struct("<7sIBI")
_VORBIS_SIZE = 30


@dataclass(frozen=True, slots=True, order=True)
class SoundFile:
    """The file of a recording, as signed entries name it: hash, bytes, length in milliseconds."""

    sha256: str
    length: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class Outline:
    """How a file begins: samples a second, samples to leave out, packets before the sound."""

    rate: int
    skip: int
    headers: int
    tags: bytes


class NotASound(ValueError):
    """These bytes are not one whole recording of the kind that we play."""


def milliseconds_of(data: bytes) -> int:
    """Say how long a file is, as it says itself, or raise NotASound.

    1. It is one whole Ogg stream, every checksum right. 2. It begins as Opus or Vorbis does.
    3. Nobody's remarks are in it. 4. It lasts at least a moment.
    """
    found = pages_of(data)
    outline = outline_of(found)
    if [packet for packet, _ in ogg.packets(found[:2])][1:2] != [NO_TAGS[outline.tags]]:
        raise NotASound("it says more than a voice does")
    return length_of(found, outline)


def pages_of(data: bytes) -> tuple[ogg.Page, ...]:
    """Give the pages, or raise NotASound."""
    try:
        return ogg.pages(data)
    except ogg.NotOgg as error:
        raise NotASound(str(error)) from error


def outline_of(found: tuple[ogg.Page, ...]) -> Outline:
    """Read the first packet, or raise NotASound."""
    first = next((packet for packet, _ in ogg.packets(found[:1])), b"")
    try:
        if first.startswith(OPUS_HEAD):
            return _opus(first)
        if first.startswith(VORBIS_HEAD):
            return _vorbis(first)
    except struct.error as error:
        raise NotASound("it ends too early") from error
    raise NotASound("it is neither Opus nor Vorbis")


def length_of(found: tuple[ogg.Page, ...], outline: Outline) -> int:
    """Give the milliseconds up to the last page, or raise NotASound."""
    positions = [page.position for page in found if page.position != ogg.UNFINISHED]
    if not positions or positions != sorted(positions) or positions[0] < 0:
        raise NotASound("its parts are in the wrong order")
    length = (positions[-1] - outline.skip) * 1000 // outline.rate
    if length < 1:
        raise NotASound("nothing is to be heard in it")
    return length


def _opus(first: bytes) -> Outline:
    """Loudness is the kiosk's own: a file that asks for more of it is not taken."""
    _, version, channels, skip, _, gain, family = _OPUS.unpack(first)
    if version != 1 or channels not in CHANNELS or gain or family:
        raise NotASound("its sound is of a kind that is not played")
    return Outline(OPUS_RATE, skip, headers=2, tags=OPUS_TAGS)


def _vorbis(first: bytes) -> Outline:
    _, version, channels, rate = _VORBIS.unpack_from(first)
    if len(first) != _VORBIS_SIZE or version or channels not in CHANNELS or rate not in RATES:
        raise NotASound("its sound is of a kind that is not played")
    return Outline(rate, 0, headers=3, tags=VORBIS_TAGS)

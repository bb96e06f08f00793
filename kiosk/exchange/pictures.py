"""Reads the outline of a picture file without ever decoding it.

Only what our own authoring writes is taken: a PNG of five kinds of chunks, a baseline JPEG. So a
decoder never meets a profile, a comment, a second frame, a film or a file of another kind.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
_CHUNKS = re.compile(rb"(IHDR)(PLTE)?(tRNS)?(IDAT)+(IEND)")
"""What stands in a PNG, in this order: no text, no profile, no moving picture."""
_DEPTHS = {0: {1, 2, 4, 8}, 2: {8}, 3: {1, 2, 4, 8}, 4: {8}, 6: {8}}
"""Colour type to bits of a channel: at most four bytes a pixel."""
_MARKER = struct.Struct(">BBH")
_TABLES = {0xC4, 0xDB, 0xDD, 0xE0}
"""Huffman, quantisation, restart interval, JFIF: all that comes before the frame and the scan."""
_FRAME, _SCAN = 0xC0, 0xDA
_AFTER_DATA = re.compile(rb"\xff[^\x00\xd0-\xd7]")
"""The first marker that is no part of the picture's own data."""


@dataclass(frozen=True, slots=True, order=True)
class PictureFile:
    """The file of a picture, as signed entries name it: hash, bytes, pixels."""

    sha256: str
    length: int
    width: int
    height: int


class NotAPicture(ValueError):
    """These bytes are not one whole PNG or JPEG of the kind that we show."""


def size_of(data: bytes) -> tuple[int, int]:
    """Give width and height in pixels as the file itself says, or raise NotAPicture.

    The kind is told by the first bytes, never by a name. Every byte belongs to the outline: one
    that is cut short, or goes on after its end, is no picture.
    """
    try:
        if data.startswith(PNG):
            return _png(data)
        if data.startswith(JPEG):
            return _jpeg(data)
    except (struct.error, IndexError) as error:
        raise NotAPicture("it ends too early") from error
    raise NotAPicture("it is neither PNG nor JPEG")


def _png(data: bytes) -> tuple[int, int]:
    names = b""
    header = b""
    for name, body in _chunks(data):
        header = header or body
        names += name
    if not _CHUNKS.fullmatch(names):
        raise NotAPicture("its parts are not those of a plain PNG")
    width, height, depth, colour, packing, sieve, lacing = struct.unpack(">IIBBBBB", header)
    if depth not in _DEPTHS.get(colour, set()) or packing or sieve or lacing:
        raise NotAPicture("its colours are of a kind that is not shown")
    return _sized(width, height)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(PNG)
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        (check,) = struct.unpack_from(">I", data, at + 8 + length)
        if zlib.crc32(name + body) != check:
            raise NotAPicture("a part of it is damaged")
        yield name, body
        at += 12 + length


def _jpeg(data: bytes) -> tuple[int, int]:
    at, size = len(JPEG), (0, 0)
    while True:
        start, marker, length = _MARKER.unpack_from(data, at)
        if start != 0xFF:  # noqa: PLR2004 - every marker begins so
            raise NotAPicture("its parts are not those of a plain JPEG")
        if marker == _FRAME and size == (0, 0):
            depth, height, width, channels = struct.unpack_from(">BHHB", data, at + 4)
            if depth != 8 or channels not in {1, 3}:  # noqa: PLR2004 - grey, or three colours
                raise NotAPicture("its colours are of a kind that is not shown")
            size = _sized(width, height)
        elif marker == _SCAN and size != (0, 0):
            _must_end(data, at + 2 + length)
            return size
        elif marker not in _TABLES:
            raise NotAPicture("its parts are not those of a plain JPEG")
        at += 2 + length


def _must_end(data: bytes, after: int) -> None:
    """One scan, then the end and nothing behind it."""
    found = _AFTER_DATA.search(data, after)
    if found is None or found[0] != b"\xff\xd9" or found.end() != len(data):
        raise NotAPicture("it ends too early, or goes on after its end")


def _sized(width: int, height: int) -> tuple[int, int]:
    if not width or not height:
        raise NotAPicture("it has no size")
    return width, height

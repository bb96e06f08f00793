"""Takes the pages of an Ogg file apart, without knowing what is in them."""

import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MARK = b"OggS"
GOES_ON, FIRST, LAST = 1, 2, 4
UNFINISHED = -1
"""Stands as the position of a page on which no packet ends."""
FULL = 255
"""A piece of a packet that is followed by more of it has so many bytes."""
_HEAD = struct.Struct("<4sBBqIII")
_CHECK_AT = 22
_TURNED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its flags, how many samples are over at its end, the sizes and bytes within."""

    flags: int
    position: int
    sizes: bytes
    body: bytes


class NotOgg(ValueError):
    """These bytes are not one whole Ogg stream."""


def pages(data: bytes) -> tuple[Page, ...]:
    """Give every page of one stream, or raise NotOgg.

    Each checksum is right, the pages are counted from 0, the first and the last are marked, nothing
    stands before, between or after them, no second stream is in between.
    """
    try:
        numbered = tuple(_read(data))
    except (struct.error, IndexError) as error:
        raise NotOgg("it ends too early") from error
    found = tuple(page for _, _, page in numbered)
    if not found or len({serial for serial, _, _ in numbered}) != 1:
        raise NotOgg("it is not one stream")
    if [number for _, number, _ in numbered] != list(range(len(found))):
        raise NotOgg("a page is missing")
    marks = [page.flags & (FIRST | LAST) for page in found]
    if marks != ([FIRST, *[0] * (len(found) - 2), LAST] if len(found) > 1 else [FIRST | LAST]):
        raise NotOgg("its beginning or its end is missing")
    return found


def packets(found: Iterable[Page]) -> Iterator[tuple[bytes, int]]:
    """Give each packet with the number of the page on which it ends."""
    packet = b""
    for number, page in enumerate(found):
        at = 0
        for size in page.sizes:
            packet += page.body[at : at + size]
            at += size
            if size < FULL:
                yield packet, number
                packet = b""


def sizes_of(packet: bytes) -> bytes:
    """Say in which pieces a packet stands on a page."""
    whole, rest = divmod(len(packet), FULL)
    return bytes([FULL] * whole + [rest])


def written(found: Iterable[Page], serial: int) -> bytes:
    """Write pages as one stream, counted from 0, each with its checksum."""
    return b"".join(_page(page, serial, number) for number, page in enumerate(found))


def _read(data: bytes) -> Iterator[tuple[int, int, Page]]:
    at = 0
    while at < len(data):
        mark, version, flags, position, serial, number, check = _HEAD.unpack_from(data, at)
        start = at + _HEAD.size + 1
        sizes = data[start : start + data[start - 1]]
        end = start + len(sizes) + sum(sizes)
        if mark != MARK or version or flags > (GOES_ON | FIRST | LAST):
            raise NotOgg("it is not Ogg")
        if end > len(data) or len(sizes) != data[start - 1]:
            raise NotOgg("it ends too early")
        if check != _check(data[at : at + _CHECK_AT] + bytes(4) + data[at + _CHECK_AT + 4 : end]):
            raise NotOgg("a part of it is damaged")
        yield serial, number, Page(flags, position, sizes, data[start + len(sizes) : end])
        at = end


def _page(page: Page, serial: int, number: int) -> bytes:
    head = _HEAD.pack(MARK, 0, page.flags, page.position, serial, number, 0)
    rest = bytes([len(page.sizes)]) + page.sizes + page.body
    return head[:_CHECK_AT] + struct.pack("<I", _check(head + rest)) + rest


def _check(data: bytes) -> int:
    """Ogg's checksum: that of zlib with every byte, and the sum, turned round."""
    turned = zlib.crc32(data.translate(_TURNED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{turned:032b}"[::-1], 2)

"""Picture files written by hand, good and broken, without any decoder."""

import hashlib
import io
import struct
import zipfile
import zlib

from kiosk.exchange import pictures
from kiosk.exchange.blocks import Picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8"/></svg>'
ALT = "A house with a door."


def a_png(width: int = 8, height: int = 8, *, grey: int = 200, more: bytes = b"") -> bytes:
    """A plain PNG in one shade; `more` stands before its end."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(bytes([0, *[grey] * width]) * height)
    return (
        pictures.PNG + a_chunk(b"IHDR", header) + a_chunk(b"IDAT", rows) + more
        + a_chunk(b"IEND", b"")
    )  # fmt: skip


def a_bomb(side: int = 30_000) -> bytes:
    """A PNG of a few kilobytes that says it has 900 million pixels."""
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    rows = zlib.compress(bytes(4_000_000), 9)
    return (
        pictures.PNG + a_chunk(b"IHDR", header) + a_chunk(b"IDAT", rows) + a_chunk(b"IEND", b"")
    )  # fmt: skip


def a_hollow_png(width: int = 300, height: int = 100) -> bytes:
    """A PNG whose outline is right, with nothing inside that could be decoded."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    inside = a_chunk(b"IHDR", header) + a_chunk(b"IDAT", b"nothing")
    return pictures.PNG + inside + a_chunk(b"IEND", b"")


def a_chunk(name: bytes, body: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + check


def a_zip() -> bytes:
    """An archive with a picture in it, which Kivy would unpack."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("picture.png", a_png())
    return made.getvalue()


def a_picture(data: bytes = b"", *, alt: str = ALT, caption: str = "") -> Picture:
    """The block that names this file as it is, whatever it may be."""
    data = data or a_png()
    try:
        width, height = pictures.size_of(data)
    except pictures.NotAPicture:
        width = height = 8
    if width * height > 16_000_000:
        width = height = 8
    return Picture(
        sha256=hashlib.sha256(data).hexdigest(),
        length=len(data),
        width=width,
        height=height,
        alt=alt,
        caption=caption,
    )

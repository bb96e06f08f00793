"""The outline of a picture file."""

import io
import struct
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from kiosk.exchange import pictures
from kiosk.exchange.pictures import NotAPicture, size_of
from tests.builders.pictures import SVG, a_bomb, a_chunk, a_png, a_zip


def a_jpeg(mode: str = "RGB", *, progressive: bool = False, comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    image = Image.effect_noise((40, 24), 60).convert(mode)
    image.save(made, "JPEG", progressive=progressive, comment=comment)
    return made.getvalue()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_kind_of_png_that_pillow_writes_has_its_size(mode: str) -> None:
    made = io.BytesIO()
    Image.new(mode, (13, 7)).save(made, "PNG")

    assert size_of(made.getvalue()) == (13, 7)


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_baseline_jpeg_has_its_size(mode: str) -> None:
    assert size_of(a_jpeg(mode)) == (40, 24)


def test_a_bomb_says_its_size_without_being_decoded() -> None:
    assert size_of(a_bomb()) == (30_000, 30_000)
    assert len(a_bomb()) < 8_192


@pytest.mark.parametrize(
    "data",
    [
        b"",
        SVG,
        a_zip(),
        a_png() + a_zip(),
        a_png()[:-1],
        a_png(more=a_chunk(b"tEXt", b"Author\0J. Harris")),
        a_png(more=a_chunk(b"acTL", b"\0" * 8)),
        a_png(0, 8),
        a_jpeg()[:-30],
        a_jpeg() + b"\0",
        a_jpeg(progressive=True),
        a_jpeg(comment=b"taken in B wing"),
        a_jpeg("CMYK"),
        pictures.JPEG,
        pictures.PNG,
    ],
    ids=range(15),
)
def test_what_is_no_whole_plain_picture_is_none(data: bytes) -> None:
    with pytest.raises(NotAPicture):
        size_of(data)


def test_a_changed_byte_of_a_png_is_found_by_its_checksum() -> None:
    data = bytearray(a_png())
    data[-20] ^= 1

    with pytest.raises(NotAPicture):
        size_of(bytes(data))


@given(data=st.binary(max_size=300), kind=st.sampled_from([b"", pictures.PNG, pictures.JPEG]))
def test_any_bytes_are_a_picture_or_none_and_nothing_else(data: bytes, kind: bytes) -> None:
    try:
        width, height = size_of(kind + data)
    except NotAPicture:
        return
    assert width > 0
    assert height > 0


@given(at=st.integers(0, 400), byte=st.integers(0, 255))
def test_a_jpeg_with_any_byte_changed_never_breaks_the_reader(at: int, byte: int) -> None:
    data = bytearray(a_jpeg())
    data[at % len(data)] = byte
    with suppress(NotAPicture):
        assert min(size_of(bytes(data))) > 0


def test_a_chunk_that_says_it_is_four_gigabytes_long_ends_too_early() -> None:
    with pytest.raises(NotAPicture):
        size_of(pictures.PNG + struct.pack(">I", 0xFFFFFFFF) + b"IHDR")

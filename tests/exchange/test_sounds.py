"""Recordings: what is one, and every way not to be one."""

import struct
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange import limits, media, ogg, sounds
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.sounds import SoundFile
from tests.builders.pictures import a_png
from tests.builders.sounds import HEAD, a_page, a_recording, an_opus, opus_pages, remarks

GOOD = an_opus(2.0)
VORBIS_HEAD = struct.pack("<7sIBIiiiBB", b"\x01vorbis", 0, 1, 22_050, 0, 24_000, 0, 0xB8, 1)


def a_vorbis(seconds: int = 3, *, head: bytes = VORBIS_HEAD) -> bytes:
    """The outline of one; what is inside the sound packets is nobody's business here."""
    tags = sounds.NO_TAGS[sounds.VORBIS_TAGS]
    pages = [
        a_page([head], ogg.FIRST),
        a_page([tags, b"\x05vorbis" + bytes(600)]),
        a_page([b"sound"], ogg.LAST, seconds * 22_050),
    ]
    return ogg.written(pages, 1)


def test_opus_says_how_long_it_is() -> None:
    assert sounds.milliseconds_of(GOOD) == 2_000


def test_vorbis_says_how_long_it_is() -> None:
    assert sounds.milliseconds_of(a_vorbis(3)) == 3_000


def without_a_page() -> bytes:
    whole = opus_pages(4.0)
    first = ogg.written(whole[:3], 7)
    return first + ogg.written(whole, 7)[len(ogg.written(whole[:4], 7)) :]


def two_songs() -> bytes:
    return GOOD + an_opus(1.0, serial=8)


def louder_than_we_allow() -> bytes:
    return an_opus(head=HEAD[:16] + struct.pack("<h", 5_120) + HEAD[18:])


def six_channels() -> bytes:
    return an_opus(head=HEAD[:9] + b"\x06" + HEAD[10:])


def out_of_order() -> bytes:
    pages = opus_pages(3.0)
    pages[2], pages[3] = pages[3], pages[2]
    return ogg.written(pages, 7)


BROKEN: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "cut short": lambda: GOOD[:-1],
    "only its beginning": lambda: GOOD[:200],
    "something after its end": lambda: GOOD + b"PK",
    "a page is missing": without_a_page,
    "two streams": two_songs,
    "the order": out_of_order,
    "a picture": a_png,
    "a WAV file": lambda: b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(40),
    "a name in it": lambda: an_opus(tags=remarks("ARTIST=Jane Example")),
    "only the program that made it": lambda: an_opus(tags=remarks()),
    "it asks to be louder": louder_than_we_allow,
    "six channels": six_channels,
    "a rate of nothing": lambda: a_vorbis(head=VORBIS_HEAD[:12] + bytes(4) + VORBIS_HEAD[16:]),
    "another kind of sound": lambda: ogg.written([a_page([b"Speex   "], 6, 900)], 1),
    "no sound in it": lambda: ogg.written(
        [a_page([HEAD], ogg.FIRST), a_page([sounds.NO_TAGS[sounds.OPUS_TAGS]], ogg.LAST, 312)], 1
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_whole_plain_recording_is_not_taken(name: str) -> None:
    with pytest.raises(sounds.NotASound):
        sounds.milliseconds_of(BROKEN[name]())


@given(st.integers(min_value=0, max_value=len(GOOD) - 1), st.integers(min_value=1, max_value=255))
def test_no_byte_can_change_unseen(at: int, by: int) -> None:
    changed = bytearray(GOOD)
    changed[at] ^= by

    with pytest.raises(sounds.NotASound):
        sounds.milliseconds_of(bytes(changed))


@given(st.binary(max_size=300))
def test_any_bytes_are_taken_or_not_but_nothing_else_happens(data: bytes) -> None:
    with pytest.raises(sounds.NotASound):
        sounds.milliseconds_of(b"OggS" + data)


def code_of(file: SoundFile, data: bytes) -> Refusal:
    with pytest.raises(Refused) as caught:
        media.must_be(file, data)
    return caught.value.code


def test_the_file_that_was_signed_is_taken() -> None:
    media.must_be(a_recording(GOOD).file, GOOD)


def test_another_file_is_not() -> None:
    assert code_of(a_recording(GOOD).file, an_opus(1.0)) is Refusal.MEDIA_BROKEN


def test_a_file_that_is_signed_but_no_recording_is_not_played() -> None:
    assert code_of(a_recording(a_png()).file, a_png()) is Refusal.MEDIA_NOT_A_SOUND


def test_a_file_of_another_length_than_was_said_is_not_played() -> None:
    file = a_recording(GOOD, milliseconds=9_000).file

    assert code_of(file, GOOD) is Refusal.MEDIA_NOT_A_SOUND


def test_a_file_that_says_it_lasts_for_hours_is_not_played() -> None:
    long = a_vorbis(limits.SOUND_MILLISECONDS // 1000 + 1)

    assert code_of(a_recording(long, milliseconds=1_000).file, long) is Refusal.MEDIA_TOO_BIG

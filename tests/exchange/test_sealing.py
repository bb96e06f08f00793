"""Texts that only one key opens."""

import json
import random
import zlib
from dataclasses import replace

import pytest
from cryptography.hazmat.bindings._rust import openssl
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import example, given
from hypothesis import strategies as st
from pyhpke import AEADId, CipherSuite, KDFId, KEMId, KEMKey

from kiosk.exchange import limits, sealing
from kiosk.exchange.items import to_text
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.sealing import Context, Purpose
from tests.builders.exchange import a_request, a_trust_list, an_id
from tests.builders.publisher import opening

KEY = opening("mail")
CONTEXT = Context(Purpose.MAIL, "MVX", "MVX-02", "5")
BLOB = sealing.seal(b"text", KEY.public, CONTEXT)

# RFC 9180, A.2.1: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20Poly1305, base mode.
RFC_PRIVATE = "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb"
RFC_PUBLIC = "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a"
RFC_ENC = "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a"
RFC_INFO = "4f6465206f6e2061204772656369616e2055726e"
RFC_AAD = "436f756e742d30"
RFC_TEXT = "4265617574792069732074727574682c20747275746820626561757479"
RFC_SEALED = (
    "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
)


def _opens(blob: bytes, context: Context = CONTEXT, name: str = "mail") -> bool:
    try:
        sealing.unseal(blob, opening(name), context)
    except Refused as refused:
        return refused.code is not Refusal.SEAL_WRONG
    return True


@given(st.binary(max_size=9_000))
@example(bytes(limits.PADDING - sealing.LENGTH))
@example(b"\x00")
def test_a_sealed_text_opens_for_its_key(text: bytes) -> None:
    blob = sealing.seal(text, KEY.public, CONTEXT)

    assert sealing.unseal(blob, KEY, CONTEXT) == text


def test_another_key_opens_nothing() -> None:
    assert not _opens(BLOB, name="other")


@pytest.mark.parametrize(
    "other",
    [
        replace(CONTEXT, purpose=Purpose.PEOPLE),
        replace(CONTEXT, site="BXI"),
        replace(CONTEXT, kiosk="MVX-03"),
        replace(CONTEXT, id="6"),
        Context(Purpose.MAIL, "MVX", "MVX-0", "25"),
    ],
)
def test_a_text_opens_nowhere_but_in_its_own_context(other: Context) -> None:
    assert not _opens(BLOB, other)


@given(st.integers(0, len(BLOB) * 8 - 1))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    data = bytearray(BLOB)
    data[bit // 8] ^= 1 << bit % 8

    assert not _opens(bytes(data))


@pytest.mark.parametrize("length", [0, 1, 31, 32, 48, len(BLOB) - 1])
def test_a_cut_text_is_refused(length: int) -> None:
    assert not _opens(BLOB[:length])


@pytest.mark.parametrize(
    "padded",
    [b"", b"\x00\x00\x00\x01A", b"\xff\xff\xff\xff" + bytes(4092), bytes(4095) + b"x", bytes(3)],
    ids=["empty", "not padded", "longer than itself", "dirty padding", "no length"],
)
def test_odd_padding_under_a_good_seal_is_refused(padded: bytes) -> None:
    public = KEY.private.public_key()

    assert not _opens(sealing.SUITE.encrypt(padded, public, CONTEXT.info))


def test_the_length_tells_nothing_of_a_short_text() -> None:
    lengths = {len(sealing.seal(bytes(n), KEY.public, CONTEXT)) for n in (0, 1, 500, 4_092)}

    assert lengths == {limits.PADDING + 48}
    assert len(sealing.seal(bytes(4_093), KEY.public, CONTEXT)) == 2 * limits.PADDING + 48


def test_a_nul_cannot_move_from_one_part_of_the_context_to_another() -> None:
    with pytest.raises(ValueError, match="NUL"):
        sealing.seal(b"", KEY.public, replace(CONTEXT, id="5\x00x"))


def test_an_independent_hpke_opens_what_we_seal() -> None:
    suite = CipherSuite.new(
        KEMId.DHKEM_X25519_HKDF_SHA256, KDFId.HKDF_SHA256, AEADId.CHACHA20_POLY1305
    )
    private = KEMKey.from_pyca_cryptography_key(KEY.private)

    recipient = suite.create_recipient_context(BLOB[:32], private, info=CONTEXT.info)

    assert recipient.open(BLOB[32:]) == b"\x00\x00\x00\x04text" + bytes(4_088)


def test_we_open_what_an_independent_hpke_seals() -> None:
    suite = CipherSuite.new(
        KEMId.DHKEM_X25519_HKDF_SHA256, KDFId.HKDF_SHA256, AEADId.CHACHA20_POLY1305
    )
    public = KEMKey.from_pyca_cryptography_key(KEY.private.public_key())
    enc, sender = suite.create_sender_context(public, info=CONTEXT.info)

    blob = enc + sender.seal(b"\x00\x00\x00\x04text" + bytes(4_088))

    assert sealing.unseal(blob, KEY, CONTEXT) == b"text"


def test_the_vector_of_rfc_9180_opens() -> None:
    # The vector has additional data, which the one-shot API leaves out; the library's own
    # entrance for it exists for tests like this one.
    key = X25519PrivateKey.from_private_bytes(bytes.fromhex(RFC_PRIVATE))
    assert key.public_key().public_bytes_raw().hex() == RFC_PUBLIC

    text = openssl.hpke._decrypt_with_aad(
        sealing.SUITE,
        bytes.fromhex(RFC_ENC + RFC_SEALED),
        key,
        bytes.fromhex(RFC_INFO),
        bytes.fromhex(RFC_AAD),
    )

    assert text.hex() == RFC_TEXT


ITEM = Context(Purpose.ITEM_OUTER, "MVX", "MVX-02", an_id())
SEALED_ITEM = sealing.seal_item(b"I will say in person", "housing", a_trust_list(), ITEM)


def test_an_item_opens_for_collecting_then_for_its_desk() -> None:
    outer = sealing.open_outer(SEALED_ITEM, opening("collecting-mvx"), ITEM)

    assert outer.desk == "housing"
    assert sealing.open_for_desk(outer, opening("desk-housing"), ITEM) == b"I will say in person"
    assert sealing.open_for_recovery(outer, opening("recovery"), ITEM) == b"I will say in person"


def test_collecting_alone_reads_no_word_of_an_item() -> None:
    outer = sealing.open_outer(SEALED_ITEM, opening("collecting-mvx"), ITEM)

    for name in ("collecting-mvx", "desk-work", "recovery"):
        with pytest.raises(Refused):
            sealing.open_for_desk(outer, opening(name), ITEM)


def test_no_desk_opens_the_outer_cover() -> None:
    for name in ("desk-housing", "recovery"):
        with pytest.raises(Refused):
            sealing.open_outer(SEALED_ITEM, opening(name), ITEM)


def test_the_outside_of_an_item_names_no_desk() -> None:
    assert b"housing" not in SEALED_ITEM


def test_items_of_every_desk_form_and_language_look_alike() -> None:
    signs = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह"
    chance = random.Random(1)
    words = ["".join(chance.choices(signs, k=40)) for _ in range(40)]
    longest = json.dumps(
        [{"words": word, "english": "A choice"} for word in words], ensure_ascii=False
    ).encode()
    lengths = {
        len(sealing.seal_item(text, desk, a_trust_list(), ITEM))
        for text in (b"", to_text(a_request(answers=12)), longest)
        for desk in ("housing", "work", "private")
    }

    assert len(longest) > 6_000
    assert lengths == {12_336}


@pytest.mark.parametrize("inside", [b"", b"text", zlib.compress(b"text") + b"x"])
def test_what_is_not_packed_as_ours_is_refused(inside: bytes) -> None:
    desk = replace(ITEM, purpose=Purpose.ITEM_DESK)
    padded = (len(inside).to_bytes(4, "big") + inside).ljust(limits.PADDING, b"\x00")

    assert not _opens(sealing.SUITE.encrypt(padded, KEY.private.public_key(), desk.info), desk)


def test_a_small_item_that_unpacks_to_gigabytes_is_refused() -> None:
    desk = replace(ITEM, purpose=Purpose.ITEM_DESK)

    assert not _opens(sealing.seal(bytes(limits.ITEM_BYTES + 1), KEY.public, desk), desk)
    assert _opens(sealing.seal(bytes(limits.ITEM_BYTES), KEY.public, desk), desk)


def test_an_item_longer_than_any_form_is_never_sealed() -> None:
    with pytest.raises(ValueError, match="longer than any form"):
        sealing.seal_item(random.Random(1).randbytes(40_000), "housing", a_trust_list(), ITEM)


def test_an_item_for_a_desk_without_a_key_is_never_sealed() -> None:
    with pytest.raises(KeyError):
        sealing.seal_item(b"", "nobody", a_trust_list(), ITEM)

"""Signed files."""

import base64
import json

from hypothesis import given
from hypothesis import strategies as st
from securesystemslib.dsse import Envelope
from securesystemslib.signer import SSlibKey

from kiosk.exchange import canonical, envelope, limits
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.publisher import signing

KIND = "application/vnd.signpost.test+json"
A, B, C = signing("a"), signing("b"), signing("c")
SEALED = envelope.sign(b"text", KIND, A)


def _code(data: bytes, *, kind: str = KIND, most: int = 100, threshold: int = 1) -> Refusal | None:
    try:
        envelope.opened(data, kind, [A.public, B.public], most, threshold)
    except Refused as refused:
        return refused.code
    return None


def test_a_signed_file_gives_its_payload() -> None:
    assert envelope.opened(SEALED, KIND, [A.public], 100) == b"text"


@given(st.integers(0, len(SEALED) * 8 - 1))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    data = bytearray(SEALED)
    data[bit // 8] ^= 1 << bit % 8

    assert _code(bytes(data)) in {Refusal.SIGNED_FILE_BROKEN, Refusal.SIGNATURE_WRONG}


@given(st.binary(max_size=200))
def test_any_bytes_survive_the_round_trip(payload: bytes) -> None:
    assert envelope.opened(envelope.sign(payload, KIND, A), KIND, [A.public], 200) == payload


@given(st.integers(0, len(SEALED) - 1))
def test_a_cut_file_is_refused(length: int) -> None:
    assert _code(SEALED[:length]) is Refusal.SIGNED_FILE_BROKEN


def test_a_file_of_another_kind_is_refused() -> None:
    assert _code(SEALED, kind=KIND + "x") is Refusal.SIGNED_FILE_BROKEN


def test_a_stranger_cannot_vouch() -> None:
    assert _code(envelope.sign(b"text", KIND, C)) is Refusal.SIGNATURE_WRONG


def test_one_signature_of_two_is_not_enough() -> None:
    assert _code(SEALED, threshold=2) is Refusal.SIGNATURE_WRONG
    assert _code(envelope.sign(b"text", KIND, A, B), threshold=2) is None


def test_one_key_twice_is_not_two_signatures() -> None:
    value = json.loads(SEALED)
    value["signatures"] *= 2

    assert _code(canonical.dump(value), threshold=2) is Refusal.SIGNED_FILE_BROKEN


def test_a_strangers_signature_beside_a_good_one_is_passed_over() -> None:
    assert _code(envelope.sign(b"text", KIND, C, A)) is None


def test_a_wrong_signature_by_a_trusted_key_spoils_the_good_one() -> None:
    value = json.loads(envelope.sign(b"text", KIND, A, B))
    value["signatures"][1]["sig"] = base64.b64encode(bytes(64)).decode()

    assert _code(canonical.dump(value)) is Refusal.SIGNATURE_WRONG


def test_more_signatures_than_anyone_needs_are_not_even_tried() -> None:
    strangers = [signing(str(number)) for number in range(limits.SIGNATURES - 1)]
    value = json.loads(envelope.sign(b"text", KIND, A, *strangers))
    assert _code(canonical.dump(value)) is None

    value["signatures"].append(value["signatures"][0] | {"keyid": "0" * 32})

    assert _code(canonical.dump(value)) is Refusal.SIGNED_FILE_BROKEN


def test_a_payload_may_be_as_long_as_the_limit_and_no_longer() -> None:
    assert _code(envelope.sign(bytes(100), KIND, A)) is None
    assert _code(envelope.sign(bytes(101), KIND, A)) is Refusal.FILE_TOO_BIG


def test_a_huge_file_is_refused_by_its_length_alone() -> None:
    assert _code(b"[" * 20_000) is Refusal.FILE_TOO_BIG


def test_another_implementation_of_dsse_reads_ours() -> None:
    value = json.loads(SEALED)
    other = Envelope.from_dict(value)
    keyid = envelope.key_id(A.public)
    key = SSlibKey(keyid, "ed25519", "ed25519", {"public": A.public})

    assert set(other.verify([key], 1)) == {keyid}
    assert other.payload == b"text"

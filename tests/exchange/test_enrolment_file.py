"""How a new kiosk introduces itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange import canonical, enrolment_file, envelope
from kiosk.exchange.keys import fingerprint
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.exchange import an_enrolment
from tests.builders.publisher import signing

KEY = signing("kiosk-mvx-02")
WRITTEN = enrolment_file.write(an_enrolment(), KEY)


def _refusal(data: bytes) -> Refused:
    with pytest.raises(Refused) as caught:
        enrolment_file.read(data, "MVX-02.enrolment")
    return caught.value


def test_an_enrolment_reads_back() -> None:
    assert enrolment_file.read(WRITTEN) == an_enrolment()


@given(st.integers(0, len(WRITTEN) * 8 - 1))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    data = bytearray(WRITTEN)
    data[bit // 8] ^= 1 << bit % 8

    assert _refusal(bytes(data)).code is Refusal.ENROLMENT_BROKEN


def test_an_enrolment_must_be_signed_by_the_key_that_it_names() -> None:
    forged = enrolment_file.write(an_enrolment(), signing("somebody"))

    assert "MVX-02.enrolment" in _refusal(forged).sentence


def test_a_kiosk_of_another_site_is_refused() -> None:
    stranger = an_enrolment().model_copy(update={"site": "BXI"})

    assert _refusal(enrolment_file.write(stranger, KEY)).code is Refusal.ENROLMENT_BROKEN


def test_a_file_of_another_kind_is_refused() -> None:
    data = envelope.sign(canonical.dump(an_enrolment()), "text/plain", KEY)

    assert _refusal(data).code is Refusal.ENROLMENT_BROKEN


def test_the_fingerprint_is_of_all_three_keys() -> None:
    made = an_enrolment()

    assert made.fingerprint == fingerprint(made.signing, made.opening, made.storage)

"""The file in which the office answers a kiosk."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exchange import canonical, envelope, items, return_bundle, sealing
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.return_bundle import KIND, Mail, People
from kiosk.exchange.sealing import Context, Purpose
from tests.builders.exchange import EPOCH, a_reply, a_return, an_id
from tests.builders.publisher import opening, signing

OFFICE = signing("office-mvx")
WRITTEN = return_bundle.write(a_return(), OFFICE)


def _refusal(data: bytes) -> Refusal:
    with pytest.raises(Refused) as caught:
        return_bundle.read(data, [OFFICE.public], "MVX")
    return caught.value.code


def test_a_return_reads_back() -> None:
    bundle = a_return()
    data = return_bundle.write(bundle, OFFICE)

    assert return_bundle.read(data, [OFFICE.public]) == bundle


@given(st.integers(0, len(WRITTEN) * 8 - 1))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    data = bytearray(WRITTEN)
    data[bit // 8] ^= 1 << bit % 8

    assert _refusal(bytes(data)) in {Refusal.RETURN_BROKEN, Refusal.RETURN_FORGED}


def test_a_return_by_another_key_is_forged() -> None:
    forged = return_bundle.write(a_return(), signing("somebody"))

    assert _refusal(forged) is Refusal.RETURN_FORGED


def test_a_return_of_a_newer_program_says_so() -> None:
    payload = json.loads(canonical.dump(a_return())) | {"format": 2}
    data = envelope.sign(canonical.dump(payload), KIND.payload_type, OFFICE)

    assert _refusal(data) is Refusal.NEWER_PROGRAM_NEEDED


@pytest.mark.parametrize(
    ("kiosk", "epoch", "applied", "code"),
    [
        ("MVX-03", EPOCH, 4, Refusal.RETURN_OF_ANOTHER_KIOSK),
        ("MVX-02", "0" * 32, 4, Refusal.RETURN_OF_ANOTHER_EPOCH),
        ("MVX-02", EPOCH, 5, Refusal.RETURN_OLD),
        ("MVX-02", EPOCH, 6, Refusal.RETURN_OLD),
    ],
)
def test_a_return_that_does_not_fit_is_turned_away(
    kiosk: str, epoch: str, applied: int, code: Refusal
) -> None:
    with pytest.raises(Refused) as caught:
        return_bundle.must_fit(a_return(5), kiosk, epoch, applied)
    assert caught.value.code is code


def test_a_newer_return_for_this_kiosk_fits() -> None:
    return_bundle.must_fit(a_return(5), "MVX-02", EPOCH, 4)


def test_mail_opens_with_the_mailrooms_key_and_people_with_the_screens() -> None:
    bundle = a_return(5)
    mail_key, screen_key = opening("opening-MVX-02"), opening("storage-MVX-02")

    mail = sealing.unseal(bundle.mail, mail_key, Context(Purpose.MAIL, "MVX", "MVX-02", "5"))
    people = sealing.unseal(
        bundle.people.sealed, screen_key, Context(Purpose.PEOPLE, "MVX", "MVX-02", "1")
    )

    assert return_bundle.from_text(Mail, mail).receipts[0].id == an_id()
    assert return_bundle.from_text(People, people).people[0].number == "A1234BC"


def test_the_mailroom_cannot_read_a_reply() -> None:
    reply = a_return().replies[0]
    context = Context(Purpose.REPLY, "MVX", "MVX-02", reply.id)

    with pytest.raises(Refused):
        sealing.unseal(reply.sealed, opening("opening-MVX-02"), context)
    text = sealing.unseal(reply.sealed, opening("storage-MVX-02"), context)
    assert items.reply_from_text(text) == a_reply()


def test_a_return_names_no_person() -> None:
    payload = envelope.opened(WRITTEN, KIND.payload_type, [OFFICE.public], KIND.max_bytes)

    for word in (b"A1234BC", b"argon2", b"Housing", b"come-and-see-us", b"Room 2"):
        assert word not in payload


def test_mail_that_is_something_else_is_broken() -> None:
    with pytest.raises(Refused) as caught:
        return_bundle.from_text(Mail, b'{"people":[]}')
    assert caught.value.code is Refusal.RETURN_BROKEN


def test_a_files_name_says_kiosk_and_number() -> None:
    assert return_bundle.file_name("MVX-102", 7) == "MVX-102-000007.return"
    assert return_bundle.named("MVX-102-000007.return") == ("MVX-102", 7)
    assert return_bundle.named("MVX-102-000007.return.part") is None

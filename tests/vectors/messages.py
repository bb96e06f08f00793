"""Requests, returns, keys and what is signed or sealed, good and broken."""

from pathlib import Path

from kiosk.exchange import (
    enrolment_file,
    envelope,
    items,
    keys,
    limits,
    requests_bundle,
    return_bundle,
    sealing,
)
from kiosk.exchange.refusals import Refusal
from kiosk.exchange.sealing import Context, Purpose
from tests.builders.exchange import EPOCH, a_bundle, a_request, a_return, an_enrolment, an_id
from tests.builders.publisher import opening, signing
from tests.vectors.registry import KIOSK, OFFICE, Reading, vector


@vector(Refusal.SIGNED_FILE_BROKEN)
def _a_signed_file_cut_short(_folder: Path, broken: bool) -> Reading:
    data = envelope.sign(b"text", "text/plain", OFFICE)
    return lambda: envelope.opened(
        data[: -10 if broken else None], "text/plain", [OFFICE.public], 9
    )


@vector(Refusal.SIGNATURE_WRONG)
def _a_file_signed_by_a_stranger(_folder: Path, broken: bool) -> Reading:
    data = envelope.sign(b"text", "text/plain", signing("somebody") if broken else OFFICE)
    return lambda: envelope.opened(data, "text/plain", [OFFICE.public], 9)


@vector(Refusal.SEAL_WRONG)
def _mail_for_the_kiosk_next_door(_folder: Path, broken: bool) -> Reading:
    ours = Context(Purpose.MAIL, "MVX", "MVX-02", "1")
    theirs = Context(Purpose.MAIL, "MVX", "MVX-03", "1")
    blob = sealing.seal(b"{}", opening("a").public, theirs if broken else ours)
    return lambda: sealing.unseal(blob, opening("a"), ours)


def _requests(data: bytes) -> Reading:
    return lambda: requests_bundle.read(data, [KIOSK.public], "MVX-02")


@vector(Refusal.REQUESTS_BROKEN)
def _requests_cut_short_by_a_pulled_stick(_folder: Path, broken: bool) -> Reading:
    data = requests_bundle.write(a_bundle(), KIOSK)
    return _requests(data[: len(data) // 2] if broken else data)


@vector(Refusal.REQUESTS_FORGED)
def _requests_of_kiosk_three_under_the_name_of_kiosk_two(_folder: Path, broken: bool) -> Reading:
    bundle = a_bundle(kiosk="MVX-03" if broken else "MVX-02")
    return _requests(requests_bundle.write(bundle, KIOSK))


@vector(Refusal.REQUESTS_TOO_BIG)
def _a_file_of_requests_filled_up_with_rubbish(_folder: Path, broken: bool) -> Reading:
    data = requests_bundle.write(a_bundle(), KIOSK)
    return _requests(data + bytes(limits.BUNDLE_BYTES * 3 // 2) * broken)


@vector(Refusal.ITEM_BROKEN)
def _a_withdrawal_sealed_as_a_request(_folder: Path, broken: bool) -> Reading:
    text = items.to_text(a_request())
    return lambda: items.item_from_text("withdrawal" if broken else "request", text, an_id())


def _return(data: bytes, applied: int = 0, *, epoch: str = EPOCH, kiosk: str = "MVX-02") -> Reading:
    def read() -> None:
        bundle = return_bundle.read(data, [OFFICE.public], "MVX")
        return_bundle.must_fit(bundle, kiosk, epoch, applied)

    return read


@vector(Refusal.RETURN_BROKEN)
def _answers_cut_short_by_a_pulled_stick(_folder: Path, broken: bool) -> Reading:
    data = return_bundle.write(a_return(), OFFICE)
    return _return(data[:-1] if broken else data)


@vector(Refusal.RETURN_FORGED)
def _answers_signed_by_a_desk_that_is_not_the_office(_folder: Path, broken: bool) -> Reading:
    return _return(return_bundle.write(a_return(), signing("somebody") if broken else OFFICE))


@vector(Refusal.RETURN_OLD)
def _answers_of_an_earlier_stick(_folder: Path, broken: bool) -> Reading:
    return _return(return_bundle.write(a_return(5), OFFICE), applied=5 if broken else 4)


@vector(Refusal.RETURN_OF_ANOTHER_KIOSK)
def _answers_for_the_kiosk_next_door(_folder: Path, broken: bool) -> Reading:
    data = return_bundle.write(a_return(kiosk="MVX-03"), OFFICE)
    return _return(data, kiosk="MVX-02" if broken else "MVX-03")


@vector(Refusal.RETURN_OF_ANOTHER_EPOCH)
def _answers_for_the_kiosk_that_stood_here_before(_folder: Path, broken: bool) -> Reading:
    data = return_bundle.write(a_return(), OFFICE)
    return _return(data, epoch=an_id("replacement") if broken else EPOCH)


@vector(Refusal.RETURN_TOO_BIG)
def _a_return_filled_up_with_rubbish(_folder: Path, broken: bool) -> Reading:
    data = return_bundle.write(a_return(), OFFICE)
    return _return(data + bytes(limits.RETURN_BYTES * 3 // 2) * broken)


@vector(Refusal.KEY_MISSING)
def _a_key_that_is_not_in_the_folder(folder: Path, broken: bool) -> Reading:
    OFFICE.save(folder / "office.pem")
    name = "author.pem" if broken else "office.pem"
    return lambda: keys.SigningKey.load(folder / name)


@vector(Refusal.KEY_NOT_OPENED)
def _a_key_with_the_wrong_passphrase(folder: Path, broken: bool) -> Reading:
    OFFICE.save(folder / "office.pem", "right")
    return lambda: keys.SigningKey.load(folder / "office.pem", "wrong" if broken else "right")


@vector(Refusal.KEY_OF_ANOTHER_KIND)
def _an_opening_key_where_a_signing_key_is_needed(folder: Path, broken: bool) -> Reading:
    key = opening("a") if broken else signing("a")
    key.save(folder / "a.pem")
    return lambda: keys.SigningKey.load(folder / "a.pem")


@vector(Refusal.ENROLMENT_BROKEN)
def _an_enrolment_with_one_key_exchanged(_folder: Path, broken: bool) -> Reading:
    key = signing("somebody") if broken else KIOSK
    data = enrolment_file.write(an_enrolment(), key)
    return lambda: enrolment_file.read(data, "MVX-02.enrolment")

"""Makes one good and one broken thing for every refusal that the exchange itself can give.

Each function takes an empty folder and whether to break the thing. It writes what somebody could
really put into a kiosk or an office, and gives back the reading of it.
"""

import json
import resource
import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from kiosk.exchange import (
    canonical,
    envelope,
    items,
    keys,
    limits,
    packs,
    requests_bundle,
    return_bundle,
    sealing,
    stick,
    trust,
)
from kiosk.exchange.folder import Folder
from kiosk.exchange.policy import Calendar
from kiosk.exchange.refusals import Refusal
from kiosk.exchange.sealing import Context, Purpose
from kiosk.exchange.trust import TrustState
from tests.builders.exchange import (
    EPOCH,
    a_bundle,
    a_calendar,
    a_publisher,
    a_request,
    a_return,
    a_stick,
    an_entry,
    an_id,
)
from tests.builders.publisher import ISSUED, Publisher, opening, signing

Reading = Callable[[], object]
Vector = Callable[[Path, bool], Reading]
VECTORS: dict[Refusal, Vector] = {}
OFFICE, KIOSK = signing("office-mvx"), signing("kiosk-mvx-02")


def _vector(code: Refusal) -> Callable[[Vector], Vector]:
    def keep(make: Vector) -> Vector:
        VECTORS[code] = make
        return make

    return keep


# The stick itself


def _stick(data: bytes) -> Reading:
    return lambda: stick.must_serve(stick.read(data, [OFFICE.public], "MVX"), "MVX", demo=True)


@_vector(Refusal.STICK_NOT_SIGNED)
def _a_stick_whose_paper_was_typed_by_hand(_folder: Path, broken: bool) -> Reading:
    typed = json.dumps({"site": "MVX", "number": 7, "kind": "wing"}).encode()
    return _stick(typed if broken else stick.write(a_stick(), OFFICE))


@_vector(Refusal.STICK_FORGED)
def _a_stick_signed_by_the_office_of_another_prison(_folder: Path, broken: bool) -> Reading:
    return _stick(stick.write(a_stick(), signing("office-bxi") if broken else OFFICE))


@_vector(Refusal.STICK_OF_ANOTHER_SITE)
def _a_stick_for_another_prison(_folder: Path, broken: bool) -> Reading:
    return _stick(stick.write(a_stick(site="BXI" if broken else "MVX"), OFFICE))


@_vector(Refusal.CARRIER_STICK)
def _a_carrier_stick_on_a_wing(_folder: Path, broken: bool) -> Reading:
    return _stick(stick.write(a_stick("carrier" if broken else "wing"), OFFICE))


@_vector(Refusal.WING_STICK)
def _a_wing_stick_going_outside(_folder: Path, broken: bool) -> Reading:
    identity = a_stick("wing" if broken else "carrier")
    return lambda: stick.must_serve(identity, "MVX", demo=True, kind="carrier")


@_vector(Refusal.REAL_ON_DEMO)
def _a_real_stick_in_a_demonstration(_folder: Path, broken: bool) -> Reading:
    return _stick(stick.write(a_stick(demo=not broken), OFFICE))


@_vector(Refusal.LINK_ON_STICK)
def _a_link_to_a_file_of_the_machine(folder: Path, broken: bool) -> Reading:
    if broken:
        (folder / "STICK.json").symlink_to("/etc/hostname")
    else:
        (folder / "STICK.json").write_bytes(b"{}")
    return lambda: Folder(folder).read("STICK.json", 100)


@_vector(Refusal.FILE_TOO_BIG)
def _a_film_under_the_name_of_the_paper(folder: Path, broken: bool) -> Reading:
    (folder / "STICK.json").write_bytes(bytes(limits.STICK_BYTES + broken))
    return lambda: Folder(folder).read("STICK.json", limits.STICK_BYTES)


@_vector(Refusal.FILE_NAME_ODD)
def _a_name_that_climbs_out_of_the_folder(folder: Path, broken: bool) -> Reading:
    (folder / "inside").mkdir()
    (folder / "inside" / "a.json").write_bytes(b"")
    (folder / "secret.json").write_bytes(b"")
    return lambda: Folder(folder / "inside").read("../secret.json" if broken else "a.json", 10)


@_vector(Refusal.STICK_TAKEN_OUT)
def _a_stick_that_is_gone_when_requests_are_written(folder: Path, broken: bool) -> Reading:
    there = Folder(folder / "gone" if broken else folder)
    return lambda: there.write("requests/MVX-02-000001.requests", b"sealed")


@_vector(Refusal.STICK_FULL)
def _a_stick_without_room(folder: Path, broken: bool) -> Reading:
    def write() -> None:
        with _room_for(100):
            Folder(folder).write("requests/MVX-02-000001.requests", bytes(101 if broken else 100))

    return write


@contextmanager
def _room_for(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


# Signed and sealed


@_vector(Refusal.SIGNED_FILE_BROKEN)
def _a_signed_file_cut_short(_folder: Path, broken: bool) -> Reading:
    data = envelope.sign(b"text", "text/plain", OFFICE)
    return lambda: envelope.opened(
        data[: -10 if broken else None], "text/plain", [OFFICE.public], 9
    )


@_vector(Refusal.SIGNATURE_WRONG)
def _a_file_signed_by_a_stranger(_folder: Path, broken: bool) -> Reading:
    data = envelope.sign(b"text", "text/plain", signing("somebody") if broken else OFFICE)
    return lambda: envelope.opened(data, "text/plain", [OFFICE.public], 9)


@_vector(Refusal.SEAL_WRONG)
def _mail_for_the_kiosk_next_door(_folder: Path, broken: bool) -> Reading:
    ours = Context(Purpose.MAIL, "MVX", "MVX-02", "1")
    theirs = Context(Purpose.MAIL, "MVX", "MVX-03", "1")
    blob = sealing.seal(b"{}", opening("a").public, theirs if broken else ours)
    return lambda: sealing.unseal(blob, opening("a"), ours)


# Content


def _check(
    folder: Path,
    publisher: Publisher,
    *,
    root: bytes = b"",
    state: TrustState | None = None,
    active: int = 0,
) -> Reading:
    for name in ("scratch", "stick"):
        (folder / name).mkdir(exist_ok=True)
    return lambda: trust.check(
        Folder(folder / "stick").below("SIGNPOST"),
        root or publisher.roots[0],
        state or TrustState(),
        "MVX",
        "B",
        ISSUED,
        folder / "scratch",
        active,
    )


def _published(folder: Path, publisher: Publisher) -> Path:
    return publisher.publish(folder / "stick") / "SIGNPOST/content"


@_vector(Refusal.NO_CONTENT)
def _a_stick_with_answers_only(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if not broken:
        _published(folder, publisher)
    return _check(folder, publisher)


@_vector(Refusal.CONTENT_OLDER)
def _last_weeks_stick(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    publisher.publish(folder / "stick")
    state = trust.check(  # what the kiosk took from this week's stick
        Folder(publisher.publish(folder / "this week")).below("SIGNPOST"),
        publisher.roots[0],
        TrustState(),
        "MVX",
        "B",
        ISSUED,
        folder,
    ).state
    if not broken:
        publisher.publish(folder / "stick")
    return _check(folder, publisher, state=state, active=2)


@_vector(Refusal.CONTENT_EXPIRED)
def _a_stick_from_the_bottom_of_a_drawer(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if broken:
        publisher.issued = ISSUED.replace(year=2023)
    _published(folder, publisher)
    return _check(folder, publisher)


@_vector(Refusal.CONTENT_DATE_WRONG)
def _content_made_on_a_machine_with_a_wrong_clock(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if broken:
        publisher.issued = ISSUED.replace(year=2038)
    _published(folder, publisher)
    return _check(folder, publisher)


@_vector(Refusal.CONTENT_DAMAGED)
def _one_bit_of_a_worn_stick(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    file = _published(folder, publisher) / "metadata/1.targets.json"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= broken
    file.write_bytes(bytes(data))
    return _check(folder, publisher)


@_vector(Refusal.CONTENT_INCOMPLETE)
def _a_stick_that_was_copied_in_part(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    content = _published(folder, publisher)
    if broken:
        (content / "metadata/1.site-mvx.json").unlink()
    return _check(folder, publisher)


@_vector(Refusal.CONTENT_TOO_BIG)
def _more_packs_than_a_kiosk_has_room_for(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    number = limits.CONTENT_BYTES // limits.PACK_BYTES
    publisher.announced = {
        f"national/service-en-{part:03x}.jsonl": limits.PACK_BYTES
        for part in range(number if broken else number - 1)
    }
    _published(folder, publisher)
    return _check(folder, publisher)


@_vector(Refusal.CONTENT_OF_OTHERS)
def _the_right_layout_under_a_foreign_root(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher(family="foreign ") if broken else a_publisher()
    _published(folder, publisher)
    return _check(folder, publisher, root=a_publisher().roots[0])


@_vector(Refusal.DEMO_ON_REAL)
def _demonstration_content_on_a_real_kiosk(folder: Path, broken: bool) -> Reading:
    real = a_publisher(demo=False, family="real ")
    _published(folder, a_publisher() if broken else real)
    return _check(folder, real)


@_vector(Refusal.CONTENT_SIGNED_BY_TOO_FEW)
def _the_author_without_the_approver(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if broken:
        publisher.signed_by["targets"] = ("author",)
    _published(folder, publisher)
    return _check(folder, publisher)


@_vector(Refusal.CONTENT_OUT_OF_PLACE)
def _a_site_key_on_a_national_page(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    place = "national/service-en-0.jsonl" if broken else "site/mvx/service-en-0.jsonl"
    publisher.misplaced["site-mvx"] = place
    _published(folder, publisher)
    return _check(folder, publisher)


@_vector(Refusal.CONTENT_NOT_FOR_SITE)
def _content_for_another_prison(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if broken:
        publisher.sites = ("bxi",)
        publisher.contents["site/bxi/profile.json"] = publisher.contents.pop(
            "site/mvx/profile.json"
        )
    _published(folder, publisher)
    return _check(folder, publisher)


@_vector(Refusal.TRUST_RECORD_LOST)
def _a_kiosk_whose_record_was_cut_off_with_the_power(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    _published(folder, publisher)
    return _check(folder, publisher, active=int(broken))


def _pack(**changes: object) -> Reading:
    ((path, data),) = packs.write_packs([an_entry()], "national").items()
    header, entry = data.splitlines()
    changed = canonical.dump(json.loads(entry) | changes)
    return lambda: packs.read_pack(header + b"\n" + changed + b"\n", path)


@_vector(Refusal.PACK_BROKEN)
def _a_page_with_a_field_that_nobody_knows(_folder: Path, broken: bool) -> Reading:
    return _pack(mood="good") if broken else _pack()


@_vector(Refusal.PACK_TOO_BIG)
def _a_pack_with_five_hundred_and_one_entries(_folder: Path, broken: bool) -> Reading:
    entries = [an_entry(f"service-{number:03}") for number in range(limits.ENTRIES_IN_PACK)]
    ((path, data),) = packs.write_packs(entries, "national").items()
    one_more = canonical.dump(an_entry("service-500")) + b"\n"
    return lambda: packs.read_pack(data + one_more * broken, path)


@_vector(Refusal.NEWER_PROGRAM_NEEDED)
def _a_calendar_of_next_years_program(_folder: Path, broken: bool) -> Reading:
    value = json.loads(canonical.dump(a_calendar())) | ({"format": 2} if broken else {})
    return lambda: packs.read_policy(Calendar, canonical.dump(value), "policy/calendar.json")


@_vector(Refusal.POLICY_BROKEN)
def _a_calendar_with_a_day_that_does_not_exist(_folder: Path, broken: bool) -> Reading:
    data = canonical.dump(a_calendar())
    changed = data.replace(b"2026-12-25", b"2026-02-30") if broken else data
    return lambda: packs.read_policy(Calendar, changed, "policy/calendar.json")


@_vector(Refusal.MEDIA_BROKEN)
def _a_picture_that_is_another_picture(folder: Path, broken: bool) -> Reading:
    name = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"
    (folder / "content/media").mkdir(parents=True)
    (folder / "content/media" / name).write_bytes(b"bar" if broken else b"foo")
    return lambda: trust.read_media(Folder(folder), name, 100)


# Requests


def _requests(data: bytes) -> Reading:
    return lambda: requests_bundle.read(data, [KIOSK.public], "MVX-02")


@_vector(Refusal.REQUESTS_BROKEN)
def _requests_cut_short_by_a_pulled_stick(_folder: Path, broken: bool) -> Reading:
    data = requests_bundle.write(a_bundle(), KIOSK)
    return _requests(data[: len(data) // 2] if broken else data)


@_vector(Refusal.REQUESTS_FORGED)
def _requests_of_kiosk_three_under_the_name_of_kiosk_two(_folder: Path, broken: bool) -> Reading:
    bundle = a_bundle(kiosk="MVX-03" if broken else "MVX-02")
    return _requests(requests_bundle.write(bundle, KIOSK))


@_vector(Refusal.REQUESTS_TOO_BIG)
def _a_file_of_requests_filled_up_with_rubbish(_folder: Path, broken: bool) -> Reading:
    data = requests_bundle.write(a_bundle(), KIOSK)
    return _requests(data + bytes(limits.BUNDLE_BYTES * 3 // 2) * broken)


@_vector(Refusal.ITEM_BROKEN)
def _a_withdrawal_sealed_as_a_request(_folder: Path, broken: bool) -> Reading:
    text = items.to_text(a_request())
    return lambda: items.item_from_text("withdrawal" if broken else "request", text, an_id())


# Returns


def _return(data: bytes, applied: int = 0, *, epoch: str = EPOCH, kiosk: str = "MVX-02") -> Reading:
    def read() -> None:
        bundle = return_bundle.read(data, [OFFICE.public], "MVX")
        return_bundle.must_fit(bundle, kiosk, epoch, applied)

    return read


@_vector(Refusal.RETURN_BROKEN)
def _answers_cut_short_by_a_pulled_stick(_folder: Path, broken: bool) -> Reading:
    data = return_bundle.write(a_return(), OFFICE)
    return _return(data[:-1] if broken else data)


@_vector(Refusal.RETURN_FORGED)
def _answers_signed_by_a_desk_that_is_not_the_office(_folder: Path, broken: bool) -> Reading:
    return _return(return_bundle.write(a_return(), signing("somebody") if broken else OFFICE))


@_vector(Refusal.RETURN_OLD)
def _answers_of_an_earlier_stick(_folder: Path, broken: bool) -> Reading:
    return _return(return_bundle.write(a_return(5), OFFICE), applied=5 if broken else 4)


@_vector(Refusal.RETURN_OF_ANOTHER_KIOSK)
def _answers_for_the_kiosk_next_door(_folder: Path, broken: bool) -> Reading:
    data = return_bundle.write(a_return(kiosk="MVX-03"), OFFICE)
    return _return(data, kiosk="MVX-02" if broken else "MVX-03")


@_vector(Refusal.RETURN_OF_ANOTHER_EPOCH)
def _answers_for_the_kiosk_that_stood_here_before(_folder: Path, broken: bool) -> Reading:
    data = return_bundle.write(a_return(), OFFICE)
    return _return(data, epoch=an_id("replacement") if broken else EPOCH)


@_vector(Refusal.RETURN_TOO_BIG)
def _a_return_filled_up_with_rubbish(_folder: Path, broken: bool) -> Reading:
    data = return_bundle.write(a_return(), OFFICE)
    return _return(data + bytes(limits.RETURN_BYTES * 3 // 2) * broken)


# Keys


@_vector(Refusal.KEY_MISSING)
def _a_key_that_is_not_in_the_folder(folder: Path, broken: bool) -> Reading:
    OFFICE.save(folder / "office.pem")
    name = "author.pem" if broken else "office.pem"
    return lambda: keys.SigningKey.load(folder / name)


@_vector(Refusal.KEY_NOT_OPENED)
def _a_key_with_the_wrong_passphrase(folder: Path, broken: bool) -> Reading:
    OFFICE.save(folder / "office.pem", "right")
    return lambda: keys.SigningKey.load(folder / "office.pem", "wrong" if broken else "right")


@_vector(Refusal.KEY_OF_ANOTHER_KIND)
def _an_opening_key_where_a_signing_key_is_needed(folder: Path, broken: bool) -> Reading:
    key = opening("a") if broken else signing("a")
    key.save(folder / "a.pem")
    return lambda: keys.SigningKey.load(folder / "a.pem")


ELSEWHERE: Mapping[str, tuple[Refusal, ...]] = {
    "mailroom": (
        Refusal.NOT_OUR_STICK,
        Refusal.EMPTY_STICK,
        Refusal.TWO_STICKS,
        Refusal.STICK_BUSY,
        Refusal.STICK_NOT_READ,
        Refusal.STICK_LOCKED,
        Refusal.FILE_MISSING,
        Refusal.DISK_FULL,
        Refusal.DISK_FAULT,
        Refusal.CLOCK_WRONG,
    ),
    "catalogue": (Refusal.CONTENT_NOT_BUILT, Refusal.HELP_MISSING),
    "assembly": (
        Refusal.KIOSK_NOT_ENROLLED,
        Refusal.KIOSK_ALREADY_ENROLLED,
        Refusal.DATA_NEWER_THAN_PROGRAM,
    ),
    "office": (
        Refusal.REQUESTS_OF_UNKNOWN_KIOSK,
        Refusal.REQUESTS_OF_REVOKED_KIOSK,
        Refusal.REQUESTS_OF_ANOTHER_SITE,
        Refusal.REQUESTS_OF_ANOTHER_EPOCH,
        Refusal.ITEM_CHANGED,
        Refusal.ENROLMENT_BROKEN,
        Refusal.KIOSK_NUMBER_TAKEN,
        Refusal.KIOSK_UNKNOWN,
        Refusal.KEY_NOT_TRUSTED,
    ),
}
"""Refusals that another room gives; that room's tests make them."""

"""Content, good and broken."""

import json
from pathlib import Path

from kiosk.exchange import canonical, limits, media, packs, trust
from kiosk.exchange.blocks import Picture, Recording
from kiosk.exchange.folder import Folder
from kiosk.exchange.policy import Calendar
from kiosk.exchange.refusals import Refusal
from kiosk.exchange.trust import TrustState
from tests.builders.exchange import (
    a_publisher,
    an_entry,
)
from tests.builders.pictures import a_bomb, a_picture, a_png, a_zip
from tests.builders.policies import a_calendar
from tests.builders.publisher import ISSUED, Publisher
from tests.builders.sounds import a_recording, an_opus, remarks
from tests.vectors.registry import Reading, vector


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


@vector(Refusal.NO_CONTENT)
def _a_stick_with_answers_only(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if not broken:
        _published(folder, publisher)
    return _check(folder, publisher)


@vector(Refusal.CONTENT_OLDER)
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


@vector(Refusal.CONTENT_EXPIRED)
def _a_stick_from_the_bottom_of_a_drawer(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if broken:
        publisher.issued = ISSUED.replace(year=2023)
    _published(folder, publisher)
    return _check(folder, publisher)


@vector(Refusal.CONTENT_DATE_WRONG)
def _content_made_on_a_machine_with_a_wrong_clock(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if broken:
        publisher.issued = ISSUED.replace(year=2038)
    _published(folder, publisher)
    return _check(folder, publisher)


@vector(Refusal.CONTENT_DAMAGED)
def _one_bit_of_a_worn_stick(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    file = _published(folder, publisher) / "metadata/1.targets.json"
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= broken
    file.write_bytes(bytes(data))
    return _check(folder, publisher)


@vector(Refusal.CONTENT_INCOMPLETE)
def _a_stick_that_was_copied_in_part(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    content = _published(folder, publisher)
    if broken:
        (content / "metadata/1.site-mvx.json").unlink()
    return _check(folder, publisher)


@vector(Refusal.CONTENT_TOO_BIG)
def _more_packs_than_a_kiosk_has_room_for(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    number = limits.CONTENT_BYTES // limits.PACK_BYTES
    publisher.announced = {
        f"national/service-en-{part:03x}.jsonl": limits.PACK_BYTES
        for part in range(number if broken else number - 1)
    }
    _published(folder, publisher)
    return _check(folder, publisher)


@vector(Refusal.CONTENT_OF_OTHERS)
def _the_right_layout_under_a_foreign_root(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher(family="foreign ") if broken else a_publisher()
    _published(folder, publisher)
    return _check(folder, publisher, root=a_publisher().roots[0])


@vector(Refusal.DEMO_ON_REAL)
def _demonstration_content_on_a_real_kiosk(folder: Path, broken: bool) -> Reading:
    real = a_publisher(demo=False, family="real ")
    _published(folder, a_publisher() if broken else real)
    return _check(folder, real)


@vector(Refusal.CONTENT_SIGNED_BY_TOO_FEW)
def _the_author_without_the_approver(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if broken:
        publisher.signed_by["targets"] = ("author",)
    _published(folder, publisher)
    return _check(folder, publisher)


@vector(Refusal.CONTENT_OUT_OF_PLACE)
def _a_site_key_on_a_national_page(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    place = "national/service-en-0.jsonl" if broken else "site/mvx/service-en-0.jsonl"
    publisher.misplaced["site-mvx"] = place
    _published(folder, publisher)
    return _check(folder, publisher)


@vector(Refusal.CONTENT_NOT_FOR_SITE)
def _content_for_another_prison(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    if broken:
        publisher.sites = ("bxi",)
        publisher.contents["site/bxi/profile.json"] = publisher.contents.pop(
            "site/mvx/profile.json"
        )
    _published(folder, publisher)
    return _check(folder, publisher)


@vector(Refusal.TRUST_RECORD_LOST)
def _a_kiosk_whose_record_was_cut_off_with_the_power(folder: Path, broken: bool) -> Reading:
    publisher = a_publisher()
    _published(folder, publisher)
    return _check(folder, publisher, active=int(broken))


def _pack(**changes: object) -> Reading:
    ((path, data),) = packs.write_packs([an_entry()], "national").items()
    header, entry = data.splitlines()
    changed = canonical.dump(json.loads(entry) | changes)
    return lambda: packs.read_pack(header + b"\n" + changed + b"\n", path)


@vector(Refusal.PACK_BROKEN)
def _a_page_with_a_field_that_nobody_knows(_folder: Path, broken: bool) -> Reading:
    return _pack(mood="good") if broken else _pack()


@vector(Refusal.PACK_TOO_BIG)
def _a_pack_with_five_hundred_and_one_entries(_folder: Path, broken: bool) -> Reading:
    entries = [an_entry(f"service-{number:03}") for number in range(limits.ENTRIES_IN_PACK)]
    ((path, data),) = packs.write_packs(entries, "national").items()
    one_more = canonical.dump(an_entry("service-500")) + b"\n"
    return lambda: packs.read_pack(data + one_more * broken, path)


@vector(Refusal.NEWER_PROGRAM_NEEDED)
def _a_calendar_of_next_years_program(_folder: Path, broken: bool) -> Reading:
    value = json.loads(canonical.dump(a_calendar())) | ({"format": 2} if broken else {})
    return lambda: packs.read_policy(Calendar, canonical.dump(value), "policy/calendar.json")


@vector(Refusal.POLICY_BROKEN)
def _a_calendar_with_a_day_that_does_not_exist(_folder: Path, broken: bool) -> Reading:
    data = canonical.dump(a_calendar())
    changed = data.replace(b"2026-12-25", b"2026-02-30") if broken else data
    return lambda: packs.read_policy(Calendar, changed, "policy/calendar.json")


def _media(folder: Path, picture: Picture | Recording, data: bytes | None) -> Reading:
    (folder / "content/media").mkdir(parents=True)
    if data is not None:
        (folder / "content/media" / picture.sha256).write_bytes(data)
    return lambda: media.read(Folder(folder), picture.file)


@vector(Refusal.MEDIA_BROKEN)
def _a_picture_with_one_bit_changed(folder: Path, broken: bool) -> Reading:
    data = bytearray(a_png())
    data[-20] ^= broken
    return _media(folder, a_picture(a_png()), bytes(data))


@vector(Refusal.MEDIA_MISSING)
def _a_picture_that_was_left_at_home(folder: Path, broken: bool) -> Reading:
    return _media(folder, a_picture(), None if broken else a_png())


@vector(Refusal.MEDIA_NOT_A_PICTURE)
def _an_archive_that_calls_itself_a_picture(folder: Path, broken: bool) -> Reading:
    data = a_zip() if broken else a_png()
    return _media(folder, a_picture(data), data)


@vector(Refusal.MEDIA_NOT_A_SOUND)
def _a_recording_with_the_name_of_who_spoke(folder: Path, broken: bool) -> Reading:
    data = an_opus(tags=remarks("ARTIST=Jane Example")) if broken else an_opus()
    return _media(folder, a_recording(data), data)


@vector(Refusal.MEDIA_TOO_BIG)
def _a_picture_of_nine_hundred_million_pixels_in_a_few_kilobytes(
    folder: Path, broken: bool
) -> Reading:
    data = a_bomb() if broken else a_png()
    return _media(folder, a_picture(data), data)

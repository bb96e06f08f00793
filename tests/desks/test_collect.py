import shutil
from pathlib import Path

import pytest
from sqlalchemy import func, select

from admin_tools.desks.kiosks import revoke
from admin_tools.records.database import Records
from admin_tools.records.items import listed
from admin_tools.records.kiosks import all_kiosks
from admin_tools.records.tables import Bundle, Item, Kiosk, Quarantined
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.requests_bundle import payload_hash, sealed_item
from tests.builders.office import (
    WingKiosk,
    a_request_numbered,
    an_office,
    collected,
    registered,
)
from tests.builders.publisher import opening, signing


def count(records: Records, table: type[Item] | type[Quarantined] | type[Bundle]) -> int:
    with records.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def the_kiosk(records: Records) -> Kiosk:
    with records.read() as session:
        return all_kiosks(session)[-1]


@pytest.fixture
def kiosk() -> WingKiosk:
    return WingKiosk()


@pytest.fixture
def records(tmp_path: Path, kiosk: WingKiosk) -> Records:
    return registered(an_office(tmp_path), kiosk)


def test_every_item_of_the_stick_arrives(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1, 2, 3)))

    (done,) = collected(records, tmp_path)

    assert (done.new, done.known, done.set_apart, done.refused) == (3, 0, 0, None)
    assert count(records, Item) == 3


def test_an_item_knows_its_desk_and_nothing_of_the_person(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1, desk="work")))

    collected(records, tmp_path)

    with records.read() as session:
        assert [(item.desk, item.state) for item in listed(session)] == [("work", "received")]
    data = b"".join(path.read_bytes() for path in tmp_path.glob("office.sqlite*"))
    request = a_request_numbered(1)
    for word in (request.person, request.title, request.reference, "Question 1?"):
        assert word.encode() not in data


def test_the_same_stick_twice_changes_nothing(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1, 2)))
    collected(records, tmp_path)

    (again,) = collected(records, tmp_path)

    assert (again.new, again.known, again.findings) == (0, 2, ())
    assert (count(records, Item), count(records, Bundle)) == (2, 1)


def test_a_later_file_brings_only_what_is_new(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    first = kiosk.bundle(*kiosk.asks(1, 2))
    kiosk.puts(tmp_path, first)
    collected(records, tmp_path)

    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1, 2, 3), seq=2, prev=payload_hash(first)))
    _, second = collected(records, tmp_path)

    # The builder seals anew each time, so items 1 and 2 come with another hash: kept apart.
    assert second.new == 1


def test_the_same_item_in_two_files_is_one_item(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    items = kiosk.asks(1, 2)
    first = kiosk.bundle(*items)
    kiosk.puts(tmp_path, first)
    kiosk.puts(tmp_path, kiosk.bundle(*items, seq=2, prev=payload_hash(first)))

    done = collected(records, tmp_path)

    assert [(one.new, one.known, one.set_apart) for one in done] == [(2, 0, 0), (0, 2, 0)]


def test_the_same_id_with_other_bytes_is_set_apart_and_told(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1)))
    collected(records, tmp_path)
    with records.read() as session:
        before = listed(session)[0].sha256

    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1), seq=2))
    _, done = collected(records, tmp_path)

    assert (done.new, done.set_apart) == (0, 1)
    with records.read() as session:
        assert listed(session)[0].sha256 == before
        assert session.scalars(select(Quarantined.reason)).all() == [Refusal.ITEM_CHANGED]


def test_an_odd_item_is_told_once(tmp_path: Path, records: Records, kiosk: WingKiosk) -> None:
    odd = sealed_item("0" * 31 + "1", "request", b"not sealed at all")
    kiosk.puts(tmp_path, kiosk.bundle(odd, *kiosk.asks(1)))

    first = collected(records, tmp_path)[0]
    second = collected(records, tmp_path)[0]

    assert (first.new, first.set_apart, second.set_apart) == (1, 1, 0)
    assert count(records, Quarantined) == 1


def test_an_unknown_type_is_kept_sealed(tmp_path: Path, records: Records, kiosk: WingKiosk) -> None:
    item = kiosk.asks(1)[0]
    kiosk.puts(tmp_path, kiosk.bundle(sealed_item(item.id, "hologram", item.sealed)))

    (done,) = collected(records, tmp_path)

    assert done.set_apart == 1
    with records.read() as session:
        kept = session.scalars(select(Quarantined)).one()
    assert (kept.reason, kept.sealed) == (Refusal.NEWER_PROGRAM_NEEDED, item.sealed)


def test_an_item_of_another_kiosk_does_not_open(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    stolen = WingKiosk("MVX-03").asks(1)
    kiosk.puts(tmp_path, kiosk.bundle(*stolen))

    (done,) = collected(records, tmp_path)

    assert (done.new, done.set_apart) == (0, 1)


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ("forged", Refusal.REQUESTS_FORGED),
        ("renamed", Refusal.REQUESTS_FORGED),
        ("cut", Refusal.REQUESTS_BROKEN),
        ("empty", Refusal.REQUESTS_BROKEN),
        ("bit", Refusal.REQUESTS_FORGED),
        ("stranger", Refusal.REQUESTS_OF_UNKNOWN_KIOSK),
        ("link", Refusal.LINK_ON_STICK),
        ("odd-name", Refusal.FILE_NAME_ODD),
    ],
)
def test_a_bad_file_is_refused_and_the_good_one_beside_it_is_taken(
    tmp_path: Path, records: Records, kiosk: WingKiosk, broken: str, code: Refusal
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1)))
    bad = kiosk.bundle(*kiosk.asks(2), seq=2)
    key = signing("somebody") if broken == "forged" else None
    path = kiosk.puts(tmp_path, bad, key=key)
    _break(path, broken)

    done = {one.name: one for one in collected(records, tmp_path)}

    refused = [one for one in done.values() if one.refused]
    assert [one.refused.code for one in refused if one.refused] == [code]
    assert count(records, Item) == 1


def _break(path: Path, how: str) -> None:
    data = path.read_bytes()
    if how == "renamed":
        path.rename(path.with_name("MVX-02-000009.requests"))
    elif how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "bit":
        at = data.index(b'"payload":"') + 500
        other = b"A" if data[at : at + 1] != b"A" else b"B"
        path.write_bytes(data[:at] + other + data[at + 1 :])
    elif how == "stranger":
        path.rename(path.with_name("MVX-77-000002.requests"))
    elif how == "link":
        path.rename(path.with_name("away"))
        path.symlink_to(path.with_name("away"))
    elif how == "odd-name":
        path.rename(path.with_name("MVX-02-two.requests"))


def test_what_a_revoked_kiosk_signs_later_is_refused(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1), seq=4))
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(2), seq=5))
    revoke(records, "MVX-02", 4)

    done = collected(records, tmp_path)

    assert [one.new for one in done] == [1, 0]
    assert done[1].refused is not None
    assert done[1].refused.code is Refusal.REQUESTS_OF_REVOKED_KIOSK


def test_a_late_file_of_a_replaced_machine_still_counts(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    registered(records, kiosk.again())
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1)))

    (done,) = collected(records, tmp_path)

    assert done.new == 1


def test_a_file_of_the_new_epoch_signed_with_the_old_key_is_refused(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    new = kiosk.again()
    registered(records, new)
    kiosk.puts(tmp_path, new.bundle(*new.asks(1)), key=kiosk.signing)

    (done,) = collected(records, tmp_path)

    assert done.refused is not None
    assert done.refused.code is Refusal.REQUESTS_FORGED


def test_a_file_of_an_unknown_epoch_is_refused(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.again().bundle(*kiosk.asks(1)), key=kiosk.signing)

    (done,) = collected(records, tmp_path)

    assert done.refused is not None
    assert done.refused.code is Refusal.REQUESTS_OF_ANOTHER_EPOCH


def test_a_missing_file_is_told_and_what_came_is_taken(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1), seq=4, prev="1" * 64))

    (done,) = collected(records, tmp_path)

    assert done.new == 1
    assert [finding.code for finding in done.findings] == ["files-missing"]


def test_a_file_that_follows_another_history_is_told(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1)))
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(2), seq=2, prev="1" * 64))

    done = collected(records, tmp_path)

    assert [finding.code for one in done for finding in one.findings] == ["chain-broken"]
    assert count(records, Item) == 2


def test_two_files_with_one_number_are_told(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    for number, stick in ((1, tmp_path / "one"), (2, tmp_path / "two")):
        kiosk.puts(stick, kiosk.bundle(*kiosk.asks(number)))
    collected(records, tmp_path / "one")

    (done,) = collected(records, tmp_path / "two")

    assert [finding.code for finding in done.findings] == ["number-used-twice"]
    assert count(records, Item) == 2


def test_what_the_kiosk_says_of_itself_is_remembered(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1, 2)))

    collected(records, tmp_path)

    told = the_kiosk(records)
    assert (told.waiting, told.content, told.program) == (2, 3, "0.1.0")
    assert told.refusals == '{"content-older": 2}'


def test_an_old_file_does_not_overwrite_what_a_newer_one_said(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path / "new", kiosk.bundle(*kiosk.asks(1, 2, 3), seq=7))
    kiosk.puts(tmp_path / "old", kiosk.bundle(*kiosk.asks(1), seq=6))
    collected(records, tmp_path / "new")

    collected(records, tmp_path / "old")

    assert (the_kiosk(records).waiting, the_kiosk(records).last_seq) == (3, 7)


def test_a_folder_that_is_no_stick_is_refused(tmp_path: Path, records: Records) -> None:
    (tmp_path / "holiday-pictures").mkdir()

    with pytest.raises(Refused) as refused:
        collected(records, tmp_path / "holiday-pictures")

    assert refused.value.code is Refusal.NOT_OUR_STICK


def test_many_files_are_read_by_helpers_with_the_same_outcome(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    prev = ""
    for seq in range(1, 7):
        bundle = kiosk.bundle(*kiosk.asks(seq), seq=seq, prev=prev)
        prev = payload_hash(bundle)
        kiosk.puts(tmp_path, bundle)
    path = kiosk.puts(tmp_path, kiosk.bundle(seq=7), key=signing("somebody"))

    done = collected(records, tmp_path)

    assert [one.new for one in done] == [1, 1, 1, 1, 1, 1, 0]
    assert [one.name for one in done if one.refused] == [path.name]
    assert all(one.findings == () for one in done)


def test_damaged_bytes_are_mended_when_the_item_comes_again(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1)))
    collected(records, tmp_path)
    with records.write() as session:
        item = session.scalars(select(Item)).one()
        whole, item.for_desk, item.damaged = item.for_desk, b"rot", True

    collected(records, tmp_path)

    with records.read() as session:
        item = session.scalars(select(Item)).one()
        assert (item.for_desk, item.damaged) == (whole, False)


def test_an_office_restored_from_last_week_takes_everything_again(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    records.close()
    shutil.copy(tmp_path / "office.sqlite", tmp_path / "backup.sqlite")
    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1, 2), last_return=9))
    collected(records, tmp_path)

    restored = Records(f"sqlite:///{tmp_path / 'backup.sqlite'}")
    (done,) = collected(restored, tmp_path)

    assert done.new == 2
    assert the_kiosk(restored).return_seq == 9


def test_the_collecting_key_alone_opens_no_request(
    tmp_path: Path, records: Records, kiosk: WingKiosk
) -> None:
    from kiosk.exchange.sealing import Context, Purpose, unseal

    kiosk.puts(tmp_path, kiosk.bundle(*kiosk.asks(1)))
    collected(records, tmp_path)
    with records.read() as session:
        item = session.scalars(select(Item)).one()

    context = Context(Purpose.ITEM_DESK, "MVX", "MVX-02", item.id)
    with pytest.raises(Refused):
        unseal(item.for_desk, opening("collecting-mvx"), context)
    assert unseal(item.for_desk, opening("desk-housing"), context)

"""What comes off a stick into the records: each item once, whatever comes twice."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from admin_tools.records.database import Records
from admin_tools.records.items import listed
from admin_tools.records.tables import Bundle, Item, Quarantined
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.requests_bundle import payload_hash, sealed_item
from tests.builders.office import (
    WingKiosk,
    a_request_numbered,
    collected,
    count,
    the_kiosk,
)
from tests.builders.publisher import opening, signing


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

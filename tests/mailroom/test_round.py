"""One stick from in to out, by the real command in a process of its own."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.exchange import requests_bundle
from tests.builders.exchange import a_pack, a_publisher, a_return, an_entry
from tests.builders.kiosks import an_enrolled_kiosk, ask, looked
from tests.builders.publisher import ISSUED
from tests.builders.small_office import SmallOffice, bundles_on
from tests.builders.sticks import a_bare_stick, a_wing_stick, put_return
from tests.faults.rig import Nursery


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return an_enrolled_kiosk(tmp_path / "data")


def test_a_first_stick_brings_content_and_takes_requests(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    items = ask(data, "one", "two")
    mount = a_wing_stick(tmp_path / "stick")

    ended = nursery.run("visit", data=data, stick=mount)

    assert ended.status == 0
    assert ended.said["counts"] == {"pages": 1, "requests": 2}
    assert looked(data).version == 1
    assert {item.id for item in bundles_on(mount)[0].items} == {item.id for item in items}


def test_a_request_waits_until_the_receipt_comes_back(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    (one, _) = ask(data, "request", "another")
    mount = a_wing_stick(tmp_path / "stick")
    nursery.run("visit", data=data, stick=mount)
    SmallOffice({one.id: one.sha256}).answer(mount)

    ended = nursery.run("visit", data=data, stick=mount)

    assert ended.said["counts"] == {"pages": 0, "receipts": 1, "replies": 1, "requests": 1}
    first, second = bundles_on(mount)
    assert len(first.items) == 2
    assert len(second.items) == 1
    assert second.header.last_return == 1


def test_each_bundle_names_the_one_before(data: Path, tmp_path: Path, nursery: Nursery) -> None:
    mount = a_wing_stick(tmp_path / "stick")

    for _ in range(3):
        nursery.run("visit", data=data, stick=mount)

    first, second, third = bundles_on(mount)
    assert [b.header.seq for b in (first, second, third)] == [1, 2, 3]
    assert second.header.prev == requests_bundle.payload_hash(first)
    assert third.header.prev == requests_bundle.payload_hash(second)


def test_a_stick_with_nothing_but_its_paper_still_takes_requests(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    nursery.run("visit", data=data, stick=a_wing_stick(tmp_path / "first"))
    ask(data, "one")
    bare = a_bare_stick(tmp_path / "bare")

    ended = nursery.run("visit", data=data, stick=bare)

    assert (ended.status, ended.said["counts"]) == (0, {"requests": 1})
    assert len(bundles_on(bare)[0].items) == 1


def test_new_content_replaces_only_what_changed(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    publisher = a_publisher(an_entry())
    nursery.run("visit", data=data, stick=a_wing_stick(tmp_path / "first", publisher))
    publisher.contents |= a_publisher(an_entry(title="New title")).contents

    ended = nursery.run("visit", data=data, stick=a_wing_stick(tmp_path / "second", publisher))

    assert ended.said["counts"]["pages"] == 1
    assert looked(data).version == 2


def test_the_same_stick_twice_is_harmless(data: Path, tmp_path: Path, nursery: Nursery) -> None:
    mount = a_wing_stick(tmp_path / "stick")
    nursery.run("visit", data=data, stick=mount)
    before = looked(data)

    ended = nursery.run("visit", data=data, stick=mount)

    assert ended.status == 0
    assert looked(data).rows["shelf"] == before.rows["shelf"]


def test_accepted_content_moves_the_low_time_up(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    nursery.run("visit", data=data, stick=a_wing_stick(tmp_path / "stick"))

    assert looked(data).rows["clock"] == [(1, ISSUED.strftime("%Y-%m-%dT%H:%M:%SZ"))]


def test_a_return_moves_the_kiosk_to_another_wing_with_its_content(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    publisher = a_publisher()
    publisher.contents |= a_pack(an_entry("wing-notice"), layer="site/mvx/wing-c")
    mount = a_wing_stick(tmp_path / "stick", publisher)
    nursery.run("visit", data=data, stick=mount)
    put_return(mount, a_return(1).model_copy(update={"wing": "C"}))

    ended = nursery.run("visit", data=data, stick=mount)

    assert ended.said["counts"]["pages"] == 1
    assert looked(data).stand.wing == "C"


def test_a_catalogue_file_gone_bad_is_made_again_by_the_same_stick(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick")
    nursery.run("visit", data=data, stick=mount)
    (file,) = (data / "catalogue").iterdir()
    file.write_bytes(file.read_bytes()[:-1] + b"?")

    ended = nursery.run("visit", data=data, stick=mount)

    assert ended.said["counts"]["pages"] == 1
    (file,) = (path for path in (data / "catalogue").iterdir() if path != file)


def test_the_register_says_which_stick_brought_what(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick")
    put_return(mount, a_return(3))

    nursery.run("visit", data=data, stick=mount)

    assert looked(data).register == (
        ("content", {"stick": 7, "version": 1}),
        ("return", {"seq": 3, "stick": 7}),
        ("carried", {"files": 1, "items": 0, "stick": 7}),
    )


def test_files_that_are_not_ours_are_counted_for_staff(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    mount = a_wing_stick(tmp_path / "stick")
    (mount / "beach.jpg").write_bytes(b"sand")

    assert nursery.run("visit", data=data, stick=mount).said["counts"]["unknown"] == 1


def test_nothing_of_a_round_is_left_in_the_run_folder(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    nursery.run("visit", data=data, stick=a_wing_stick(tmp_path / "stick"))

    files = [path.name for path in (data / "run").rglob("*") if path.is_file()]
    assert files == ["progress.json"]


def test_more_than_a_thousand_requests_go_in_two_files(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    ended = nursery.run("save_many", data=data, count=1_001)
    assert ended.status == 0
    mount = a_wing_stick(tmp_path / "stick")

    nursery.run("visit", data=data, stick=mount)

    files = bundles_on(mount)
    assert len(files) == 2
    assert sum(len(file.items) for file in files) == 1_001


def test_a_publication_of_a_later_day_is_taken_by_a_kiosk_with_a_stopped_clock(
    data: Path, tmp_path: Path, nursery: Nursery
) -> None:
    publisher = replace(a_publisher(), issued=ISSUED + timedelta(days=300))
    mount = a_wing_stick(tmp_path / "stick", publisher)

    ended = nursery.run("visit", data=data, stick=mount, now="1970-01-01T00:00:00+00:00")

    assert ended.status == 0
    assert bundles_on(mount)[0].header.day == publisher.issued.date()

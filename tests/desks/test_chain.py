"""Files that follow each other with a break: told, and taken all the same."""

from pathlib import Path

from admin_tools.records.database import Records
from admin_tools.records.tables import Item
from tests.builders.office import (
    WingKiosk,
    collected,
    count,
    the_kiosk,
)


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

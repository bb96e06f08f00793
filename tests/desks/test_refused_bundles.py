"""Files of requests that the office does not take."""

from pathlib import Path

import pytest

from admin_tools.desks.kiosks import revoke
from admin_tools.records.database import Records
from admin_tools.records.tables import Item
from kiosk.exchange.refusals import Refusal, Refused
from tests.builders.office import (
    WingKiosk,
    collected,
    count,
    registered,
)
from tests.builders.publisher import signing


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


def test_a_folder_that_is_no_stick_is_refused(tmp_path: Path, records: Records) -> None:
    (tmp_path / "holiday-pictures").mkdir()

    with pytest.raises(Refused) as refused:
        collected(records, tmp_path / "holiday-pictures")

    assert refused.value.code is Refusal.NOT_OUR_STICK

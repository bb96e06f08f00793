import os
from pathlib import Path

import pytest

from kiosk.exchange.refusals import Refusal, Refused
from kiosk.mailroom.medium import Medium
from tests.builders.exchange import a_return
from tests.builders.sticks import a_bare_stick, a_wing_stick, put_return


def refusal_of(mount: Path) -> Refusal:
    with pytest.raises(Refused) as refused:
        Medium(mount).identity()
    return refused.value.code


def test_holiday_photos_are_not_our_stick(tmp_path: Path) -> None:
    (tmp_path / "beach.jpg").write_bytes(b"sand")

    assert refusal_of(tmp_path) is Refusal.NOT_OUR_STICK


def test_an_empty_stick_says_so(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) is Refusal.EMPTY_STICK


def test_a_stick_that_is_gone_was_taken_out(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "gone") is Refusal.STICK_TAKEN_OUT


def test_a_link_in_place_of_our_folder_is_not_followed(tmp_path: Path) -> None:
    a_bare_stick(tmp_path / "real")
    (tmp_path / "stick").mkdir()
    (tmp_path / "stick/SIGNPOST").symlink_to(tmp_path / "real/SIGNPOST")

    assert refusal_of(tmp_path / "stick") is Refusal.LINK_ON_STICK


def test_a_stick_without_the_offices_paper_is_not_signed(tmp_path: Path) -> None:
    (tmp_path / "SIGNPOST").mkdir()

    assert refusal_of(tmp_path) is Refusal.STICK_NOT_SIGNED


def test_what_is_not_ours_is_counted_and_never_opened(tmp_path: Path) -> None:
    a_wing_stick(tmp_path)
    os.mkfifo(tmp_path / "beach.jpg")
    os.mkfifo(tmp_path / "SIGNPOST/notes.txt")

    assert Medium(tmp_path).strangers() == 2


def test_a_stick_of_ours_alone_has_no_strangers(tmp_path: Path) -> None:
    assert Medium(a_wing_stick(tmp_path)).strangers() == 0


def test_the_newest_return_of_this_kiosk_is_found_among_others(tmp_path: Path) -> None:
    a_bare_stick(tmp_path)
    for bundle in (a_return(3), a_return(12), a_return(40, kiosk="MVX-03")):
        put_return(tmp_path, bundle)
    (tmp_path / "SIGNPOST/returns/MVX-02-000013.return.part").touch()

    assert Medium(tmp_path).newest_return("MVX-02") == "returns/MVX-02-000012.return"


def test_a_stick_without_a_return_for_this_kiosk_has_none(tmp_path: Path) -> None:
    assert Medium(a_bare_stick(tmp_path)).newest_return("MVX-02") is None


def test_what_is_put_on_a_stick_stands_there_whole(tmp_path: Path) -> None:
    medium = Medium(a_bare_stick(tmp_path))

    medium.put("requests/MVX-02-000001.requests", b"sealed")

    folder = tmp_path / "SIGNPOST/requests"
    assert [path.name for path in folder.iterdir()] == ["MVX-02-000001.requests"]
    assert (folder / "MVX-02-000001.requests").read_bytes() == b"sealed"


def test_a_stick_that_was_swapped_is_another_stick(tmp_path: Path) -> None:
    medium = Medium(a_bare_stick(tmp_path))
    assert medium.is_in()

    (tmp_path / "SIGNPOST").rename(tmp_path / "taken")
    a_bare_stick(tmp_path)

    assert not medium.is_in()


def test_what_this_kiosk_left_half_written_is_swept_and_nothing_else(tmp_path: Path) -> None:
    medium = Medium(a_bare_stick(tmp_path))
    requests = tmp_path / "SIGNPOST/requests"
    requests.mkdir()
    kept = {"MVX-02-000001.requests", "MVX-03-000002.requests.part", "notes.part"}
    for name in (*kept, "MVX-02-000002.requests.part"):
        (requests / name).touch()

    medium.sweep("MVX-02")

    assert {path.name for path in requests.iterdir()} == kept

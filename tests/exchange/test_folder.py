"""Folders that somebody else may have filled."""

import os
import resource
import signal
from pathlib import Path

import pytest

from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused


def _refusal(folder: Folder, relative: str, most: int = 100) -> Refusal:
    with pytest.raises(Refused) as caught:
        folder.read(relative, most)
    return caught.value.code


def test_what_is_written_reads_back(tmp_path: Path) -> None:
    folder = Folder(tmp_path)

    folder.write("requests/MVX-02-000001.requests", b"sealed")

    assert folder.read("requests/MVX-02-000001.requests", 6) == b"sealed"
    assert folder.names("requests") == ("MVX-02-000001.requests",)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    (tmp_path / "a.json.part").write_bytes(b"left over from a stick that was pulled out")

    folder.write("a.json", b"one")
    folder.write("a.json", b"two")

    assert folder.read("a.json", 3) == b"two"
    assert folder.names() == ("a.json",)


def test_a_part_file_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"keep")
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / "a.json.part").symlink_to(tmp_path / "outside")

    Folder(stick).write("a.json", b"new")

    assert (tmp_path / "outside").read_bytes() == b"keep"
    assert not (stick / "a.json").is_symlink()


def test_an_absent_file_is_absent(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Folder(tmp_path).read("requests/a.json", 1)
    assert Folder(tmp_path).names("requests") == ()


def test_a_removed_file_is_gone_and_may_be_removed_again(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("a.json", b"")

    folder.remove("a.json")
    folder.remove("a.json")

    assert folder.names() == ()


def test_a_file_longer_than_allowed_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(bytes(101))

    assert _refusal(Folder(tmp_path), "a.json") is Refusal.FILE_TOO_BIG
    assert len(Folder(tmp_path).read("a.json", 101)) == 101


def test_a_link_is_refused_wherever_it_stands(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.json").write_bytes(b"x")
    (tmp_path / "a.json").symlink_to("real/a.json")
    (tmp_path / "linked").symlink_to("real")
    folder = Folder(tmp_path)

    assert _refusal(folder, "a.json") is Refusal.LINK_ON_STICK
    assert _refusal(folder, "linked/a.json") is Refusal.LINK_ON_STICK
    with pytest.raises(Refused):
        folder.names("linked")
    with pytest.raises(Refused):
        folder.write("linked/b.json", b"")


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")

    assert _refusal(Folder(tmp_path), "a.json") is Refusal.LINK_ON_STICK


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.json").mkdir()

    assert _refusal(Folder(tmp_path), "a.json") is Refusal.LINK_ON_STICK


def test_a_file_in_place_of_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "requests").write_bytes(b"")

    assert _refusal(Folder(tmp_path), "requests/a.json") is Refusal.LINK_ON_STICK


@pytest.mark.parametrize(
    "name",
    ["../a", "a/../b", "/etc/passwd", "", "a//b", ".hidden", "a\x00b", "ä", "a b", "a" * 141],
)
def test_a_name_that_is_not_ours_is_never_opened(tmp_path: Path, name: str) -> None:
    folder = Folder(tmp_path)

    assert _refusal(folder, name) is Refusal.FILE_NAME_ODD
    with pytest.raises(Refused):
        folder.write(name, b"")
    with pytest.raises(Refused):
        folder.remove(name)


def test_a_device_is_refused() -> None:
    assert _refusal(Folder(Path("/dev")), "full") is Refusal.LINK_ON_STICK


def test_a_full_stick_is_named_and_keeps_the_old_file(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    folder.write("a.json", b"old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))

    try:
        with pytest.raises(Refused) as caught:
            folder.write("a.json", bytes(11))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert caught.value.code is Refusal.STICK_FULL
    assert folder.read("a.json", 3) == b"old"


def test_a_stick_that_is_gone_is_not_an_absent_file(tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        Folder(tmp_path / "unplugged").write("a.json", b"")
    assert caught.value.code is Refusal.STICK_TAKEN_OUT


def test_a_folder_below_reads_the_same_files(tmp_path: Path) -> None:
    Folder(tmp_path).write("content/metadata/timestamp.json", b"{}")

    below = Folder(tmp_path).below("content/metadata")

    assert below.read("timestamp.json", 2) == b"{}"
    assert Folder(tmp_path).below("photos").names() == ()
    with pytest.raises(Refused):
        below.below("..")


def test_a_folder_below_that_is_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "SIGNPOST").symlink_to("real")

    with pytest.raises(Refused) as caught:
        Folder(tmp_path).below("SIGNPOST").names()
    assert caught.value.code is Refusal.LINK_ON_STICK

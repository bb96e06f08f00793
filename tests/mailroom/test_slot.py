from pathlib import Path

from kiosk.mailroom.slot import Presence, look


def test_a_missing_or_empty_folder_is_an_empty_slot(tmp_path: Path) -> None:
    assert look(tmp_path / "missing").presence is Presence.NOTHING
    assert look(tmp_path).presence is Presence.NOTHING


def test_a_signpost_folder_is_a_stick_of_ours(tmp_path: Path) -> None:
    (tmp_path / "SIGNPOST").mkdir()

    assert look(tmp_path).presence is Presence.OURS


def test_holiday_photos_are_told_apart_from_no_stick(tmp_path: Path) -> None:
    (tmp_path / "beach.jpg").write_bytes(b"sand")

    assert look(tmp_path).presence is Presence.OTHER


def test_a_link_called_signpost_is_not_followed_but_seen(tmp_path: Path) -> None:
    (tmp_path / "SIGNPOST").symlink_to(tmp_path / "nowhere")

    assert look(tmp_path).presence is Presence.OURS


def test_a_swapped_stick_has_another_mark(tmp_path: Path) -> None:
    (tmp_path / "SIGNPOST").mkdir()
    first = look(tmp_path)

    (tmp_path / "SIGNPOST").rename(tmp_path / "kept")
    (tmp_path / "SIGNPOST").mkdir()

    assert look(tmp_path) != first

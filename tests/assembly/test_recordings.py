"""Recorded voices on a whole kiosk: they play where they are, else the program reads."""

from pathlib import Path

from tests.builders.listener import RECORDED, VOICE, Listener
from tests.builders.visitor import stick


def open_recorded(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.tile("place-to-live")
    listener.row("home-help")


def parts(listener: Listener, text: str) -> list[str]:
    return [one for one in listener.heard() if text in one]


def test_a_recording_is_played_where_there_is_one(listener: Listener) -> None:
    open_recorded(listener)
    listener.quickly()
    listener.touch("Listen")
    listener.until((listener.folder / "played").exists)

    assert not parts(listener, "housing worker")
    lit = listener.lit()
    assert getattr(lit, "text", "").startswith("A housing worker can help")
    listener.touch("Stop")
    listener.until(lambda: listener.kiosk.listening._reader._going is None)


def test_the_voice_reads_what_a_recording_cannot_and_staff_are_told(
    listener: Listener, tmp_path: Path
) -> None:
    for block in RECORDED.recordings:
        (tmp_path / "kiosk/media" / block.sha256).write_bytes(VOICE[:-1])
    open_recorded(listener)

    listener.listen_to_the_end()

    assert len(parts(listener, "housing worker")) > 1
    assert parts(listener, "Ask for help.")
    listener.touch("Close and hide")
    stick(tmp_path / "kiosk", "checking")
    listener.wait(1)
    assert "A recording cannot be played." in listener.read()


def test_steps_keep_their_numbers_beside_a_recording(listener: Listener) -> None:
    open_recorded(listener)

    assert "2" in listener.read()

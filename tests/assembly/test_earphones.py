"""Earphones on a whole kiosk: in is private, out is silence."""

from pathlib import Path

from tests.builders.listener import Listener
from tests.builders.visitor import stick


def test_with_earphones_a_private_page_is_read_without_a_warning(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.plug("on")
    listener.touch("Stop")
    listener.tile("my-requests")

    listener.touch("Listen")

    assert listener.reads()
    assert "Other people may hear this." not in listener.read()


def test_putting_earphones_in_begins_to_read(listener: Listener) -> None:
    listener.touch("Touch to start")
    assert not listener.reads()

    listener.plug("on")

    assert listener.reads()


def test_pulling_the_earphones_out_is_silence(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.plug("on")
    listener.hears(1)
    pid = listener.pid()

    listener.plug("off")

    assert not listener.reads()
    listener.until(lambda: listener.is_gone(pid))


def test_after_the_earphones_are_out_a_private_page_is_asked_about_again(
    listener: Listener,
) -> None:
    listener.touch("Touch to start")
    listener.plug("on")
    listener.touch("Stop")
    listener.tile("my-requests")
    listener.plug("off")

    listener.touch("Listen")

    assert not listener.reads()
    assert "Other people may hear this." in listener.read()


def test_staff_read_that_the_socket_feels_nothing(listener: Listener, tmp_path: Path) -> None:
    listener.socket.write_text("")
    stick(tmp_path / "kiosk", "checking")
    listener.wait(1)
    listener.until(lambda: listener.kiosk.listening._earphones.is_unsure)
    stick(tmp_path / "kiosk", "installing")
    listener.wait(1)

    assert "This screen cannot feel its earphones." in listener.read()

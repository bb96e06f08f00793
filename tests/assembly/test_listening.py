"""Reading aloud on a whole kiosk: Listen starts it, a touch ends it, nothing is left running."""

import os
from pathlib import Path

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.part import Part
from kiosk.screens.places import Place
from kiosk.speech.survey import Silence
from kiosk.translation import Words
from tests.builders.listener import Listener
from tests.builders.visitor import stick


def test_the_title_is_read_first_and_what_can_be_done_last(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.tile("place-to-live")
    listener.row("housing-advice")

    heard = listener.listen_to_the_end()

    assert heard[0] == "Housing help"
    assert heard[-1] == "Back, button"
    assert "Close and hide, button" not in heard


def test_the_piece_that_is_read_is_lit(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)

    lit = listener.lit()
    assert lit is not None
    assert getattr(lit, "text", "") == listener.heard()[0]


@pytest.mark.parametrize("text", ["Help now", "Search", "Close and hide"])
def test_any_other_touch_ends_it_at_once(listener: Listener, text: str) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    pid = listener.pid()

    finger = listener.stage.press(listener.stage.find(PushButton, text=text))
    assert not listener.reads()
    assert listener.lit() is None
    listener.until(lambda: listener.is_gone(pid))
    finger.touch_up()


def test_a_touch_on_nothing_ends_it_too(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)

    listener.stage.touch(listener.stage.find(Part, plate="line"))

    assert not listener.reads()
    assert listener.at() is Place.HOME


def test_after_close_and_hide_nothing_is_left_running(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    pid = listener.pid()

    listener.kiosk.end()
    listener.until(lambda: listener.is_gone(pid))

    assert not listener.reads()
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def test_the_end_of_the_screen_is_the_end_of_its_voice(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    pid = listener.pid()

    listener.kiosk.listening.close()

    assert listener.is_gone(pid)


def test_pause_again_slower_and_louder_are_at_hand(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    assert listener.buttons() == ["Pause", "Again", "Slower", "Louder", "Stop"]

    listener.touch("Pause")
    assert listener.buttons()[0] == "Carry on"
    listener.until(lambda: not listener.kiosk.listening._reader._going)
    listener.touch("Carry on")
    listener.touch("Slower")
    listener.touch("Louder")
    listener.hears(2)

    assert listener.buttons() == ["Pause", "Again", "Faster", "Louder", "Stop"]
    assert set(listener.heard()) == {listener.heard()[0]}
    listener.touch("Stop")
    assert not listener.reads()


def test_the_page_does_not_move_while_it_is_read(listener: Listener) -> None:
    listener.touch("Touch to start")
    page = listener.kiosk._frame.ids.slot.children[0]
    before = (*page.pos, *page.size)

    listener.touch("Listen")
    listener.hears(1)

    assert (*page.pos, *page.size) == before


def test_nobodys_visit_ends_while_they_listen(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)

    for _ in range(30):
        listener.world.pass_by(10)
        listener.kiosk.listening._reader._until = float("inf")
        listener.kiosk.listening.tick()
        listener.kiosk.tick()

    assert listener.at() is Place.HOME
    assert listener.reads()
    listener.touch("Pause")
    listener.wait(160)
    assert listener.at() is Place.ATTRACT


def test_a_pause_that_nobody_ends_is_the_end(listener: Listener) -> None:
    listener.touch("Listen")
    listener.hears(1)
    listener.touch("Pause")
    listener.until(lambda: not listener.kiosk.listening._reader._going)
    assert listener.reads()

    listener.world.pass_by(61)
    listener.kiosk.listening.tick()

    assert not listener.reads()


def test_loudness_is_low_again_when_somebody_left_the_first_screen(listener: Listener) -> None:
    listener.touch("Listen")
    listener.hears(1)
    for _ in range(3):
        listener.touch("Louder")
    assert "Quieter" in listener.buttons()

    listener.touch("Stop")
    listener.until(lambda: not listener.kiosk.listening._reader.is_busy)
    listener.touch("Listen")

    assert "Louder" in listener.buttons()


def test_private_pages_are_read_only_after_a_warning_once_a_visit(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.tile("my-requests")
    assert listener.at() is Place.SIGN_IN

    listener.touch("Listen")
    assert "Other people may hear this. Use earphones if you can." in listener.read()
    listener.touch("Not now")
    assert not listener.reads()

    listener.touch("Listen")
    listener.touch("Read it aloud")
    listener.hears(1)
    listener.touch("Stop")
    listener.touch("Listen")
    assert listener.reads()

    listener.touch("Close and hide")
    listener.touch("Touch to start")
    listener.tile("my-requests")
    listener.touch("Listen")
    assert not listener.reads()


def test_nothing_of_a_pin_is_said(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.tile("my-requests")
    for sign in "A1234BC":
        listener.touch(sign)
    listener.touch("Continue")
    listener.keys("48")
    listener.quickly()
    listener.touch("Listen")
    listener.touch("Read it aloud")
    listener.until(lambda: not listener.reads())

    heard = " ".join(listener.heard())
    assert heard
    assert "4" not in heard
    assert "8" not in heard
    assert "●" not in heard


def test_a_language_says_its_own_name(listener: Listener) -> None:
    listener.quickly()
    listener.touch("Cymraeg")
    listener.hears(1)

    assert listener.heard() == ["Cymraeg"]
    assert not listener.reads()


def test_where_nothing_can_be_heard_listen_is_not_offered(stage: Stage, tmp_path: Path) -> None:
    listener = Listener(stage, tmp_path / "heard", tmp_path / "no-program")

    assert listener.kiosk.listening.silence is Silence.NO_PROGRAM
    assert not listener.offers()
    listener.rooms.database.close()


def test_staff_read_why_nothing_is_read_aloud(stage: Stage, tmp_path: Path) -> None:
    listener = Listener(stage, tmp_path / "heard", tmp_path / "no-program")

    stick(tmp_path / "kiosk", "checking")
    listener.wait(1)

    assert listener.at() is Place.STAFF
    assert "Reading aloud is off: its program is missing." in listener.read()
    listener.rooms.database.close()


def test_staff_have_no_voice_to_start(listener: Listener, tmp_path: Path) -> None:
    stick(tmp_path / "kiosk", "checking")
    listener.wait(1)

    assert listener.at() is Place.STAFF
    assert not listener.offers()


def test_a_language_without_a_voice_has_no_listen(listener: Listener) -> None:
    listener.touch("Touch to start")
    assert listener.offers()

    listener.kiosk._words = Words("ckb")
    listener.kiosk.listening.hush()

    assert not listener.offers()


def test_a_voice_that_breaks_off_takes_its_button_with_it(listener: Listener) -> None:
    listener.touch("Touch to start")
    listener.touch("Listen")
    listener.hears(1)
    os.kill(listener.pid(), 9)
    listener.until(lambda: not listener.reads())

    assert not listener.offers()
    listener.touch("Close and hide")
    listener.until(listener.offers)

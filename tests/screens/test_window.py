"""The one window and what it does not hear."""

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kivy.base import ExceptionManager
from kivy.core.window import Window

from kiosk.screens.frame.screen import Shell
from kiosk.screens.home.presenter import HomePresenter
from kiosk.screens.home.screen import HomeScreen
from kiosk.screens.parts.tiles import Tile
from kiosk.screens.window import Faults, Hands, KioskWindow, NoKeys
from kiosk.translation import Words
from tests.screens.ways import Way


@pytest.fixture
def touches(stage: Stage) -> list[str]:
    noticed: list[str] = []
    shell, home = Shell(), HomeScreen()
    home.attach(HomePresenter(Words(), Way().to))
    shell.add_widget(home)
    stage.clear()
    KioskWindow(
        shell, Hands(lambda: noticed.append("press"), lambda: noticed.append("lift"), NoKeys())
    )
    stage.wait()
    return noticed


ESCAPE, F1, F11, F12, CONTROL_E = 27, 282, 292, 293, 101


@pytest.mark.usefixtures("touches")
@pytest.mark.parametrize("key", [ESCAPE, F1, F11, F12, CONTROL_E])
def test_no_key_does_anything(stage: Stage, key: int) -> None:
    before = list(Window.children)

    taken = Window.dispatch("on_keyboard", key, 0, "", ["ctrl", "shift"])
    stage.wait()

    assert taken
    assert Window.children == before
    assert Window.rotation == 0


@pytest.mark.usefixtures("touches")
def test_the_window_cannot_be_closed_from_outside() -> None:
    assert Window.dispatch("on_request_close")


@pytest.mark.usefixtures("touches")
def test_nothing_can_be_dropped_on_it() -> None:
    assert Window.dispatch("on_drop_file", b"/etc/passwd", 1, 1)
    assert Window.dispatch("on_drop_text", b"text", 1, 1)


def test_every_touch_is_noticed(stage: Stage, touches: list[str]) -> None:
    stage.touch(stage.find(Tile))

    assert touches == ["press", "lift"]


def test_a_fault_tells_its_type_and_wipes_the_visit() -> None:
    told: list[str] = []
    wiped: list[str] = []
    faults = Faults(told.append, lambda: wiped.append("wiped"))

    done = faults.handle_exception(ValueError("A1234BC wrote something"))

    assert done == ExceptionManager.PASS
    assert told == ["ValueError"]
    assert wiped == ["wiped"]


def test_the_third_fault_in_a_minute_ends_the_program() -> None:
    faults = Faults(lambda _: None, lambda: None)

    done = [faults.handle_exception(ValueError()) for _ in range(3)]

    assert done == [ExceptionManager.PASS, ExceptionManager.PASS, ExceptionManager.RAISE]

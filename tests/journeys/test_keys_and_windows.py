"""Somebody with a keyboard, a mouse and a hostile home in front of the real program."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.screen import KioskScreen
from kiosk.assembly.showing import theme_of
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.tiles import Tile
from kiosk.settings import read
from tests.builders.screens import World, a_kiosk_folder, the_screen_rooms
from tests.journeys.programs import first_picture, running, the_kiosk
from tests.journeys.xserver import PATIENCE, SIZE, XServer, an_x_server

pytestmark = pytest.mark.skipif(
    not (which("Xvfb") and which("xdotool")), reason="needs the packages xvfb and xdotool"
)
Point = tuple[float, float]

KEYS = ("F1", "Escape", "F11", "F12", "ctrl+e", "alt+F4")
OTHERS = (
    *("shift+F11", "ctrl+c", "ctrl+v", "ctrl+z", "ctrl+q", "alt+Tab", "super"),
    *("ctrl+alt+Delete", "Print", "Menu", "Return", "Tab", "Delete", "a", "space"),
)
MIDDLE, RIGHT, WHEEL_UP, WHEEL_DOWN = 2, 3, 4, 5
"""Buttons of a mouse as X numbers them; a finger is the first."""

NAKED = """
from kivy.config import Config
Config.set("graphics", "width", "1280")
Config.set("graphics", "height", "800")
from kivy.app import App
from kivy.core.window import Window
Window.clearcolor = (1, 1, 1, 1)
from kivy.uix.label import Label
class Naked(App):
    def build(self):
        return Label(text="open")
Naked().run()
"""
"""A Kivy program with every door open: what is tried here does reach a window."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a finger goes, counted from the bottom left."""

    start: Point
    tile: Point
    close: Point


@dataclass(frozen=True, slots=True)
class Seen:
    """The running kiosk with the picture of its home screen, when somebody has begun."""

    x: XServer
    process: subprocess.Popen[str]
    home: bytes
    places: Places

    def still_answers(self) -> None:
        """The same touches lead away and back to the same picture.

        The first screen between them asks in other languages in turn.
        """
        self.x.click(self.places.close)
        self.x.wait_for(self.home.__ne__)
        self.x.click(self.places.start)
        self.x.wait_for(self.home.__eq__)


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_kiosk_folder(tmp_path_factory.mktemp("wing") / "kiosk")


@pytest.fixture(scope="module")
def places(data: Path) -> Places:
    """The same screen drawn in this process tells where its buttons are."""
    rooms = the_screen_rooms(data, World())
    stage = Stage()
    kiosk = KioskScreen(rooms, theme_of(read(data), SIZE))
    stage.clear()
    stage.window.add_widget(kiosk.shell)
    kiosk.shell.place(0, 0, *SIZE)
    stage.wait()
    start = tuple(stage.find(PushButton, text="Touch to start").center)
    kiosk.start_in("en")
    stage.wait()
    close = tuple(stage.find(PushButton, text="Close and hide").center)
    tile = tuple(stage.find(Tile).center)
    stage.clear()
    rooms.database.close()
    return Places(start, tile, close)


@pytest.fixture
def x(tmp_path: Path) -> Iterator[XServer]:
    (tmp_path / "display").mkdir()
    with an_x_server(tmp_path / "display") as server:
        yield server


@pytest.fixture(scope="module")
def seen(data: Path, places: Places, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    """One kiosk for all keys: each test finds it and leaves it on the home screen."""
    display = tmp_path_factory.mktemp("display")
    with an_x_server(display) as x, running(x, the_kiosk(data)) as process:
        resting = first_picture(x)
        x.click(places.start)
        home = x.wait_for(lambda now: now != resting)
        yield Seen(x, process, home, places)


def is_unmoved(seen: Seen) -> bool:
    time.sleep(0.3)
    return seen.process.poll() is None and seen.x.still() == seen.home


@pytest.mark.parametrize("key", ["Escape", "F1"])
def test_on_a_program_with_open_doors_these_keys_do_something(
    key: str, x: XServer, tmp_path: Path
) -> None:
    """Shows that the keys below are really pressed: Escape ends it, F1 opens settings."""
    naked = tmp_path / "naked.py"
    naked.write_text(NAKED, encoding="utf-8")
    with running(x, [sys.executable, str(naked)], tmp_path, {"HOME": str(tmp_path)}) as process:
        before = first_picture(x)
        x.do("key", key)

        if key == "Escape":
            assert process.wait(timeout=PATIENCE) == 0
        else:
            x.wait_for(before.__ne__)


@pytest.mark.parametrize("key", KEYS)
def test_a_key_does_nothing(key: str, seen: Seen) -> None:
    seen.x.do("key", key)

    assert is_unmoved(seen)
    seen.still_answers()


def test_all_the_other_keys_do_nothing(seen: Seen) -> None:
    for key in OTHERS:
        seen.x.do("key", key)

    assert is_unmoved(seen)
    seen.still_answers()


@pytest.mark.parametrize("button", [MIDDLE, RIGHT, WHEEL_UP, WHEEL_DOWN])
def test_only_a_finger_touches(button: int, seen: Seen) -> None:
    seen.x.click(seen.places.tile, button)

    assert is_unmoved(seen)
    seen.x.click(seen.places.tile)
    seen.x.wait_for(lambda now: now != seen.home)
    seen.still_answers()


def test_a_long_press_does_no_more_than_a_touch(seen: Seen) -> None:
    seen.x.click(seen.places.tile)
    opened = seen.x.wait_for(lambda now: now != seen.home)
    seen.still_answers()

    seen.x.do("mousemove", seen.places.tile[0], SIZE[1] - seen.places.tile[1], "mousedown", 1)
    time.sleep(1.5)
    seen.x.do("mouseup", 1)

    seen.x.wait_for(opened.__eq__)
    seen.still_answers()


def test_the_window_does_not_close_when_it_is_asked_to(seen: Seen) -> None:
    (window,) = seen.x.windows()

    seen.x.ask_to_close(window)

    assert is_unmoved(seen)
    seen.still_answers()


def test_nothing_is_written_where_it_was_started(
    x: XServer, data: Path, places: Places, tmp_path: Path
) -> None:
    """F12 takes a picture of a Kivy program into the current folder."""
    (tmp_path / "here").mkdir()
    with running(x, the_kiosk(data), tmp_path / "here"):
        first_picture(x)
        x.do("key", "F12", "key", "ctrl+e")
        x.click(places.start)

    assert list((tmp_path / "here").iterdir()) == []


def test_it_ends_when_it_is_told_to(x: XServer, data: Path) -> None:
    with running(x, the_kiosk(data)) as process:
        first_picture(x)
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=PATIENCE)

    assert process.returncode == 0, said
    assert "Traceback" not in said

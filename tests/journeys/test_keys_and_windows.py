"""Somebody with a keyboard, a mouse and a hostile home in front of the real program."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.screen import KioskScreen, theme_of
from kiosk.screens.parts.buttons import PushButton
from kiosk.screens.parts.tiles import Tile
from kiosk.settings import read
from tests.architecture.house import HOUSE
from tests.builders.screens import World, a_kiosk_folder, the_screen_rooms
from tests.journeys.circle import program
from tests.journeys.xserver import PATIENCE, SIZE, XServer, an_x_server

pytestmark = pytest.mark.skipif(
    not (which("Xvfb") and which("xdotool")), reason="needs the packages xvfb and xdotool"
)
Point = tuple[float, float]

KEYS = (
    "F1",
    "Escape",
    "F11",
    "shift+F11",
    "F12",
    "ctrl+e",
    "ctrl+c",
    "ctrl+v",
    "ctrl+z",
    "ctrl+q",
    "alt+F4",
    "alt+Tab",
    "super",
    "ctrl+alt+Delete",
    "Print",
    "Menu",
    "Return",
    "Tab",
)
MIDDLE, RIGHT, WHEEL_UP, WHEEL_DOWN = 2, 3, 4, 5
"""Buttons of a mouse as X numbers them; a finger is the first."""

NAKED = """
from kivy.app import App
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
    """The running kiosk with its two pictures: nobody is here, somebody has begun."""

    x: XServer
    process: "subprocess.Popen[str]"
    resting: bytes
    home: bytes
    places: Places

    def still_answers(self) -> None:
        """The same touches lead to the same pictures as before."""
        self.x.click(self.places.close)
        self.x.wait_for(self.resting.__eq__)
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


@pytest.fixture(scope="module")
def x(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XServer]:
    with an_x_server(tmp_path_factory.mktemp("display")) as server:
        yield server


@pytest.fixture(scope="module")
def seen(x: XServer, data: Path, places: Places) -> Iterator[Seen]:
    with the_kiosk(x, data, x.environment()) as process:
        resting = first_picture(x)
        x.click(places.start)
        home = x.wait_for(lambda now: now != resting)
        yield Seen(x, process, resting, home, places)


def the_kiosk(
    x: XServer, data: Path, environment: "os.PathLike[str] | object", folder: Path = HOUSE
) -> "Running":
    return Running(x, data, environment, folder)



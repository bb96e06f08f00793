"""The real kiosk screen, drawn off screen in this process, so that a finger can reach it."""

import os
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ["SDL_VIDEODRIVER"] = "offscreen"

from kiosk import lockdown

SIZE = (1920, 1080)
lockdown.close_doors(size=SIZE, windowed=True)

from kiosk.assembly.rooms_of_screen import Outside, the_rooms, the_world
from kiosk.assembly.screen import TICK, KioskScreen
from kiosk.assembly.showing import theme_of
from kiosk.screens.window import KioskWindow
from kiosk.settings import read
from tests.journeys.finger import Finger


class KioskOnStage:
    """A kiosk as `signpost-kiosk run` makes it, but drawn frame by frame."""

    def __init__(self, data: Path, outside: Outside | None = None) -> None:
        settings = read(data)
        self._rooms = the_rooms(settings, outside or the_world())
        self._screen = KioskScreen(self._rooms, theme_of(settings, SIZE))
        window = KioskWindow(self._screen.shell, self._screen.hands)
        window.every(TICK, self._screen.tick)
        lockdown.check_doors()
        self.finger = Finger(self._screen.shell)
        self.finger.draw(5)

    def switch_off(self) -> None:
        """End as SIGTERM ends it."""
        self._screen.end()
        self._rooms.database.close()

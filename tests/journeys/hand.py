"""Somebody in front of the whole screen, as its window sees them."""

from kivy.core.window import Window
from kivy.uix.widget import Widget

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.assembly.screen import KioskScreen
from kiosk.assembly.switches import Switching
from kiosk.screens.places import Place
from kiosk.screens.theme import Theme
from kiosk.screens.window import KioskWindow
from tests.builders.screens import World
from tests.journeys.touch import Touch

STEP = 0.25


class Hand:
    """Touches the glass through the window, while a clock goes that only the test moves."""

    draws_every = 8
    """Looks at the clock between two pictures: drawing takes the longest."""

    def __init__(
        self, stage: Stage, rooms: ScreenRooms, world: World, switching: Switching | None = None
    ) -> None:
        self.stage, self.world, self.rooms = stage, world, rooms
        self.kiosk = KioskScreen(rooms, Theme(), switching=switching or Switching())
        stage.clear()
        self.window = KioskWindow(self.kiosk.shell, self.kiosk.hands)
        self.kiosk.shell.place(0, 0, 1920, 1080)
        stage.wait()

    def leave(self) -> None:
        """Go away: the next test's window is not this one."""
        window = self.window
        for name, heard in (
            ("size", window._resize),
            ("on_touch_down", window._press),
            ("on_touch_up", window._lift),
            ("on_key_down", window._key_down),
            ("on_key_up", window._key_up),
        ):
            Window.funbind(name, heard)
        self.rooms.database.close()

    def pass_by(self, seconds: float) -> None:
        """Let time pass; the kiosk looks four times a second, as it always does."""
        for look in range(round(seconds / STEP)):
            self.world.pass_by(STEP)
            self.kiosk.tick()
            if not look % self.draws_every:
                self.stage.wait(1)
            self.kiosk.switches.tick()
        self.stage.wait(1)

    def press(self, on: Widget) -> Touch:
        """Put a finger down and leave it there."""
        touch = Touch(*on.center)
        touch.touch_down()
        self.stage.wait(1)
        return touch

    def lift(self, touch: Touch) -> None:
        """Take the finger away."""
        touch.touch_up()
        self.stage.wait()

    def touch(self, on: Widget) -> None:
        """Touch something for a moment."""
        self.lift(self.press(on))

    def at(self) -> Place | None:
        """Where the screen is."""
        return self.kiosk.place

    def read(self) -> str:
        """Everything that can be read."""
        return "\n".join(self.stage.texts())

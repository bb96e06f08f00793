"""One finger on the real screen, off screen: what each touch takes until the next picture."""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from itertools import cycle
from pathlib import Path

os.environ["SDL_VIDEODRIVER"] = "offscreen"

from kiosk import lockdown

SIZE = (1280, 800)
lockdown.close_doors(size=SIZE, windowed=True)

from kivy.base import EventLoop
from kivy.graphics.opengl import glFinish
from sqlalchemy import event
from sqlalchemy.orm import Session

from kiosk.assembly.rooms_of_screen import ScreenRooms, the_rooms, the_world
from kiosk.assembly.screen import TICK, KioskScreen
from kiosk.assembly.showing import theme_of
from kiosk.screens.parts.tiles import Row
from kiosk.screens.window import KioskWindow
from kiosk.settings import read
from tests.benchmarks.figures import resident
from tests.journeys.finger import Finger
from tests.journeys.touch import Touch

LOOKED_UP = ("bank", "work", "rent", "help with de", "driver", "room in no", "x")
TOPICS = ("A place to live", "A job or a course", "Money and ID", "Life in here", "Health")
REST = 0.05
"""Seconds between two touches; a hurried person needs more."""
SHORT_REST, LONG_REST = 1.5, 4.0
"""Seconds between two visits, in turn: somebody waited for the screen, or nobody did."""


@dataclass(frozen=True, slots=True)
class Touched:
    """One touch: milliseconds until the pressed part, then until the next screen was drawn."""

    kind: str
    press: float
    release: float
    cpu: float
    press_cpu: float
    committed: float = 0.0
    settled: bool = True


class TimedFinger(Finger):
    """A finger with a stopwatch."""

    def __init__(self, screen: KioskScreen) -> None:
        super().__init__(screen.shell)
        self.touched: list[Touched] = []
        self._commits: list[float] = []
        event.listen(Session, "after_commit", self._commit)

    def press(self, kind: str, words: str) -> None:
        """Touch what shows these words."""
        self._time(kind, self._touchable(words))

    def look_at_row(self, number: int = 0) -> None:
        """Touch a row of a list, whatever it says, and come back; nothing where there is none."""
        rows = [part for part in self._touchables() if isinstance(part, Row) and part.opacity]
        if rows:
            self._time("entry", rows[number % len(rows)])
            self.press("back to list", "Back")

    def write(self, kind: str, text: str) -> None:
        """Type on the kiosk's own keyboard, letter by letter."""
        for sign in text:
            self.press(kind, "space" if sign == " " else sign)

    def draw(self, frames: int = 3) -> None:
        """Let the kiosk go on by itself; as in its own window, it draws only what changed."""
        for _ in range(frames):
            EventLoop.idle()
            glFinish()

    def rest(self, seconds: float) -> None:
        """Touch nothing for a while."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.draw(1)

    def may_press(self, kind: str, words: str) -> None:
        """Touch this where it is there."""
        if self.can_touch(words):
            self.press(kind, words)

    def _time(self, kind: str, part: object) -> None:
        touch = Touch(*part.center)  # type: ignore[attr-defined]
        press, press_cpu = self._drawn(touch.touch_down)
        self._commits.clear()
        begun = time.perf_counter()
        release, cpu = self._drawn(touch.touch_up)
        committed = [(at - begun) * 1e3 for at in self._commits]
        said = self.read()
        self.draw(2)
        settled = self.read() == said
        self.touched.append(
            Touched(
                kind, press, release, cpu, press_cpu, committed[-1] if committed else 0.0, settled
            )
        )
        time.sleep(REST)

    def _drawn(self, act: Callable[[], object]) -> tuple[float, float]:
        """Milliseconds on the wall and of the processor until the frame after this is drawn."""
        wall, cpu = time.perf_counter(), time.process_time()
        act()
        EventLoop.idle()
        glFinish()
        return (time.perf_counter() - wall) * 1e3, (time.process_time() - cpu) * 1e3

    def _commit(self, _session: object) -> None:
        self._commits.append(time.perf_counter())


class Visits:
    """Visits one after another: looking up, searching, asking, hiding."""

    def __init__(self, finger: TimedFinger, people: dict[str, str]) -> None:
        self._finger = finger
        self._people = cycle(people.items())
        self._topics = cycle(TOPICS)
        self._words = cycle(LOOKED_UP)

    def one(self) -> None:
        """One visit from the first screen to the first screen."""
        finger = self._finger
        finger.press("home", "Touch to start")
        self.look_around()
        self._ask()
        finger.press("close and hide", "Close and hide")

    def look_around(self) -> None:
        """Two topics and a search."""
        for _ in range(2):
            self._look_up()
        self._search()

    def _look_up(self) -> None:
        finger = self._finger
        finger.press("topic", next(self._topics))
        finger.look_at_row(1)
        finger.may_press("next page", "More")
        finger.press("back to home", "Back")

    def _search(self) -> None:
        finger = self._finger
        finger.press("search opens", "Search")
        finger.write("search key", next(self._words))
        finger.look_at_row()
        finger.press("back to home", "Back")

    def _ask(self) -> None:
        finger = self._finger
        number, pin = next(self._people)
        finger.press("ask list", "Ask for help")
        finger.press("notice", "Ask to be seen in private")
        finger.press("sign in opens", "I understand, carry on")
        finger.write("sign in key", number)
        finger.press("sign in number", "Continue")
        finger.write("sign in key", pin)
        finger.press("sign in checked", "Continue")
        finger.press("question tick", "Any time")
        finger.press("question", "Continue")
        finger.press("question tick", "Reading help")
        finger.press("check", "Continue")
        finger.press("question", "Change")
        finger.press("check", "Continue")
        finger.press("check", "No")
        finger.press("send", "Send")


def a_finger(data: Path) -> tuple[ScreenRooms, TimedFinger]:
    """Open the screen of this kiosk, wait until it has drawn ahead, and hold a finger over it."""
    rooms = the_rooms(read(data), the_world())
    screen = KioskScreen(rooms, theme_of(read(data), SIZE))
    window = KioskWindow(screen.shell, screen.hands)
    window.every(TICK, screen.tick)
    finger = TimedFinger(screen)
    finger.rest(LONG_REST)
    return rooms, finger


def main() -> int:
    """Make so many touches on the screen of this kiosk; write every one of them down."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--people", type=json.loads, required=True)
    parser.add_argument("--touches", type=int, default=300)
    parser.add_argument("--out", type=Path, required=True)
    said = parser.parse_args()

    begun = time.perf_counter()
    rooms, finger = a_finger(said.data)
    at_rest = resident(os.getpid())
    visits, rests = Visits(finger, said.people), cycle((SHORT_REST, LONG_REST))
    while len(finger.touched) < said.touches:
        visits.one()
        finger.rest(next(rests))
    finger.rest(LONG_REST)
    told = {
        "rest_mb": at_rest,
        "after_mb": resident(os.getpid()),
        "seconds": time.perf_counter() - begun,
        "touched": [asdict(one) for one in finger.touched],
    }
    said.out.write_text(json.dumps(told), encoding="utf-8")
    rooms.database.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""One visit of somebody whose words must not be found afterwards."""

import os
import resource
import sys
from dataclasses import replace
from pathlib import Path

resource.setrlimit(resource.RLIMIT_CORE, (-1, -1))  # a crash would leave everything, if it could

from tests.journeys.kiosk_on_stage import KioskOnStage  # isort: skip  it closes the doors first

from kiosk.assembly.rooms_of_screen import the_world

AWAY = 1000.0
"""Seconds after which any visit is over."""


class Visit:
    """Does one of the things that a person can do."""

    def __init__(self, data: Path, number: str, pin: str, chosen: str) -> None:
        self._later = 0.0
        world = the_world()
        later = replace(world, awake=lambda: world.awake() + self._later)
        self._kiosk = KioskOnStage(data, later)
        self._finger = self._kiosk.finger
        self._number, self._pin, self._chosen = number, pin, chosen

    def search(self) -> None:
        finger = self._finger
        finger.touch("Touch to start")
        finger.touch("Search")
        finger.spell(self._chosen.partition(" ")[0].lower())
        self._leave()

    def cancel(self) -> None:
        self._until_the_check()
        self._leave()

    def idle(self) -> None:
        self._until_the_check()
        self._later = AWAY
        self._finger.wait_for("Touch to start")
        self._kiosk.switch_off()

    def crash(self) -> None:
        self._until_the_check()
        os.abort()

    def send(self) -> None:
        self._until_the_check()
        self._finger.touch("Send")
        self._finger.wait_for("We aim to answer by")
        self._leave()

    def read(self, note: str) -> None:
        finger = self._finger
        finger.touch("Touch to start")
        finger.touch("My requests")
        self._sign_in()
        finger.touch("Work and learning")
        finger.wait_for(note)
        self._leave()

    def _until_the_check(self) -> None:
        finger = self._finger
        finger.touch("Touch to start")
        finger.touch("Ask for help")
        finger.touch("Ask a work adviser")
        finger.touch("I understand, carry on")
        self._sign_in()
        for words in (self._chosen, "2 to 6 months", "In this prison", "No", "One to one"):
            self._answer(words)
        for words in ("Morning", "No matter", "Reading help"):
            self._answer(words)
        finger.touch("Continue")  # nobody has to say yes
        self._answer("This screen")
        finger.wait_for("Check your answers")
        assert finger.can_read(self._chosen)

    def _answer(self, words: str) -> None:
        self._finger.touch(words)
        self._finger.touch("Continue")

    def _sign_in(self) -> None:
        self._finger.spell(self._number)
        self._finger.touch("Continue")
        self._finger.spell(self._pin)
        self._finger.touch("Continue")

    def _leave(self) -> None:
        self._finger.touch("Close and hide")
        self._finger.wait_for("Touch to start")
        self._kiosk.switch_off()


if __name__ == "__main__":
    what, folder, *told = sys.argv[1:]
    note = told.pop() if what == "read" else ""
    visit = Visit(Path(folder), *told)
    getattr(visit, what)(*[note] * bool(note))

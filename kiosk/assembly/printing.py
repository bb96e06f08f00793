"""Sends the pages that somebody chose to the printer of this screen."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.assembly.at_printer import LP
from kiosk.assembly.rooms_of_screen import ScreenRooms
from kiosk.paper.job import Job
from kiosk.screens.entry.further import PagesToPrint, Paper
from kiosk.speech.program import CannotStart, Child
from kiosk.translation import Words

PROGRAM = "kiosk.assembly.at_printer"
AN_HOUR = 3600.0
MOST_AN_HOUR = 12
"""Lists: enough for a wing, too few to empty the paper tray for fun."""
DIGITS = 1000


@dataclass(slots=True)
class _Job:
    """What is on its way: the child, and the list that hears what became of it."""

    child: Child
    pages: PagesToPrint


class Printing:
    """The printer of one screen: one list at a time, by a program of its own that nobody waits for.

    Nothing of a list is kept here: when its visit ends, the pages still come out, and nobody
    is told.
    """

    def __init__(
        self, queue: str, rooms: ScreenRooms, catalogue: Callable[[], Path | None], lp: Path = LP
    ) -> None:
        """`queue`: what the print service calls it; `catalogue`: what the visit of now reads."""
        self._queue = queue
        self._rooms = rooms
        self._catalogue = catalogue
        self._lp = lp
        self._job: _Job | None = None
        self._begun: list[float] = []
        self.failed = False
        """Whether the printer did not take the last pages."""

    @property
    def is_free(self) -> bool:
        """Whether it takes another list now."""
        now = self._rooms.outside.awake()
        self._begun = [at for at in self._begun if now - at < AN_HOUR]
        return bool(self._queue) and self._job is None and len(self._begun) < MOST_AN_HOUR

    def print(self, pages: PagesToPrint, words: Words) -> None:
        """Begin to print this list."""
        catalogue = self._catalogue()
        if not self.is_free or catalogue is None or not pages.pages:
            return
        self._begun.append(self._rooms.outside.awake())
        pages.number = f"{self._rooms.outside.pick(DIGITS):03d}"
        try:
            child = Child(self._command(catalogue), self._order(pages, words).model_dump_json())
        except CannotStart:
            self._ended(pages, well=False)
            return
        pages.paper = Paper.AT_WORK
        self._job = _Job(child, pages)

    def poll(self) -> None:
        """Look whether the pages were taken."""
        job = self._job
        if job is not None and job.child.has_ended():
            self._job = None
            self._ended(job.pages, well=job.child.did_well)

    def close(self) -> None:
        """The screen itself ends: so does what it sent."""
        if self._job is not None:
            self._job.child.end_for_good()

    def _ended(self, pages: PagesToPrint, *, well: bool) -> None:
        self.failed = not well
        pages.paper = Paper.SENT if well else Paper.FAILED

    def _command(self, catalogue: Path) -> tuple[str, ...]:
        home = self._rooms.home.path
        files = (str(catalogue.absolute()), str(home.absolute()), self._queue)
        return (sys.executable, "-I", "-m", PROGRAM, *files, "--lp", str(self._lp))

    def _order(self, pages: PagesToPrint, words: Words) -> Job:
        stand = self._rooms.stand()
        return Job(
            what="list",
            entries=tuple(pages.pages),
            language=words.language,
            easy=words.easy,
            number=pages.number,
            site=stand.site,
            wing=stand.wing,
            day=self._rooms.time().day,
        )

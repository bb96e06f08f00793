"""Names the lists that hold more of the work that an entry is about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from kiosk.catalogue.cards import Card
from kiosk.catalogue.groups import By, Choices, What, both
from kiosk.catalogue.traits import work_of
from kiosk.exchange.entries import Entry, Kind

LEADS: Mapping[Kind, tuple[What, ...]] = {
    Kind.VACANCY: (What.JOBS, What.COURSES, What.EMPLOYERS),
    Kind.COURSE: (What.JOBS, What.EMPLOYERS),
    Kind.EMPLOYER: (What.JOBS, What.COURSES),
    Kind.LABOUR_MARKET: (What.JOBS, What.COURSES),
    Kind.STORY: (What.JOBS, What.COURSES),
}
"""What else somebody wants who reads of work: the next step first."""
MOST = 3
"""Kinds of work of one entry: more rows would hide the page itself."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A list that is worth opening: things of one kind (jobs, courses), of one kind of work."""

    what: What
    work: str

    @property
    def choices(self) -> Choices:
        """What the list is opened with."""
        return Choices({By.WHAT: self.what, By.WORK: self.work})


class Marked(Protocol):
    """Gives the first entries with all these marks (catalogue.Catalogue.marked)."""

    def __call__(
        self, marks: Sequence[tuple[str, str]], language: str, most: int
    ) -> tuple[tuple[int, Card], ...]:
        """List at most so many, each with its number."""


def alike(marked: Marked, entry: Entry, language: str) -> Iterator[Alike]:
    """Name the lists in which something else holds today."""
    for what in LEADS.get(entry.kind, ()):
        for work in work_of(entry)[:MOST]:
            found = marked([(By.WORK, both(what, work))], language, 2)
            if any(card.id != entry.id for _, card in found):
                yield Alike(what, work)

"""Counts what there is for whom: entries by pathway, stage and area."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import ENGLISH, NATIONAL
from kiosk.exchange.entries import Entry
from kiosk.exchange.policy import Vocabulary

ANY = ""
"""Entries that name no stage hold at each of them; those that name no area hold everywhere."""
Cell = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Axis:
    """One list that is counted along: codes with their English names, in the list's order."""

    name: str
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many entries stand for each (pathway, stage, area)."""

    pathways: Axis
    stages: Axis
    areas: Axis
    counts: Mapping[Cell, int]
    entries: int

    def at(self, pathway: str, stage: str, area: str | None = None) -> int:
        """Count the entries of one place; of all areas together when none is named."""
        if area is not None:
            return self.counts.get((pathway, stage, area), 0)
        return sum(count for (p, s, _), count in self.counts.items() if (p, s) == (pathway, stage))

    def gaps(self) -> tuple[tuple[str, str], ...]:
        """Name every pathway and stage for which nothing is written: nor for any stage of it."""
        return tuple(
            (pathway, stage)
            for pathway, _ in self.pathways.terms
            for stage, _ in self.stages.terms
            if stage and not self.at(pathway, stage) and not self.at(pathway, ANY)
        )


def coverage(sources: Sources, today: date, site: str) -> Coverage:
    """Count what the people of one prison can read today, each entry once.

    An entry counts once for each pathway it names. It counts in the column of a stage that it
    names, or in "any stage" when it names none; the same for areas.
    """
    shown = of_prison(sources, today, site)
    counts = Counter(cell for entry in shown for cell in _cells(entry))
    return Coverage(
        pathways=_axis("pathway", sources.policy.get("pathways")),
        stages=_axis("stage", sources.policy.get("stages"), "Any stage"),
        areas=_axis("area", sources.policy.get("areas"), "Everywhere"),
        counts=counts,
        entries=len(shown),
    )


def of_prison(sources: Sources, today: date, site: str) -> list[Entry]:
    """List what the people of one prison can read today as true, each entry once, in English."""
    seen = {
        written.entry.id: written.entry
        for written in sources.written
        if written.entry.language == ENGLISH
        and (written.layer == NATIONAL or written.layer.startswith(f"site/{site.lower()}"))
    }
    return [entry for entry in seen.values() if _holds(entry, today)]


def table(counted: Coverage, area: str | None) -> tuple[Sequence[str], list[list[str]]]:
    """Lay it out for a person: a row a pathway, a numbered column a stage; a dot for nothing."""
    head = ["", *map(str, range(len(counted.stages.terms)))]
    rows = [
        [name, *(str(counted.at(code, stage, area) or "·") for stage, _ in counted.stages.terms)]
        for code, name in counted.pathways.terms
    ]
    return head, rows


def _holds(entry: Entry, today: date) -> bool:
    """Say whether a kiosk would show it today as something that is known to be true."""
    starts = entry.valid_from is None or entry.valid_from <= today
    ends = entry.valid_to is None or today <= entry.valid_to
    return starts and ends and today <= entry.believed_until


def _cells(entry: Entry) -> Iterable[Cell]:
    for pathway in entry.pathways:
        for stage in entry.stages or (ANY,):
            for area in entry.areas or (ANY,):
                yield (pathway, stage, area)


def _axis(name: str, vocabulary: object, anything: str = "") -> Axis:
    if not isinstance(vocabulary, Vocabulary):
        return Axis(name, ())
    terms = tuple((term.code, term.names["en"]) for term in vocabulary.terms)
    return Axis(name, ((ANY, anything), *terms) if anything else terms)

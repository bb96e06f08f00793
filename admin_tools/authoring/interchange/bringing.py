"""Brings a file of others in: every row is judged first, then all good ones are put in."""

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from admin_tools.authoring.interchange.judging import Judge, Judged, Outcome
from admin_tools.authoring.interchange.rows import Listing, NotReadable
from admin_tools.authoring.interchange.selecting import Selection

HELD = ("row", "why")
"""What a file of held rows says before the columns: it may be brought in again."""
MOST = 20_000
"""Rows of one file: a kiosk shows what people near it can take, not a whole country."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Into which layer of which sources, and how; `held` is where held rows are written.

    `rehearsal`: everything is told, nothing is written. `good_rows`: good rows are put in
    although others are bad. `most` wanted rows, or the file is turned away.
    """

    root: Path
    layer: str
    held: Path
    rehearsal: bool = False
    good_rows: bool = False
    most: int = MOST


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a file. `rows` holds all that were wanted; `outside` counts the others."""

    rows: tuple[Judged, ...]
    outside: int
    written: int
    held: Path | None

    def count(self, outcome: Outcome) -> int:
        """Count the rows of one outcome."""
        return Counter(one.outcome for one in self.rows)[outcome]

    @property
    def never_said(self) -> list[str]:
        """Name the columns that every row lacks and should have."""
        lacking = [
            {p.field for p in one.problems if not one.row.cells.get(p.field, "")}
            for one in self.rows
            if one.row.cells
        ]
        return sorted(set.intersection(*lacking)) if lacking else []


def bring(
    judge: Judge,
    listing: Listing,
    selection: Selection,
    plan: Plan,
    told: Callable[[], object],
) -> Brought:
    """Judge every row, then put the good ones into the sources.

    Nothing is put in while a row is bad, unless the plan takes the good ones. A file that breaks
    off in the middle raises NotReadable, and nothing was put in.
    """
    rows: list[Judged] = []
    outside = 0
    with TemporaryDirectory(prefix=".bringing-", dir=None if plan.rehearsal else plan.root) as name:
        stage = Path(name)
        for one in judge.judge(listing, selection, stage):
            told()
            if one.outcome is Outcome.OUTSIDE:
                outside += 1
            else:
                rows.append(one)
            if len(rows) > plan.most:
                raise NotReadable(
                    f"More than {plan.most:,} of its rows are wanted."
                    " Choose with --areas, --occupations or --closing-before."
                )
        bad = any(one.outcome is Outcome.BAD for one in rows)
        wanted = not plan.rehearsal and (plan.good_rows or not bad)
        written = _put_in(stage / plan.layer, plan.root / plan.layer) if wanted else 0
    waiting = [one for one in rows if one.outcome is Outcome.HELD]
    kept = _hold(listing.columns, waiting, plan.held) if waiting and not plan.rehearsal else None
    return Brought(tuple(rows), outside, written, kept)


def _put_in(stage: Path, layer: Path) -> int:
    """Move each entry, finished, to its place: none is ever there by half."""
    moved = 0
    for folder in sorted(stage.glob("*/*")):
        place = layer / folder.relative_to(stage)
        place.parent.mkdir(parents=True, exist_ok=True)
        folder.rename(place)
        moved += 1
    return moved


def _hold(columns: Sequence[str], waiting: Sequence[Judged], wished: Path) -> Path:
    """Write the rows that a person must decide on; a file that is there is left alone."""
    path, number = wished, 2
    while path.exists():
        path, number = wished.with_stem(f"{wished.stem}-{number}"), number + 1
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow((*HELD, *columns))
        for one in waiting:
            cells = (one.row.cells.get(name, "") for name in columns)
            writer.writerow((one.row.number, one.held, *cells))
    return path

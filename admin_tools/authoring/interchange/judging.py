"""Judges every row of a file before anything of it is written."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from admin_tools.authoring.crossing import Known, check_entry, check_page
from admin_tools.authoring.findings import Finding, Severity
from admin_tools.authoring.interchange.cells import Cells, Codes, Problem
from admin_tools.authoring.interchange.draft import Draft, Origin, write
from admin_tools.authoring.interchange.kinds import RowKind
from admin_tools.authoring.interchange.rows import Listing, NotReadable, Row
from admin_tools.authoring.interchange.selecting import Selection
from admin_tools.authoring.interchange.standing import Standing
from admin_tools.authoring.sources import Reading, Sources
from admin_tools.authoring.wording import check_words
from admin_tools.authoring.writing import Written, read_entry
from kiosk.exchange.policy import Vocabulary


class Outcome(StrEnum):
    """What becomes of a row."""

    GOOD = "good"
    BAD = "bad"
    HELD = "held"
    THERE = "there"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Judged:
    """One row with what was found; `held` says why a person must decide."""

    row: Row
    outcome: Outcome
    name: str = ""
    problems: tuple[Problem, ...] = ()
    held: str = ""


class Judge:
    """Reads the sources once, then judges row by row; good rows stand in `stage` afterwards."""

    def __init__(self, kind: RowKind, root: Path, layer: str, origin: Origin) -> None:
        self._kind = kind
        self._layer = layer
        self._named = layer.replace("sites/", "site/")
        self._origin = origin
        self._sources = Reading(root).read()
        self._known = Known(self._sources)
        self._codes = _codes(self._sources)
        self._standing = Standing(self._sources, self._named)
        self._rows: dict[str, int] = {}

    def unknown(self, selection: Selection) -> list[str]:
        """List what is wanted and stands in no list: a slip of the pen would leave out all."""
        pairs = (("areas", selection.areas), ("occupations", selection.occupations))
        return [one for listed, names in pairs for one in names if one not in self._codes[listed]]

    def judge(self, listing: Listing, selection: Selection, stage: Path) -> Iterator[Judged]:
        """Judge each row; one that is not wanted, or not there any more, is told as outside."""
        missing = [name for name in self._kind.needed if name not in listing.columns]
        if missing:
            raise NotReadable(
                f"Row 1 does not name these columns: {', '.join(missing)}. It names"
                f" {', '.join(filter(None, listing.columns))}. docs/importing.md says what each"
                " is called."
            )
        for row in listing.rows():
            if not row.over and selection.takes(row, self._codes):
                yield self._judged(row, listing.each, stage)
            else:
                yield Judged(row, Outcome.OUTSIDE)

    def strangers(self, columns: Iterable[str]) -> list[str]:
        """Name the columns that have no place here."""
        return [name for name in columns if name and name not in self._kind.names]

    def _judged(self, row: Row, each: str, stage: Path) -> Judged:
        cells = Cells(row, self._codes)
        if row.odd:
            cells.tell(each.lower(), row.odd, row.mend)
            return Judged(row, Outcome.BAD, problems=tuple(cells.problems))
        draft = self._kind.make(cells, self._origin.day)
        self._once(row, draft, cells, each)
        if cells.problems:
            return Judged(row, Outcome.BAD, draft.id, tuple(cells.problems))
        written, problems = self._written(row, draft, stage)
        if written is None or problems:
            return Judged(row, Outcome.BAD, draft.id, problems)
        outcome, why = self._beside(written, is_named=bool(cells.text("id")))
        if outcome is not Outcome.GOOD:
            shutil.rmtree(folder_of(stage, self._layer, written))
        return Judged(row, outcome, draft.id, held=why)

    def _once(self, row: Row, draft: Draft, cells: Cells, each: str) -> None:
        """Find what stands in the file twice: under one id, or under one reference."""
        for key in (draft.id, cells.text("reference") and f"reference {cells.text('reference')}"):
            before = self._rows.setdefault(key, row.number) if key else row.number
            if before != row.number:
                mend = "Take one away, or give this one another id and reference."
                cells.tell(each.lower(), f"{each} {before} is the same one.", mend)
                return

    def _written(
        self, row: Row, draft: Draft, stage: Path
    ) -> tuple[Written | None, tuple[Problem, ...]]:
        """Write a draft on the stage and read it back as `content check` does."""
        folder = write(draft, stage / self._layer, self._origin)
        read, findings = read_entry(folder, self._named, stage)
        found = [*findings]
        for one in read:
            found += check_entry(one, self._known, self._origin.day)
            found += check_page(one, self._known)
            found += check_words(one, self._sources.wording)
        problems = [_problem(row, one) for one in found if one.severity is Severity.MUST]
        if problems:
            shutil.rmtree(folder)
        return (read[0] if read else None), tuple(dict.fromkeys(problems))

    def _beside(self, written: Written, *, is_named: bool) -> tuple[Outcome, str]:
        """Compare with what stands in the sources: theirs is never changed."""
        differing = self._standing.differing(written, is_named=is_named)
        if differing is None:
            return Outcome.GOOD, ""
        return (Outcome.HELD, differing) if differing else (Outcome.THERE, "")


def folder_of(root: Path, layer: str, written: Written) -> Path:
    """Name the folder of an entry."""
    return root / layer / written.entry.kind.value / written.entry.id


def _problem(row: Row, finding: Finding) -> Problem:
    """Say a finding of the check as one of a row."""
    field = "page" if finding.file.endswith(".md") else "fields"
    return Problem(row.number, field, finding.problem, finding.mend)


def _codes(sources: Sources) -> Codes:
    """Find each code of each list by itself and by its English name."""
    return {
        listed: {
            **{term.names["en"].lower(): term.code for term in policy.terms},
            **{term.code: term.code for term in policy.terms},
        }
        for listed, policy in sources.policy.items()
        if isinstance(policy, Vocabulary)
    }

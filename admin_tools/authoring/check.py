"""Checks a whole folder of sources."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from admin_tools.authoring.crossing import (
    Known,
    check_entry,
    check_page,
    check_pictures,
    check_ways,
)
from admin_tools.authoring.easing import check_easy, check_wished
from admin_tools.authoring.findings import Finding, Severity, must
from admin_tools.authoring.house import check_policy, check_site
from admin_tools.authoring.lacking import check_lacking, check_welsh
from admin_tools.authoring.overlapping import check_overlaps
from admin_tools.authoring.reading_age import ENOUGH
from admin_tools.authoring.sources import Reading, Sources
from admin_tools.authoring.succeeding import check_successors
from admin_tools.authoring.travels import check_travels
from admin_tools.authoring.wording import check_listed_words, check_words, measured_page
from admin_tools.authoring.writing import ENGLISH, NATIONAL, Written


@dataclass(frozen=True, slots=True, order=True)
class ReadingAge:
    """How old a reader of one page must be, in years; `age` is None where it has few words.

    They are ordered by `turn`: the hardest page comes first.
    """

    turn: float
    page: str
    words: int
    age: float | None = field(compare=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """The sources with everything that was found in them, in the order of the files."""

    sources: Sources
    findings: tuple[Finding, ...]
    ages: tuple[ReadingAge, ...] = ()

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)


def check(root: Path, today: date) -> Checked:
    """Read and check every source under `root`.

    1. Every file is read, or is a finding. 2. Policy and sites. 3. Every entry once, with its
    English first. 4. Every page. 5. What may not stand twice, what may not be taken away, what
    nobody has written yet.
    """
    reading = Reading(root)
    sources = reading.read()
    known = Known(sources)
    findings = [*reading.findings, *check_policy(sources, known, today)]
    findings += check_travels(sources.travels, known.codes)
    for site, profile in sources.profiles.items():
        findings += check_site(site, profile, sources, known)
    seen: dict[tuple[str, str], Written] = {}
    for written in sorted(sources.written, key=lambda one: one.entry.language != ENGLISH):
        if (written.layer, written.entry.id) not in seen:
            seen[written.layer, written.entry.id] = written
            findings += check_entry(written, known, today)
        findings += check_page(written, known)
        english = seen[written.layer, written.entry.id]
        findings += check_pictures(written, english)
        findings += check_ways(written, english)
        findings += check_words(written, sources.wording)
        findings += check_easy(written, english, sources.wording)
        findings += check_welsh(written, sources)
    findings += check_wished(sources.wording, {one.entry.id: one for one in sources.written})
    findings += check_listed_words(sources)
    findings += check_lacking(sources, today)
    findings += check_overlaps(sources.written)
    findings += check_successors(sources, known, today)
    findings += _twice(sources)
    findings += _kept(sources)
    return Checked(sources, tuple(sorted(set(findings))), tuple(sorted(_ages(sources))))


def _ages(sources: Sources) -> Iterator[ReadingAge]:
    """Tell how old a reader of each English page must be; a page of few words has no age."""
    for written in sources.written:
        if sources.wording.manner(written.entry.language).reading_age:
            measure = measured_page(written.entry)
            age = round(measure.age, 1) if measure.words >= ENOUGH else None
            yield ReadingAge(-(age or 0), written.page, measure.words, age)


def _twice(sources: Sources) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str], Written] = {}
    for written in sources.written:
        if written.key in seen:
            yield must(
                written.page,
                1,
                "twice",
                f"{seen[written.key].page} has the same id.",
                "Rename one of the folders.",
            )
        seen[written.key] = written


def _kept(sources: Sources) -> Iterator[Finding]:
    """Find a site, or the list of withdrawn entries, taking away what every prison must show."""
    kept = {w.entry.id for w in sources.written if w.layer == NATIONAL and not w.entry.removable}
    for written in sources.written:
        if written.layer != NATIONAL and written.entry.id in kept:
            yield must(
                written.page,
                1,
                "kept",
                "This would replace an entry that every prison must show.",
                "Give it another id.",
            )
    for one in sources.withdrawn:
        if one.id in kept:
            yield must(
                "withdrawn.toml",
                1,
                "kept",
                f"{one.id!r} is an entry that every prison must show.",
                "Mend the entry in place of withdrawing it.",
            )

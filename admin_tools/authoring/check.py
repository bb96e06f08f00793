"""Checks a whole folder of sources."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from admin_tools.authoring.crossing import Known, check_entry, check_page, check_pictures
from admin_tools.authoring.findings import Finding, Severity, must
from admin_tools.authoring.house import check_policy, check_site
from admin_tools.authoring.sources import Reading, Sources
from admin_tools.authoring.wording import check_words
from admin_tools.authoring.writing import ENGLISH, NATIONAL, Written


@dataclass(frozen=True, slots=True)
class Checked:
    """The sources with everything that was found in them, in the order of the files."""

    sources: Sources
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)


def check(root: Path, today: date) -> Checked:
    """Read and check every source under `root`.

    1. Every file is read, or is a finding. 2. Policy and sites. 3. Every entry once, with its
    English first. 4. Every page. 5. What may not stand twice, what may not be taken away.
    """
    reading = Reading(root)
    sources = reading.read()
    known = Known(sources)
    findings = [*reading.findings, *check_policy(sources, known, today)]
    for site, profile in sources.profiles.items():
        findings += check_site(site, profile, sources, known)
    seen: dict[tuple[str, str], Written] = {}
    for written in sorted(sources.written, key=lambda one: one.entry.language != ENGLISH):
        if (written.layer, written.entry.id) not in seen:
            seen[written.layer, written.entry.id] = written
            findings += check_entry(written, known, today)
        findings += check_page(written, known)
        findings += check_pictures(written, seen[written.layer, written.entry.id])
        findings += check_words(written, sources.wording)
    findings += _twice(sources)
    findings += _kept(sources)
    return Checked(sources, tuple(sorted(set(findings))))


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

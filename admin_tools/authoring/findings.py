"""What the check found in the sources."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding stops."""

    MUST = "must"
    """Nothing is published until this is mended."""
    BEFORE_USE = "before-use"
    """A demonstration may be published; a real prison may not."""
    HINT = "hint"
    """Somebody should look; nothing is stopped."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing in one place: what is wrong, then how to mend it. Lines count from 1."""

    file: str
    line: int
    severity: Severity
    code: str
    problem: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.problem} {self.mend}"


def must(file: str, line: int, code: str, problem: str, mend: str) -> Finding:
    """Make a finding that stops publishing."""
    return Finding(file, line, Severity.MUST, code, problem, mend)


def before_use(file: str, line: int, code: str, problem: str, mend: str) -> Finding:
    """Make a finding that stops publishing with real keys."""
    return Finding(file, line, Severity.BEFORE_USE, code, problem, mend)


def hint(file: str, line: int, code: str, problem: str, mend: str) -> Finding:
    """Make a finding that stops nothing."""
    return Finding(file, line, Severity.HINT, code, problem, mend)


def stopping(findings: Iterable[Finding], *, demo: bool) -> tuple[Finding, ...]:
    """Pick the findings that stop publishing, with demonstration keys or with real ones."""
    stops = {Severity.MUST} if demo else {Severity.MUST, Severity.BEFORE_USE}
    return tuple(finding for finding in findings if finding.severity in stops)


def as_json(findings: Iterable[Finding]) -> str:
    """Write the findings for a program, one list."""
    return json.dumps([asdict(finding) for finding in findings], indent=2, ensure_ascii=False)

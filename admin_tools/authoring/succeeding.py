"""Checks what stands for what: one page replaces another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from admin_tools.authoring.crossing import Known
from admin_tools.authoring.findings import Finding, hint, must
from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import ENGLISH, Written


@dataclass(frozen=True, slots=True)
class Step:
    """From one id to the one that stands for it now, with where that is written."""

    old: str
    new: str
    file: str
    line: int


def check_successors(sources: Sources, known: Known, today: date) -> Iterator[Finding]:
    """Find circles, chains (the search goes one step), and replaced pages that are still shown."""
    english = [one for one in sources.written if one.entry.language == ENGLISH]
    steps = [step for one in english for step in _steps(one)]
    onward = {old: {s.new for s in steps if s.old == old} for old in {s.old for s in steps}}
    for step in steps:
        if step.old in _reached(step.new, onward):
            yield _circle(step)
        else:
            yield from _chained(step, onward)
    gone = {one.id for one in sources.withdrawn}
    for one in english:
        ends = one.entry.valid_to
        if one.entry.id not in gone and (ends is None or ends >= today):
            yield from _still_there(one, onward, known)


def _steps(written: Written) -> Iterator[Step]:
    entry = written.entry
    for old in entry.replaces:
        yield Step(old, entry.id, *written.at("replaces"))
    if entry.replaced_by:
        yield Step(entry.id, entry.replaced_by, *written.at("replaced_by"))


def _reached(start: str, onward: Mapping[str, set[str]]) -> set[str]:
    """List what is come to from here, with here."""
    reached, ahead = {start}, [start]
    while ahead:
        new = onward.get(ahead.pop(), set()) - reached
        reached |= new
        ahead += new
    return reached


def _circle(step: Step) -> Finding:
    return must(
        step.file,
        step.line,
        "circle",
        f"{step.new!r} stands for {step.old!r}, and the other way round.",
        "Say which of them is the new one, and take the other line away.",
    )


def _chained(step: Step, onward: Mapping[str, set[str]]) -> Iterator[Finding]:
    for newest in sorted(onward.get(step.new, set()) - onward[step.old]):
        yield hint(
            step.file,
            step.line,
            "chain",
            f"{step.new!r} stands for {step.old!r}, and {newest!r} for {step.new!r}: who looks for"
            " the oldest finds nothing once {step.new!r} is gone.",
            f"Name {step.old!r} in replaces of {newest!r} too.",
        )


def _still_there(
    written: Written, onward: Mapping[str, set[str]], known: Known
) -> Iterator[Finding]:
    """Find a page that everybody who has it also has the successor of."""
    entry = written.entry
    new = sorted(one for one in onward.get(entry.id, ()) if known.kind(written.layer, one))
    if new:
        yield hint(
            *written.at("valid_to"),
            "replaced",
            f"{new[0]!r} stands for this now, and this is still shown in lists beside it.",
            "Write the last day as valid_to: its names then lead to the new page.",
        )

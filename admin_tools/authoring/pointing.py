"""Checks where what is due, what is printed, and the distances between areas point to."""

from collections.abc import Iterator

from admin_tools.authoring.crossing import Known
from admin_tools.authoring.findings import Finding, hint, must
from kiosk.exchange.distances import Distances
from kiosk.exchange.dues import Dues
from kiosk.exchange.model import Model
from kiosk.exchange.print_packs import PrintPacks


def check_pointing(file: str, value: Model, known: Known) -> Iterator[Finding]:
    """Check one policy file; most point nowhere."""
    match value:
        case Dues():
            yield from _dues(file, value, known)
        case Distances():
            yield from _distances(file, value, known)
        case PrintPacks():
            yield from _print_packs(file, value, known)
        case _:
            return


def _dues(file: str, dues: Dues, known: Known) -> Iterator[Finding]:
    """Find what is due at a stage that is not there, or leads to a page that is not."""
    for due in dues.dues:
        yield from _listed(file, due.code, "stages", (due.stage,), known)
        if due.entry and not known.anywhere(due.entry):
            mend = "Name an entry, or leave `entry` out."
            yield _nowhere(file, repr(due.code), due.entry, mend)


def _distances(file: str, distances: Distances, known: Known) -> Iterator[Finding]:
    """Find distances from areas that are not there, or that stand twice."""
    seen: set[frozenset[str]] = set()
    for one in distances.distances:
        name = " to ".join(one.between)
        yield from _listed(file, name, "areas", one.between, known)
        pair = frozenset(one.between)
        if pair in seen:
            yield must(file, 1, "twice", f"The way from {name} stands here twice.", "Take one out.")
        seen.add(pair)


def _print_packs(file: str, packs: PrintPacks, known: Known) -> Iterator[Finding]:
    """Find packs of stages that are not there or stand twice, and pages that are never in them."""
    stages = [stage for pack in packs.packs for stage in pack.stages or ("every other stage",)]
    for stage in sorted({stage for stage in stages if stages.count(stage) > 1}):
        yield must(file, 1, "twice", f"Two packs are for {stage!r}.", "Take it out of one.")
    for pack in packs.packs:
        yield from _listed(file, "a pack", "stages", pack.stages, known)
        for name in pack.first:
            if not known.anywhere(name):
                yield _nowhere(file, "A pack", name, "Name an entry, or leave it out.")
            elif not known.is_for_all(name):
                yield hint(
                    file,
                    1,
                    "not-for-all",
                    f"{name!r} is private or for some people: no pack holds it by itself.",
                    "Leave it out of `first`. Who needs it names it when the pack is printed.",
                )


def _listed(
    file: str, name: str, vocabulary: str, codes: tuple[str, ...], known: Known
) -> Iterator[Finding]:
    for code in codes:
        if code not in known.codes.get(vocabulary, frozenset()):
            yield must(
                file,
                1,
                "unknown-code",
                f"{name!r} names {code!r}.",
                f"policy/{vocabulary}.toml holds the list.",
            )


def _nowhere(file: str, who: str, name: str, mend: str) -> Finding:
    return hint(file, 1, "leads-nowhere", f"{who} leads to {name!r}, which is not there.", mend)

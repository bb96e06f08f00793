"""Checks where what is due, with the distances between areas, points to."""

from collections.abc import Iterator

from admin_tools.authoring.crossing import Known
from admin_tools.authoring.findings import Finding, hint, must
from kiosk.exchange.distances import Distances
from kiosk.exchange.dues import Dues


def check_dues(file: str, dues: Dues, known: Known) -> Iterator[Finding]:
    """Find what is due at a stage that is not there, or leads to a page that is not."""
    for due in dues.dues:
        yield from _listed(file, due.code, "stages", (due.stage,), known)
        if due.entry and not known.anywhere(due.entry):
            yield hint(
                file,
                1,
                "leads-nowhere",
                f"{due.code!r} leads to {due.entry!r}, which is not there.",
                "Name an entry, or leave `entry` out.",
            )


def check_distances(file: str, distances: Distances, known: Known) -> Iterator[Finding]:
    """Find distances from areas that are not there, or that stand twice."""
    seen: set[frozenset[str]] = set()
    for one in distances.distances:
        name = " to ".join(one.between)
        yield from _listed(file, name, "areas", one.between, known)
        pair = frozenset(one.between)
        if pair in seen:
            yield must(file, 1, "twice", f"The way from {name} stands here twice.", "Take one out.")
        seen.add(pair)


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

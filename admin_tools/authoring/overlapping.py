"""Finds entries that tell the same people of the same thing."""

import re
from collections.abc import Hashable, Iterable, Iterator

from admin_tools.authoring.findings import Finding, hint
from admin_tools.authoring.writing import ENGLISH, NATIONAL, Written
from kiosk.exchange.entries import Entry
from kiosk.exchange.kinds.service import Service

_WORD = re.compile(r"\w+")


def check_overlaps(written: Iterable[Written]) -> Iterator[Finding]:
    """Find a second entry of one kind with the same title, or the same work of the same people.

    Two entries overlap when some reader can see both: their areas meet, one layer holds the other.
    """
    seen: dict[Hashable, list[Written]] = {}
    for one in written:
        if one.entry.language != ENGLISH:
            continue
        told: set[str] = set()
        for key in _keys(one.entry):
            for other in seen.setdefault(key, []):
                if other.entry.id not in told and _meet(one, other):
                    told.add(other.entry.id)
                    yield _overlap(one, other)
            seen[key].append(one)


def _keys(entry: Entry) -> Iterator[Hashable]:
    """Name an entry by what it is called, a service also by who does what for whom."""
    title = frozenset(_WORD.findall(entry.title.casefold()))
    yield entry.kind, title, getattr(entry.about, "hiring_organization", "")
    about = entry.about
    if isinstance(about, Service) and (about.run_by or about.organization):
        needs = (entry.topics, entry.pathways, entry.stages, entry.audience)
        yield about.run_by or about.organization, about.eligibility_description, needs


def _meet(one: Written, other: Written) -> bool:
    if one.entry.id == other.entry.id:
        return False
    areas, others = set(one.entry.areas), set(other.entry.areas)
    near, far = sorted((f"{one.layer}/", f"{other.layer}/"), key=len)
    inside = NATIONAL in (one.layer, other.layer) or far.startswith(near)
    return inside and (not areas or not others or bool(areas & others))


def _overlap(one: Written, other: Written) -> Finding:
    return hint(
        one.page,
        1,
        "overlap",
        f"{other.page} seems to tell the same people of the same thing.",
        "Make one of the two, let one replace the other, or say in the titles how they differ.",
    )

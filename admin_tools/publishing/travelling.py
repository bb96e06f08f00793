"""Chooses which vacancies go on the stick, and counts those that do not with the reason."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from admin_tools.authoring.sources import Sources
from admin_tools.authoring.writing import NATIONAL, Written
from kiosk.exchange.kinds.vacancy import Vacancy
from kiosk.exchange.policy import SiteProfile

OUTSIDE = "outside the areas where people go"
WORK = "other kinds of work"
SOON = "close before a stick is there"
LATE = "close too late"
MANY = "more than may travel"
EVERYWHERE = "anywhere"
"""The area of policy/areas that is every area."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The sources that travel. `left_out`: how many vacancies stay, by reason, `of` so many."""

    sources: Sources
    left_out: tuple[tuple[str, int], ...]
    of: int

    def lines(self) -> Iterator[str]:
        """Say how many stay behind, and why; nothing when all travel."""
        if self.left_out:
            count = sum(number for _, number in self.left_out)
            yield f"Vacancies that stay behind, by policy/travels.toml: {count} of {self.of}."
            yield from (f"  {reason}: {number}" for reason, number in self.left_out)


def travelling(sources: Sources, today: date) -> Chosen:
    """Leave out the vacancies that policy/travels.toml does not want, in every language."""
    english = [one for one in sources.written if isinstance(one.entry.about, Vacancy)]
    jobs = {(one.layer, one.entry.id): one for one in english}
    stay = {key: why for key, one in jobs.items() if (why := _why(one, sources, today))}
    left = [one for key, one in jobs.items() if key not in stay]
    stay |= {(one.layer, one.entry.id): MANY for one in _too_many(left, sources)}
    written = tuple(w for w in sources.written if (w.layer, w.entry.id) not in stay)
    return Chosen(replace(sources, written=written), _counted(stay.values()), len(jobs))


def _counted(reasons: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(reasons).most_common())


def _why(one: Written, sources: Sources, today: date) -> str | None:
    """Say why a vacancy stays; None when it travels."""
    travels, job = sources.travels, one.entry.about
    days = (one.entry.valid_to - today).days if one.entry.valid_to else None
    if days is not None and travels.closes_from is not None and days < travels.closes_from:
        return SOON
    if days is not None and travels.closes_within is not None and days > travels.closes_within:
        return LATE
    work = job.occupational_category if isinstance(job, Vacancy) else None
    if travels.occupations and work and work not in travels.occupations:
        return WORK
    return None if _is_near(one, sources) else OUTSIDE


def _is_near(one: Written, sources: Sources) -> bool:
    """Tell whether a prison that gets this layer sends people where the job is."""
    travels, areas = sources.travels, set(one.entry.areas)
    if not travels.release_areas or not areas or EVERYWHERE in areas:
        return True
    each = [_release_areas(profile) for profile in _prisons(one.layer, sources)]
    return not all(each) or not areas.isdisjoint(
        (*travels.areas, *(a for one in each for a in one))
    )


def _prisons(layer: str, sources: Sources) -> Iterator[SiteProfile]:
    """Give the prisons that get a layer: of the nation, all."""
    for site, profile in sources.profiles.items():
        if layer == NATIONAL or layer.split("/")[1] == site:
            yield profile


def _release_areas(profile: SiteProfile) -> Sequence[str]:
    return profile.establishment.areas if profile.establishment else ()


def _too_many(jobs: Sequence[Written], sources: Sources) -> Iterator[Written]:
    """Give what is more than may travel of each layer: the farthest, of these the last to close."""
    most = sources.travels.most
    layers: dict[str, list[Written]] = {}
    for one in jobs:
        layers.setdefault(one.layer, []).append(one)
    for layer, listed in layers.items() if most is not None else ():
        areas = [area for profile in _prisons(layer, sources) for area in _release_areas(profile)]
        yield from sorted(listed, key=lambda one: _rank(one, areas))[most:]


def _rank(one: Written, areas: Sequence[str]) -> tuple[int, date, str]:
    """Order by how near it is, then by its closing day."""
    near = [areas.index(area) for area in one.entry.areas if area in areas]
    return min(near, default=len(areas)), one.entry.valid_to or date.max, one.entry.id

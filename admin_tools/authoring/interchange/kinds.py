"""What rows of others may become, by the word that an author types after --as."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from admin_tools.authoring.interchange import dated, groups, guides, services, vacancies
from admin_tools.authoring.interchange.cells import Cells
from admin_tools.authoring.interchange.draft import Draft


@dataclass(frozen=True, slots=True)
class RowKind:
    """What a row may hold: its columns, which of them it needs, how it becomes a draft."""

    names: frozenset[str]
    needed: Sequence[str]
    make: Callable[[Cells, date], Draft]


KINDS: Mapping[str, RowKind] = {
    "jobs": RowKind(vacancies.NAMES, vacancies.NEEDED, vacancies.vacancy),
    "employers": RowKind(groups.EMPLOYER_NAMES, groups.EMPLOYER_NEEDED, groups.employer),
    "organisations": RowKind(
        groups.ORGANISATION_NAMES, groups.ORGANISATION_NEEDED, groups.organisation
    ),
    "services": RowKind(services.NAMES, services.NEEDED, services.service),
    "calendar": RowKind(dated.NAMES, dated.NEEDED, dated.dated),
    "guides": RowKind(guides.NAMES, guides.NEEDED, guides.guide),
}

"""What of the vacancies goes on a stick: policy/travels.toml, for authors only."""

from collections.abc import Iterator, Mapping

from pydantic import Field

from admin_tools.authoring.findings import Finding, must
from kiosk.exchange.model import Code, Model

FILE = "policy/travels.toml"


class Travels(Model):
    """Which vacancies travel; without a rule of a kind, all do.

    `release_areas`: those in the areas where people of a prison go (`[establishment]` of its
    profile), those in `areas` beside them, and those for everywhere. `occupations`: only these.
    `closes_from` and `closes_within`: days from publishing; who closes sooner, or later, stays.
    `most`: of one prison or of the nation, the nearest first.
    """

    release_areas: bool = False
    areas: tuple[Code, ...] = ()
    occupations: tuple[Code, ...] = ()
    closes_from: int | None = Field(default=None, ge=0, le=90)
    closes_within: int | None = Field(default=None, ge=1, le=1_000)
    most: int | None = Field(default=None, ge=1, le=20_000)


def check_travels(travels: Travels, codes: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    """Find what is wanted and stands in no list: a slip of the pen would leave out all."""
    for listed, wanted in (("areas", travels.areas), ("occupations", travels.occupations)):
        for code in wanted:
            if code not in codes.get(listed, frozenset()):
                problem = f"{listed}: {code!r} is in no list."
                yield must(FILE, 1, "code", problem, f"policy/{listed}.toml holds the list.")

"""How long half a million vacancies take to be read, beside the csv module alone."""

import csv
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from admin_tools.authoring.interchange.bringing import Plan, bring
from admin_tools.authoring.interchange.draft import Origin
from admin_tools.authoring.interchange.judging import Judge, Outcome
from admin_tools.authoring.interchange.kinds import KINDS
from admin_tools.authoring.interchange.selecting import Selection
from admin_tools.authoring.interchange.table import Table
from tests.benchmarks.figures import figure, tell
from tests.builders.sources import TODAY, sources
from tests.builders.tables import job

ROWS = 500_000
EACH = 1_000
"""One row in so many is of the area that is wanted."""
TIMES = 20
"""How many times the csv module's own time the selection may take."""
MEMORY = 200
"""Megabytes by which reading may grow, whatever the length of the file."""


def rows(count: int) -> Iterable[dict[str, str]]:
    for number in range(count):
        area = "southmere" if number % EACH == 0 else "northgate"
        yield job(title=f"Packer {number}", area=area, reference=f"R{number}")


def written(path: Path, count: int) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(job()))
        writer.writeheader()
        writer.writerows(rows(count))
    return path


def alone(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.reader(file)) - 1


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


def test_half_a_million_vacancies(tmp_path: Path) -> None:
    content = sources(tmp_path / "content")
    path = written(tmp_path / "jobs.csv", ROWS)
    origin = Origin("A job board", "Employment lead", TODAY, ["work-outside"])
    judge = Judge(KINDS["jobs"], content, "sites/mvx", origin)
    selection = Selection(areas=frozenset({"southmere"}))
    plan = Plan(content, "sites/mvx", tmp_path / "held.csv")

    limit = seconds(lambda: alone(path))
    before, begun = megabytes(), time.perf_counter()
    brought = bring(judge, Table(path), selection, plan, lambda: None)
    took = time.perf_counter() - begun
    grown = megabytes() - before

    size = path.stat().st_size / 1e6
    tell(
        replace(
            figure("interchange: 500,000 rows, 500 taken", "s", [took], aim=limit * TIMES),
            beside=f"csv module alone {limit:.2f} s",
            how=f"{size:.0f} MB, memory grew by {grown:.0f} MB",
        )
    )
    assert (brought.count(Outcome.GOOD), brought.outside) == (ROWS // EACH, ROWS - ROWS // EACH)
    assert took < limit * TIMES
    assert grown < MEMORY

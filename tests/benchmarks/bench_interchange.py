"""What half a million vacancies cost to be read, beside the reader of Python alone."""

import csv
import json
import resource
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from admin_tools.authoring.interchange.bringing import Plan, bring
from admin_tools.authoring.interchange.draft import Origin
from admin_tools.authoring.interchange.judging import Judge, Outcome
from admin_tools.authoring.interchange.kinds import KINDS
from admin_tools.authoring.interchange.listings import listing
from admin_tools.authoring.interchange.selecting import Selection
from tests.benchmarks.figures import figure, tell
from tests.builders.sources import TODAY, sources
from tests.builders.tables import job

ROWS = 500_000
EACH = 1_000
"""One row in so many is of the area that is wanted."""
TIMES = {"csv": 20, "json": 25}
"""How many times the reader's own time the selection may take."""
MEMORY = 200
"""Megabytes by which reading may grow, whatever the length of the file."""


def rows(count: int) -> Iterable[dict[str, str]]:
    for number in range(count):
        area = "southmere" if number % EACH == 0 else "northgate"
        yield job(title=f"Packer {number}", area=area, reference=f"R{number}")


def as_csv(path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(job()))
        writer.writeheader()
        writer.writerows(rows(ROWS))


def as_json(path: Path) -> None:
    """One list of postings, one after another, as a national board gives it out."""
    with path.open("w", encoding="utf-8") as file:
        for number, row in enumerate(rows(ROWS)):
            file.write(",\n" if number else '{"@graph": [')
            json.dump(posting(row), file)
        file.write("]}")


def posting(row: dict[str, str]) -> dict[str, object]:
    own = ("area", "occupation", "convictions", "apply_with", "how_to_apply")
    return {
        "@type": "JobPosting",
        "title": row["title"],
        "description": row["summary"],
        "hiringOrganization": {"name": row["employer"]},
        "jobLocation": {"address": {"addressLocality": row["location"]}},
        "baseSalary": {"currency": "GBP", "value": {"value": 12.71, "unitText": "HOUR"}},
        "workHours": "37.5 hours a week",
        "validThrough": row["closing_day"],
        "identifier": {"name": "board", "value": row["reference"]},
        **{f"signpost:{name}": row[name] for name in own},
    }


def csv_alone(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass


def json_alone(path: Path) -> None:
    """Read the same entries one at a time: all of them at once would be the memory's figure."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            json.loads(line.removeprefix('{"@graph": [').removesuffix("]}").rstrip(",\n"))


def seconds(act: Callable[[], object]) -> float:
    """Processor seconds: another program does not add to them."""
    begun = time.process_time()
    act()
    return time.process_time() - begun


def megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3


@pytest.mark.parametrize("form", ["csv", "json"])
def test_half_a_million_vacancies(tmp_path: Path, form: str) -> None:
    content = sources(tmp_path / "content")
    path = tmp_path / f"jobs.{form}"
    write, alone = {"csv": (as_csv, csv_alone), "json": (as_json, json_alone)}[form]
    write(path)
    origin = Origin("A job board", "Employment lead", TODAY, ["work-outside"])
    judge = Judge(KINDS["jobs"], content, "sites/mvx", origin)
    selection = Selection(areas=frozenset({"southmere"}))
    plan = Plan(content, "sites/mvx", tmp_path / "held.csv")

    limit = seconds(lambda: alone(path))
    before, begun = megabytes(), time.process_time()
    brought = bring(judge, listing(path, "jobs"), selection, plan, lambda: None)
    took = time.process_time() - begun
    grown = megabytes() - before

    size = path.stat().st_size / 1e6
    tell(
        replace(
            figure(f"interchange: 500,000 {form}, 500 taken", "s", [took], aim=limit * TIMES[form]),
            beside=f"{form} module alone {limit:.2f} s",
            how=f"{size:.0f} MB, memory grew by {grown:.0f} MB",
        )
    )
    assert (brought.count(Outcome.GOOD), brought.outside) == (ROWS // EACH, ROWS - ROWS // EACH)
    assert took < limit * TIMES[form]
    assert grown < MEMORY

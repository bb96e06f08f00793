"""Files of others brought into a small folder of sources, and what became of them."""

import json
from collections.abc import Mapping
from pathlib import Path

from admin_tools.authoring.interchange.bringing import Brought, Plan, bring
from admin_tools.authoring.interchange.draft import Origin
from admin_tools.authoring.interchange.judging import Judge
from admin_tools.authoring.interchange.kinds import KINDS
from admin_tools.authoring.interchange.listings import listing
from admin_tools.authoring.interchange.rows import Filled
from admin_tools.authoring.interchange.selecting import Selection
from kiosk.exchange.entries import Entry
from tests.builders.sources import TODAY, checked

ORIGIN = Origin("A list", "Employment lead", TODAY, ["work-outside"], pathways=["work"])
WEEK = Origin("A calendar", "Resettlement team", TODAY, ["this-week"])


def brought(
    content: Path,
    file: Path,
    kind: str = "jobs",
    selection: Selection = Selection(),  # noqa: B008 - it never changes
    fill: Mapping[str, str] | None = None,
    **how: bool,
) -> Brought:
    """Bring one file in as this kind; held rows go beside the sources."""
    plan = Plan(content, "sites/mvx", content.parent / "held.csv", **how)
    judge = Judge(KINDS[kind], content, "sites/mvx", WEEK if kind == "calendar" else ORIGIN)
    return bring(judge, Filled(listing(file, kind), fill or {}), selection, plan, lambda: None)


def told(result: Brought) -> list[tuple[int, str, str]]:
    """Every problem: row, field, what is wrong."""
    return [(p.row, p.field, p.problem) for one in result.rows for p in one.problems]


def as_json(path: Path, value: object) -> Path:
    """Write a file of others as JSON."""
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


def names(content: Path, kind: str = "vacancy") -> list[str]:
    """The ids that the prison has of a kind."""
    folder = content / "sites/mvx" / kind
    return sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []


def entry(content: Path, name: str) -> Entry:
    """One entry as it was read back."""
    return next(w.entry for w in checked(content).sources.written if w.entry.id == name)

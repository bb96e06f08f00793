"""Brings a file of others in, and tells row by row what became of it."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.authoring.interchange.bringing import HELD, Brought, Plan, bring
from admin_tools.authoring.interchange.draft import Origin
from admin_tools.authoring.interchange.judging import Judge, Judged, Outcome
from admin_tools.authoring.interchange.kinds import KINDS
from admin_tools.authoring.interchange.listings import listing
from admin_tools.authoring.interchange.rows import Filled, Listing, NotReadable
from admin_tools.authoring.interchange.selecting import Selection
from admin_tools.commands.telling import Exit, Telling
from admin_tools.publishing.errors import PublishingRefused

_DAY = ["%Y-%m-%d"]
Stages = Annotated[list[str], typer.Option("--stage", help="Of policy/stages.toml.")]
Pathways = Annotated[list[str], typer.Option("--pathway", help="Of policy/pathways.toml.")]
Outputs = Annotated[list[str], typer.Option("--output", help="Of policy/outputs.toml.")]
Ask = Annotated[str, typer.Option("--ask", help="The form that each page leads to.")]
Areas = Annotated[str, typer.Option("--areas", help="Take only rows of these: a,b")]
Occupations = Annotated[str, typer.Option("--occupations", help="Take only rows of these: a,b")]
After = Annotated[
    datetime | None, typer.Option("--closing-after", formats=_DAY, help="This day or later.")
]
Before = Annotated[
    datetime | None, typer.Option("--closing-before", formats=_DAY, help="This day or sooner.")
]
Held = Annotated[
    Path | None, typer.Option("--held", dir_okay=False, help="Where held rows are written.")
]
Fill = Annotated[
    list[str], typer.Option("--fill", help="What empty cells of a column hold: COLUMN=VALUE")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Tell everything, write nothing.")]
AllOrNothing = Annotated[
    bool, typer.Option("--all-or-nothing/--good-rows", help="What to do while rows are bad.")
]


def selection(
    areas: str, occupations: str, after: datetime | None, before: datetime | None
) -> Selection:
    """Say which rows are wanted."""
    return Selection(_set(areas), _set(occupations), _day(after), _day(before))


def filling(said: list[str], kind: str) -> dict[str, str]:
    """Read what the author says of every row: COLUMN=VALUE."""
    filled = dict(one.split("=", 1) for one in said if "=" in one)
    odd = [one for one in said if "=" not in one] + [
        n for n in filled if n not in KINDS[kind].names
    ]
    if odd:
        raise typer.BadParameter(f"{', '.join(odd)}: no column of {kind}", param_hint="--fill")
    return filled


def bring_in(
    telling: Telling,
    named: tuple[Path, str, dict[str, str]],
    wanted: Selection,
    origin: Origin,
    plan: Plan,
) -> None:
    """Bring one file of one kind in; end with FINDINGS while a person has something to do."""
    file, kind, filled = named
    try:
        rows = Filled(listing(file, kind), filled)
        judge = Judge(KINDS[kind], plan.root, plan.layer, origin)
        if unknown := judge.unknown(wanted):
            raise typer.BadParameter(f"{', '.join(unknown)}: not in the lists of policy/")
        with telling.progress("Rows") as bar:
            task = bar.add_task("", total=None)
            brought = bring(judge, rows, wanted, plan, lambda: bar.advance(task))
    except NotReadable as error:
        raise PublishingRefused(
            "not-readable", f"{file.name} cannot be taken in. {error} Nothing was written."
        ) from error
    except OSError as error:
        raise PublishingRefused(
            "not-written", f"The disk did not take it: {error.strerror}. Run it again, it goes on."
        ) from error
    strangers = judge.strangers(name for name in rows.columns if name not in HELD)
    left_out = [*strangers, *rows.left_out]
    _tell(telling, brought, plan, (rows, left_out))


def _tell(telling: Telling, brought: Brought, plan: Plan, read: tuple[Listing, list[str]]) -> None:
    rows, left_out = read
    for one in brought.rows:
        for line in _lines(f"{rows.each} {one.row.number}", one):
            telling.say(line)
    for remark in rows.remarks:
        telling.say(remark)
    if left_out:
        telling.say(f"What has no place here: {', '.join(left_out)}.")
    if never := [name for name in brought.never_said if name in rows.columns]:
        telling.say(f"Nothing in it says {', '.join(never)}: --fill {never[0]}=… says it for all.")
    telling.say(_sum(brought))
    telling.say(_ending(brought, plan))
    telling.data(_facts(brought, rows, left_out))
    person = brought.count(Outcome.BAD) + brought.count(Outcome.HELD)
    telling.end(Exit.FINDINGS if person else Exit.DONE)


def _lines(name: str, one: Judged) -> list[str]:
    match one.outcome:
        case Outcome.BAD:
            return [f"{name}, {p.field}: {p.problem} {p.mend}" for p in one.problems]
        case Outcome.HELD:
            return [f"{name}: held for a person. {one.held}."]
        case Outcome.THERE:
            return [f"{name}: {one.name} is there already and says the same."]
    return []


def _sum(brought: Brought) -> str:
    outside = f" {brought.outside} more are not of what was wanted, or are over."
    return (
        f"{len(brought.rows)} read: {brought.count(Outcome.GOOD)} good,"
        f" {brought.count(Outcome.BAD)} bad, {brought.count(Outcome.HELD)} held for a person,"
        f" {brought.count(Outcome.THERE)} there already.{outside if brought.outside else ''}"
    )


def _ending(brought: Brought, plan: Plan) -> str:
    held = f" Held rows are in {brought.held}: the entries stay as they are." * bool(brought.held)
    if plan.rehearsal:
        return "This was a rehearsal: nothing was written."
    if brought.written:
        done = f"{brought.written} entries are written."
        return f"{done}{held} Nothing of it is verified: read it, then run signpost content check"
    if brought.count(Outcome.BAD) and not plan.good_rows:
        why = "Nothing was put in, because some are bad. Mend them, or say --good-rows."
        return why + held
    return f"There was nothing to put in.{held}"


def _facts(brought: Brought, rows: Listing, left_out: list[str]) -> dict[str, object]:
    return {
        "outcome": "done",
        "written": brought.written,
        "outside": brought.outside,
        "held": brought.held,
        "left_out": left_out,
        "remarks": list(rows.remarks),
        "rows": [_row(one) for one in brought.rows],
    }


def _row(one: Judged) -> dict[str, object]:
    problems = [
        {"field": each.field, "problem": each.problem, "mend": each.mend} for each in one.problems
    ]
    return {
        "row": one.row.number,
        "id": one.name,
        "outcome": one.outcome.value,
        "problems": problems,
        "held": one.held,
    }


def _set(codes: str) -> frozenset[str]:
    return frozenset(part.strip() for part in codes.split(",") if part.strip())


def _day(said: datetime | None) -> date | None:
    return said.date() if said else None

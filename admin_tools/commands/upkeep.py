"""`signpost content new, due, confirm, coverage`: what keeps content true."""

import re
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.authoring.check import check
from admin_tools.authoring.confirming import confirm
from admin_tools.authoring.coverage import ANY, Coverage, coverage, table
from admin_tools.authoring.coverage_picture import drawn
from admin_tools.authoring.due import SOON, Due, due
from admin_tools.authoring.errors import AuthoringRefused
from admin_tools.authoring.skeleton import TODO, Beginning, write
from admin_tools.authoring.sources import Sources
from admin_tools.commands.options import Json, Layer, SourcesFolder
from admin_tools.commands.telling import Exit, Telling
from kiosk.exchange.entries import Kind
from kiosk.exchange.trusted_day import london_day

app = typer.Typer()
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")


@app.command("new")
def new_(
    kind: Annotated[Kind, typer.Argument(help="What it is.")],
    entry: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits and -.")],
    topic: Annotated[str, typer.Option(help="A group of policy/topics.toml.")],
    owner: Annotated[str, typer.Option(help="The role that keeps it true.")],
    title: Annotated[str, typer.Option(help="What a reader sees first.")] = TODO,
    layer: Layer = "national",
    sources: SourcesFolder = Path("content"),
    as_json: Json = False,
) -> None:
    """Begin an entry: its files, filled in as far as a machine can."""
    telling = Telling(as_json=as_json)
    if not _ID.fullmatch(entry):
        raise typer.BadParameter("small letters, digits and -", param_hint="ID")
    beginning = Beginning(kind, entry, title, topic, owner, _today())
    with telling.plainly():
        try:
            files = write(sources / layer, beginning)
        except FileExistsError:
            raise AuthoringRefused(
                "there-already", f"There is a {kind} {entry} already. Nothing was changed."
            ) from None
        for file in files:
            telling.say(f"Now write in {file}.")
        telling.say(f"Every {TODO} must go. `signpost content check` tells what is left.")
        telling.data({"outcome": "done", "files": [str(file) for file in files]})


@app.command("due")
def due_(
    within: Annotated[int, typer.Option(min=0, help="Days from today.")] = SOON.days,
    owner: Annotated[str, typer.Option(help="Only what this role keeps.")] = "",
    sources: SourcesFolder = Path("content"),
    as_json: Json = False,
) -> None:
    """List what must be checked again, by whom, soonest first."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        today = _today()
        every = due(check(sources, today).sources.written, today, timedelta(days=within))
        found = [one for one in every if owner.casefold() in one.owner.casefold()]
        if found:
            head = ("By", "Days", "Who", "Entry", "Then it")
            telling.table("To be checked again", head, [_row(one, today) for one in found])
        late = sum(1 for one in found if one.day < today)
        telling.say(
            f"{len(found)} entries within {within} days, {late} of them late."
            " `signpost content confirm ID --by ROLE` when one is still true."
        )
        telling.data({"outcome": "done", "late": late, "due": [asdict(one) for one in found]})


@app.command("confirm")
def confirm_(
    entries: Annotated[list[str], typer.Argument(metavar="ID…", help="Entries you checked.")],
    by: Annotated[str, typer.Option(min=1, help="Your role, never your name.")],
    until: Annotated[
        str, typer.Option(help="When to check next (2027-05-18); else as long as before.")
    ] = "",
    layer: Layer = "",
    sources: SourcesFolder = Path("content"),
    as_json: Json = False,
) -> None:
    """Write down that entries are still true today."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        review_by = _day(until) if until else None
        folders = [_folder(sources, layer, entry) for entry in entries]
        done = [confirm(folder, _today(), by, review_by) for folder in folders]
        for one in done:
            telling.say(f"{one.file}: checked today, next by {one.review_by}.")
        telling.data({"outcome": "done", "confirmed": [asdict(one) for one in done]})


@app.command("coverage")
def coverage_(
    site: Annotated[str, typer.Option(help="The prison.")] = "MVX",
    area: Annotated[str, typer.Option(help="A code of policy/areas.toml.")] = "",
    to: Annotated[Path | None, typer.Option("--to", help="A picture to write (PNG).")] = None,
    sources: SourcesFolder = Path("content"),
    as_json: Json = False,
) -> None:
    """Count entries by pathway, stage and area; name what nothing is written for."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        counted = _counted(check(sources, _today()).sources, site, area)
        head, rows = table(counted, area or None)
        telling.table(f"{counted.entries} entries of today", head, rows)
        stages = (f"{number} {name}" for number, (_, name) in enumerate(counted.stages.terms))
        telling.say(f"{' · '.join(stages)}.")
        _tell_gaps(telling, counted)
        if to is not None:
            to.write_bytes(drawn(counted))
            telling.say(f"The picture is {to}.")
        telling.data(
            {
                "outcome": "findings" if counted.gaps() else "done",
                "entries": counted.entries,
                "counts": [
                    {"pathway": p, "stage": s, "area": a, "entries": count}
                    for (p, s, a), count in sorted(counted.counts.items())
                ],
                "gaps": [{"pathway": p, "stage": s} for p, s in counted.gaps()],
            }
        )
        telling.end(Exit.FINDINGS if counted.gaps() else Exit.DONE)


def _counted(sources: Sources, site: str, area: str) -> Coverage:
    counted = coverage(sources, _today(), site)
    if area not in {code for code, _ in counted.areas.terms}:
        raise typer.BadParameter("not in policy/areas.toml", param_hint="--area")
    return counted


def _tell_gaps(telling: Telling, counted: Coverage) -> None:
    names = dict(counted.pathways.terms) | dict(counted.stages.terms)
    for pathway, gaps in groupby(counted.gaps(), key=itemgetter(0)):
        stages = ", ".join(names[stage] for _, stage in gaps)
        telling.say(f"Nothing on {names[pathway]!r} for: {stages}.")
    anything = sum(count for (_, stage, _), count in counted.counts.items() if stage == ANY)
    telling.say(f"{anything} of the counts hold at any stage.")


def _row(one: Due, today: date) -> tuple[object, ...]:
    days = one.days(today)
    late = f"{-days} late" if days < 0 else days
    return (one.day, late, one.owner, one.id, one.afterwards)


def _folder(sources: Path, layer: str, entry: str) -> Path:
    """Find the folder of an entry; refuse when there is none, or one in several layers."""
    found = sorted(
        path.parent for path in (sources / layer if layer else sources).rglob(f"{entry}/facts.toml")
    )
    if len(found) == 1:
        return found[0]
    if not found:
        raise AuthoringRefused("unknown", f"There is no entry {entry}. Nothing was changed.")
    where = ", ".join(path.parent.parent.relative_to(sources).as_posix() for path in found)
    raise AuthoringRefused(
        "several", f"{entry} stands in {where}: say which with --layer. Nothing was changed."
    )


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter("a day, as 2027-05-18", param_hint="--until") from None


def _today() -> date:
    return london_day(datetime.now(UTC))

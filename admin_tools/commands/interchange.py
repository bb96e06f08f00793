"""`signpost interchange`: from and to the formats that others use."""

import json
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.authoring.check import Checked, check
from admin_tools.authoring.interchange.bringing import Plan
from admin_tools.authoring.interchange.draft import Origin
from admin_tools.authoring.interchange.hsds_out import to_service
from admin_tools.authoring.interchange.postings_out import to_posting
from admin_tools.authoring.interchange.timetable import to_calendar
from admin_tools.commands import tables
from admin_tools.commands.options import Json, Layer, SourcesFolder
from admin_tools.commands.telling import Telling
from admin_tools.publishing.errors import PublishingRefused
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="From and to the formats that others use.")


class Format(StrEnum):
    """What can come."""

    JOBS = "jobs"
    SERVICES = "services"
    CALENDAR = "calendar"
    EMPLOYERS = "employers"
    ORGANISATIONS = "organisations"
    GUIDES = "guides"


class Out(StrEnum):
    """What can go."""

    JOBS = "jobs"
    SERVICES = "services"
    TIMETABLE = "timetable"


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)],
    topic: Annotated[list[str], typer.Option("--topic", help="A group of policy/topics.toml.")],
    source: Annotated[str, typer.Option("--source", help="Where this file comes from.")],
    by: Annotated[str, typer.Option("--by", help="Your role: you still have to check it.")],
    kind: Annotated[Format, typer.Option("--as", help="What its rows become.")],
    sources: SourcesFolder = Path("content"),
    layer: Layer = "national",
    stage: tables.Stages = [],  # noqa: B006 - typer reads the default
    pathway: tables.Pathways = [],  # noqa: B006
    output: tables.Outputs = [],  # noqa: B006
    ask: tables.Ask = "",
    areas: tables.Areas = "",
    occupations: tables.Occupations = "",
    closing_after: tables.After = None,
    closing_before: tables.Before = None,
    fill: tables.Fill = [],  # noqa: B006
    held: tables.Held = None,
    dry_run: tables.DryRun = False,
    all_or_nothing: tables.AllOrNothing = True,
    as_json: Json = False,
) -> None:
    """Write what others know as sources, not verified, for an author to check."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        today = london_day(datetime.now(UTC))
        origin = Origin(source, by, today, topic, stage, pathway, output, ask)
        wanted = tables.selection(areas, occupations, closing_after, closing_before)
        to = held or file.with_suffix(".held.csv")
        plan = Plan(sources, layer, to, rehearsal=dry_run, good_rows=not all_or_nothing)
        named = (file, kind.value, tables.filling(fill, kind.value))
        tables.bring_in(telling, named, wanted, origin, plan)


@app.command()
def export(
    to: Annotated[Path, typer.Option("--to", dir_okay=False, help="The file to write.")],
    kind: Annotated[Out, typer.Option("--as")],
    sources: SourcesFolder = Path("content"),
    site: Annotated[str, typer.Option("--site", help="For the timetable.")] = "MVX",
    language: Annotated[str, typer.Option("--language")] = "en",
    as_json: Json = False,
) -> None:
    """Write vacancies as JobPosting, services as HSDS 3.0, or a prison's week as a calendar."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        today = london_day(datetime.now(UTC))
        checked = check(sources, today)
        if kind is Out.TIMETABLE:
            profile = checked.sources.profiles.get(site.lower())
            if profile is None:
                raise PublishingRefused("no-such-site", f"There is no prison {site} here.")
            entries = _here(checked, site.lower(), language)
            to.write_bytes(to_calendar(profile, entries, language, today))
        else:
            to.write_text(_exported(checked, kind, language), encoding="utf-8")
        telling.say(f"Written to {to}.")
        telling.data({"outcome": "done", "file": str(to)})


def _here(checked: Checked, site: str, language: str) -> list[Entry]:
    """List what one prison shows in one language, its wings' own entries too."""
    return [
        one.entry
        for one in checked.sources.written
        if one.layer.startswith(("national", f"site/{site}")) and one.entry.language == language
    ]


def _exported(checked: Checked, kind: Out, language: str) -> str:
    wanted = Kind.VACANCY if kind is Out.JOBS else Kind.SERVICE
    entries = [
        one.entry
        for one in checked.sources.written
        if one.entry.kind is wanted and one.entry.language == language
    ]
    if kind is Out.JOBS:
        found: object = [to_posting(entry) for entry in entries]
    else:
        found = {"contents": [to_service(entry) for entry in entries]}
    return json.dumps(found, indent=2, ensure_ascii=False) + "\n"

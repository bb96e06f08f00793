"""`signpost content print leaflet, poster, pack`: pages on paper."""

from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.authoring.check import check
from admin_tools.commands.options import Json
from admin_tools.commands.telling import Telling
from admin_tools.publishing.paper import (
    Order,
    Paper,
    of_repository,
    of_sources,
    print_paper,
)
from admin_tools.publishing.repository import Repository
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="Print a leaflet, a poster or a pack (PDF).")


class Size(StrEnum):
    """How large the paper is."""

    A4 = "a4"
    A3 = "a3"


To = Annotated[Path, typer.Option("--to", dir_okay=False, help="The PDF to write.")]
Sources = Annotated[
    Path, typer.Option("--sources", exists=True, file_okay=False, help="The sources.")
]
Repo = Annotated[
    Path | None,
    typer.Option("--repo", exists=True, file_okay=False, help="Print what is published instead."),
]
Site = Annotated[str, typer.Option("--site", help="The prison.")]
Wing = Annotated[str, typer.Option("--wing", help="With the pages of one wing.")]
Language = Annotated[str, typer.Option("--language", help="As en, cy, ar.")]
Easy = Annotated[bool, typer.Option("--easy", help="In easy read, where there is one.")]
Day = Annotated[str, typer.Option("--day", help="The day it is printed (2026-11-22), else today.")]


@app.command("leaflet")
def leaflet_(
    entries: Annotated[list[str], typer.Argument(metavar="ID…", help="One entry, or several.")],
    to: To,
    sources: Sources = Path("content"),
    repo: Repo = None,
    site: Site = "MVX",
    wing: Wing = "",
    language: Language = "en",
    easy: Easy = False,
    day: Day = "",
    as_json: Json = False,
) -> None:
    """Print entries as leaflets: all of them, or none."""
    order = _order("leaflet", entries, (site, wing), (language, easy), day)
    _print(order, to, (sources, repo), as_json=as_json)


@app.command("poster")
def poster_(
    entry: Annotated[str, typer.Argument(metavar="ID", help="The entry.")],
    to: To,
    size: Annotated[Size, typer.Option(help="How large the paper is.")] = Size.A4,
    where: Annotated[str, typer.Option(help="Where a screen stands, in the reader's words.")] = "",
    sources: Sources = Path("content"),
    repo: Repo = None,
    site: Site = "MVX",
    wing: Wing = "",
    language: Language = "en",
    easy: Easy = False,
    day: Day = "",
    as_json: Json = False,
) -> None:
    """Print one message to be read from three metres."""
    order = _order("poster", [entry], (site, wing), (language, easy), day)
    _print(replace(order, size=size.value, where=where), to, (sources, repo), as_json=as_json)


@app.command("pack")
def pack_(
    to: To,
    entries: Annotated[
        list[str] | None, typer.Argument(metavar="[ID…]", help="Its pages; else those of --stage.")
    ] = None,
    stage: Annotated[str, typer.Option(help="A code of policy/stages.toml.")] = "release-day",
    area: Annotated[str, typer.Option(help="Where somebody goes: policy/areas.toml.")] = "",
    most: Annotated[
        int | None,
        typer.Option(min=1, max=40, help="At most so many; else as policy/print-packs.toml says."),
    ] = None,
    sources: Sources = Path("content"),
    repo: Repo = None,
    site: Site = "MVX",
    wing: Wing = "",
    language: Language = "en",
    easy: Easy = False,
    day: Day = "",
    as_json: Json = False,
) -> None:
    """Print a pack to take away: cover without a name, contents, what is due, pages, help."""
    order = _order("pack", entries or [], (site, wing), (language, easy), day)
    _print(
        replace(order, stage=stage, area=area or None, most=most),
        to,
        (sources, repo),
        as_json=as_json,
    )


def _order(
    what: str, entries: list[str], place: tuple[str, str], voice: tuple[str, bool], day: str
) -> Order:
    """What the kiosk's program is asked for."""
    site, wing = place
    language, easy = voice
    return Order(
        what, tuple(entries), site.upper(), wing.upper(), language, easy=easy, day=_day(day)
    )


def _print(order: Order, to: Path, at: tuple[Path, Path | None], *, as_json: bool) -> None:
    telling, (sources, repo) = Telling(as_json=as_json), at
    with telling.plainly():
        content = (
            of_repository(Repository(repo))
            if repo
            else of_sources(check(sources, order.day), order.entries)
        )
        with telling.progress("Pages") as bar:
            task = bar.add_task("")

            def progress(done: int, of: int) -> None:
                bar.update(task, completed=done, total=of)

            paper = print_paper(content, order, to, progress)
        _tell(telling, paper, order.language, to)


def _tell(telling: Telling, paper: Paper, language: str, to: Path) -> None:
    telling.say(f"{to}: pages {paper.pages}, entries {len(paper.entries)}.")
    for entry, written in paper.entries:
        if written != language:
            telling.say(
                f"  {entry} is not in {language!r} yet: it is printed in {written!r} and says so."
            )
    for entry, why in paper.left_out:
        telling.say(f"  Left out: {entry} ({why}).")
    telling.data({"outcome": "done", "file": str(to), **asdict(paper)})


def _day(words: str) -> date:
    if not words:
        return london_day(datetime.now(UTC))
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise typer.BadParameter("a day, as 2026-11-22", param_hint="--day") from None

"""`signpost content check, diff, preview`: what stands in the sources."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.authoring.check import Checked, check
from admin_tools.authoring.findings import Severity, stopping
from admin_tools.commands import paper, publishing, upkeep
from admin_tools.commands.changes import WordForWord, tell_changes, tell_left_out, tell_words
from admin_tools.commands.options import Json, Sources
from admin_tools.commands.telling import Exit, Telling
from admin_tools.publishing import preview
from admin_tools.publishing.changes import against
from admin_tools.publishing.contents import contents
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.travelling import travelling
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="Write, check, approve and publish content.")
app.add_typer(upkeep.app)
app.add_typer(publishing.app)
app.add_typer(paper.app, name="print")

HARDEST = 5
"""Pages whose reading age is always shown."""
_HEADS = {
    Severity.MUST: "Mend these before anything is published:",
    Severity.HINT: "Have a look at these:",
}


@app.command("check")
def check_(
    sources: Sources,
    hints: Annotated[bool, typer.Option(help="Show hints too.")] = True,
    ages: Annotated[
        bool, typer.Option("--ages", help="Show the reading age of every page, not of the hardest.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Read every source and say what is wrong, where, and how to mend it."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        checked = check(sources, london_day(datetime.now(UTC)))
        tell_ages(telling, checked, HARDEST if not ages else len(checked.ages))
        tell_findings(telling, checked, hints=hints)
        telling.end(Exit.FINDINGS if stopping(checked.findings, demo=True) else Exit.DONE)


@app.command("diff")
def diff_(
    sources: Sources,
    repo: Annotated[Path, typer.Option("--repo", exists=True, file_okay=False)],
    into: WordForWord = None,
    as_json: Json = False,
) -> None:
    """Show what a reader would see change, if these sources were published."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        today = london_day(datetime.now(UTC))
        chosen = travelling(check(sources, today).sources, today)
        changes = against(Repository(repo), contents(chosen.sources, None))
        tell_changes(telling, changes)
        tell_left_out(telling, chosen.lines())
        tell_words(telling, changes, into)
        telling.data({"outcome": "done", "changes": changes.lists()})


@app.command("preview")
def preview_(
    entry: Annotated[str, typer.Argument(metavar="ID", help="The entry's id.")],
    to: Annotated[Path, typer.Option("--to", help="The picture to write (PNG).")],
    sources: Annotated[Path, typer.Option("--sources", exists=True)] = Path("content"),
    language: Annotated[str, typer.Option("--language")] = "en",
    easy: Annotated[bool, typer.Option("--easy", help="In easy read.")] = False,
    as_json: Json = False,
) -> None:
    """Draw one entry as the kiosk would show it."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        checked = check(sources, london_day(datetime.now(UTC)))
        preview.draw(checked.sources, entry, language, to, easy=easy)
        telling.say(f"The picture is {to}.")
        telling.data({"outcome": "done", "picture": str(to)})


def tell_ages(telling: Telling, checked: Checked, most: int) -> None:
    """Show how old a reader of each English page must be, the hardest pages first."""
    rows = [
        (one.page, f"{one.age:.1f}" if one.age else f"too short ({one.words} words)")
        for one in checked.ages[:most]
    ]
    telling.table("Reading age, the hardest pages first", ("Page", "Years"), rows)


def tell_findings(telling: Telling, checked: Checked, *, hints: bool) -> None:
    """Show what was found; facts without a checked source are only counted."""
    for severity in (Severity.MUST, Severity.HINT) if hints else (Severity.MUST,):
        found = [finding for finding in checked.findings if finding.severity is severity]
        if found:
            telling.say(_HEADS[severity])
        for finding in found:
            telling.say(f"  {finding}")
    telling.say(
        f"{len(checked.sources.written)} pages read."
        f" {checked.count(Severity.MUST)} must be mended,"
        f" {checked.count(Severity.BEFORE_USE)} before real use,"
        f" {checked.count(Severity.HINT)} hints."
    )
    telling.data(
        {
            "outcome": "findings" if checked.count(Severity.MUST) else "done",
            "pages": len(checked.sources.written),
            "findings": [asdict(finding) for finding in checked.findings],
            "reading_ages": [
                {"file": one.page, "words": one.words, "age": one.age} for one in checked.ages
            ],
        }
    )

"""`signpost content`: write, check, approve, publish."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.authoring.check import Checked, check
from admin_tools.authoring.findings import Severity, stopping
from admin_tools.commands.options import Json
from admin_tools.commands.telling import Exit, Telling
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="Write, check, approve and publish content.")

Sources = Annotated[
    Path, typer.Argument(metavar="SOURCES", exists=True, file_okay=False, help="The sources.")
]
_HEADS = {
    Severity.MUST: "Mend these before anything is published:",
    Severity.HINT: "Have a look at these:",
}


@app.command("check")
def check_(
    sources: Sources,
    hints: Annotated[bool, typer.Option(help="Show hints too.")] = True,
    as_json: Json = False,
) -> None:
    """Read every source and say what is wrong, where, and how to mend it."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        checked = check(sources, london_day(datetime.now(UTC)))
        tell_findings(telling, checked, hints=hints)
        telling.end(Exit.FINDINGS if stopping(checked.findings, demo=True) else Exit.DONE)


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
        }
    )

"""`signpost reports`: what people made of the pages."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Annotated

import typer

from admin_tools.commands.options import By, Db, Json, Keys, office_keys
from admin_tools.commands.telling import Telling
from admin_tools.desks.kiosks import check_house
from admin_tools.records.access import Worker
from admin_tools.records.database import Records
from admin_tools.reports.mending import Mending, Page, mending
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="What people made of the pages.")

WEEKS = 13
SHOWN = 30
WORDS = {
    "wrong": "is wrong",
    "ended": "has ended",
    "hard-to-read": "hard to read",
    "other": "something else",
    "not-mine": "not what they need",
    "no-way-on": "no next step",
    "knew-it": "knew it",
}


@app.callback()
def group() -> None:
    """Look at what comes home beside the requests."""


@app.command("pages")
def pages_(
    db: Db,
    keys: Keys,
    by: By,
    since: Annotated[str, typer.Option(help="A day, as 2026-11-01; else the last 13 weeks.")] = "",
    as_json: Json = False,
) -> None:
    """Show which pages to mend first. Nobody is named; a count under five never came here."""
    telling = Telling(as_json=as_json)
    now = datetime.now(UTC)
    first = _day(since) if since else london_day(now) - timedelta(weeks=WEEKS)
    with telling.plainly():
        office, records = office_keys(keys), Records(db)
        with records.write() as session:
            check_house(session, office.site, demo=office.demo)
        _tell(telling, mending(records, office, Worker(by.strip(), now), first), first)


def _tell(telling: Telling, found: Mending, since: date) -> None:
    heads = ("page", "looks wrong", "did not help", "helped", "read")
    rows = [
        (p.entry, _reasons(p.wrong), _reasons(p.not_useful), p.useful or "-", p.read or "-")
        for p in found.pages[:SHOWN]
    ]
    telling.table(f"What to mend first, since {since}", heads, rows)
    if found.missed:
        telling.table("Searches that found nothing", ("words", "times"), found.missed[:SHOWN])
    if not found.pages and not found.missed:
        telling.say("Nothing has come home yet.")
    if found.closed:
        telling.say(f"{found.closed} could not be opened: taken out, damaged, or of another desk.")
    telling.data(
        {
            "outcome": "done",
            "since": since,
            "pages": [_page(page) for page in found.pages],
            "missed": dict(found.missed),
            "closed": found.closed,
        }
    )


def _reasons(said: Mapping[str, int]) -> str:
    return ", ".join(f"{WORDS[why]} {said[why]}" for why in sorted(said)) or "-"


def _page(page: Page) -> dict[str, object]:
    return {
        "entry": page.entry,
        "wrong": dict(page.wrong),
        "not_useful": dict(page.not_useful),
        "useful": page.useful,
        "read": page.read,
    }


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as wrong:
        raise typer.BadParameter("Write a day as 2026-11-01.", param_hint="--since") from wrong

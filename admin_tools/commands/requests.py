"""`signpost requests`: collect, read, answer."""

from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.commands import request_words as words
from admin_tools.commands.options import By, Db, Json, Keys, office_keys
from admin_tools.commands.telling import Exit, Telling
from admin_tools.desks.collect import collect
from admin_tools.desks.errors import PolicyMissing
from admin_tools.desks.inbox import open_new
from admin_tools.desks.kiosks import check_house
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.order import Order
from admin_tools.desks.overdue import NO_HOLIDAYS, Row, rows
from admin_tools.desks.published import Published
from admin_tools.desks.recovering import recover
from admin_tools.desks.replying import Office, reply, set_state
from admin_tools.desks.retention import freeze, purge
from admin_tools.desks.showing import show
from admin_tools.records.access import Worker
from admin_tools.records.database import Records
from admin_tools.records.items import listed
from admin_tools.records.settings import remember, remembered
from admin_tools.reports.figures import figures
from kiosk.exchange.policy import Calendar
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="Collect requests, read and answer them.")

Ref = Annotated[str, typer.Argument(metavar="REF", help="K7-4QX-92, or the id from the list.")]
DeskCode = Annotated[str, typer.Option("--desk", help="For example housing.")]
Repo = Annotated[
    Path | None,
    typer.Option("--repo", file_okay=False, help="The content repository; remembered."),
]


@app.command("collect")
def collect_(
    stick: Annotated[Path, typer.Argument(metavar="STICK", exists=True, file_okay=False)],
    db: Db,
    keys: Keys,
    as_json: Json = False,
) -> None:
    """Take every request on the stick into the records. Twice is harmless."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        records, office = _open(db, keys)
        with telling.progress("Collecting files") as bar:
            task = bar.add_task("", total=None)
            done = collect(
                records,
                stick,
                office.collecting(),
                datetime.now(UTC),
                lambda some, of: bar.update(task, completed=some, total=of),
            )
        telling.end(words.tell_collected(telling, done))


@app.command("list")
def list_(
    db: Db,
    desk: DeskCode = "",
    overdue: Annotated[bool, typer.Option("--overdue", help="Only what is late.")] = False,
    every: Annotated[bool, typer.Option("--all", help="Closed ones too.")] = False,
    repo: Repo = None,
    as_json: Json = False,
) -> None:
    """Show what waits: late first, then urgent. No person, no subject, no reference."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        found = _rows(Records(db), desk, repo)
        chosen = [row for row in found if row.late or not overdue]
        words.tell_list(telling, [row for row in chosen if every or words.is_open(row)])
        telling.end(Exit.FINDINGS if overdue and chosen else Exit.DONE)


@app.command("open")
def open_(
    db: Db,
    keys: Keys,
    by: By,
    desk: Annotated[str, typer.Option("--desk", help="For example housing.")],
    as_json: Json = False,
) -> None:
    """Read everything that is new for a desk. Each look goes into the log."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        records, office = _open(db, keys)
        opened = open_new(records, office, desk, _worker(by))
        telling.end(words.tell_opened(telling, opened))


@app.command("show")
def show_(ref: Ref, db: Db, keys: Keys, by: By, as_json: Json = False) -> None:
    """Show one request with its questions and answers. The look goes into the log."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        records, office = _open(db, keys)
        words.tell_shown(telling, show(records, office, ref, _worker(by)))


@app.command("reply")
def reply_(
    ref: Ref,
    template: Annotated[str, typer.Option("--template", help="The code of the answer.")],
    db: Db,
    keys: Keys,
    by: By,
    facts: Annotated[
        list[str] | None, typer.Argument(metavar="[FACT=VALUE]...", help="day=2026-12-02")
    ] = None,
    note: Annotated[str, typer.Option("--note", help="At most 300 signs.")] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="In the place of an earlier answer.")
    ] = False,
    repo: Repo = None,
    as_json: Json = False,
) -> None:
    """Answer with a template. The answer goes out with the next stick."""
    telling = Telling(as_json=as_json)
    order = Order(template, _facts(facts or []), note, replace)
    with telling.plainly():
        records, office = _open(db, keys)
        desk = Office(records, office, _published(records, repo))
        words.tell_replied(telling, reply(desk, ref, order, _worker(by)))


@app.command("state")
def state_(
    ref: Ref,
    state: Annotated[str, typer.Option("--state", help="read, booked, answered, ...")],
    db: Db,
    keys: Keys,
    by: By,
    as_json: Json = False,
) -> None:
    """Say how far a request is: answered in person, passed on, closed."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        records, office = _open(db, keys)
        item = set_state(records, office, ref, state, _worker(by))
        telling.say(f"{ref} is now: {state}. The kiosk learns it with the next stick.")
        telling.data({"outcome": "done", "id": item, "state": state})


@app.command("recover")
def recover_(
    db: Db,
    keys: Keys,
    by: By,
    desk: Annotated[str, typer.Option("--desk", help="The desk whose key was lost.")],
    as_json: Json = False,
) -> None:
    """Give a desk with a new key what its lost key would have opened. Nobody reads it here."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        records, office = _open(db, keys)
        done = recover(records, office, desk, _worker(by))
        telling.say(f"{done.recovered} items open for {desk} again, {done.as_before} as before.")
        if done.still_closed:
            telling.say(f"{done.still_closed} stay closed: the recovery key does not open them.")
        telling.data({"outcome": "done", **asdict(done)})
        telling.end(Exit.FINDINGS if done.still_closed else Exit.DONE)


@app.command("purge")
def purge_(
    db: Db,
    by: By,
    before: Annotated[str, typer.Option("--finished-before", help="A day, like 2025-11-22.")],
    as_json: Json = False,
) -> None:
    """Delete the sealed text of what was finished before a day. Dates and counts stay."""
    telling = Telling(as_json=as_json)
    try:
        day = date.fromisoformat(before)
    except ValueError as wrong:
        said = "Write a day as 2025-11-22."
        raise typer.BadParameter(said, param_hint="--finished-before") from wrong
    with telling.plainly():
        gone = purge(Records(db), day, _worker(by))
        telling.say(f"The text of {gone} items was deleted.")
        telling.data({"outcome": "done", "deleted": gone})


@app.command("freeze")
def freeze_(
    db: Db,
    by: By,
    off: Annotated[bool, typer.Option("--off", help="Let deletion go on.")] = False,
    as_json: Json = False,
) -> None:
    """Stop deletion, after a death or a serious incident."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        freeze(Records(db), _worker(by), frozen=not off)
        telling.say("Deletion goes on." if off else "Nothing is deleted from now on.")
        telling.data({"outcome": "done", "frozen": not off})


@app.command("figures")
def figures_(
    db: Db,
    month: Annotated[str, typer.Option("--month", help="For example 2026-11.")],
    repo: Repo = None,
    as_json: Json = False,
) -> None:
    """Give a month's figures for the Governor and the IMB. Counts under five are hidden."""
    telling = Telling(as_json=as_json)
    first, last = _month(month)
    with telling.plainly():
        records = Records(db)
        calendar = _calendar(records, repo)
        with records.read() as session:
            found = figures(session, first, last, london_day(datetime.now(UTC)), calendar)
        words.tell_figures(telling, month, found)


def _month(text: str) -> tuple[date, date]:
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError as wrong:
        raise typer.BadParameter("Write a month as 2026-11.", param_hint="--month") from wrong
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _open(db: str, folder: Path) -> tuple[Records, OfficeKeys]:
    """Open records and keys that belong to one site, both real or both a demonstration."""
    keys = office_keys(folder)
    records = Records(db)
    with records.write() as session:
        check_house(session, keys.site, demo=keys.demo)
    return records, keys


def _worker(by: str) -> Worker:
    if not by.strip():
        raise typer.BadParameter("Say who is doing this.", param_hint="--by")
    return Worker(by.strip(), datetime.now(UTC))


def _facts(given: list[str]) -> dict[str, str]:
    facts: dict[str, str] = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name or not value or name in facts:
            raise typer.BadParameter("Write each fact once, as NAME=VALUE.", param_hint="FACT")
        facts[name] = value
    return facts


def _rows(records: Records, desk: str, repo: Path | None) -> tuple[Row, ...]:
    with records.read() as session:
        items = listed(session, desk=desk)
    return rows(items, london_day(datetime.now(UTC)), _calendar(records, repo))


def _calendar(records: Records, repo: Path | None) -> Calendar:
    try:
        return _published(records, repo).calendar()
    except PolicyMissing:
        if repo is not None:
            raise
        return NO_HOLIDAYS


def _published(records: Records, repo: Path | None) -> Published:
    """Give the policy of this repository, or of the one that was named before."""
    if repo is None:
        with records.read() as session:
            known = remembered(session, "repo")
        if known is None:
            raise PolicyMissing("policy/templates.json")
        return Published(Path(known))
    with records.write() as session:
        remember(session, "repo", str(repo.resolve()))
    return Published(repo)

"""`signpost people`: who may sign in, with the slips that bring the PINs."""

import getpass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.commands.options import Db, Json, Keys, office_keys
from admin_tools.commands.telling import Exit, Telling
from admin_tools.desks.kiosks import check_house
from admin_tools.desks.people import Imported, PinOffice, import_people, reset_pin
from admin_tools.desks.people_list import Listed, RowFinding, read_list
from admin_tools.records.access import Worker
from admin_tools.records.database import Records

app = typer.Typer(no_args_is_help=True, help="Who may sign in at the kiosks.")

Slips = Annotated[
    Path, typer.Option("--slips", file_okay=False, help="The folder for the PIN slips.")
]
By = Annotated[str, typer.Option("--by", help="Who is doing this. Without it: the login name.")]


@app.command("import")
def import_(
    listed: Annotated[Path, typer.Argument(metavar="CSV", exists=True, dir_okay=False)],
    db: Db,
    keys: Keys,
    slips: Slips,
    by: By = "",
    as_json: Json = False,
) -> None:
    """Take the list of people in. New people get a PIN slip; others keep their PIN."""
    telling = Telling(as_json=as_json)
    people, findings = read_list(listed)
    if findings:
        _tell_findings(telling, findings)
    with telling.plainly():
        records = _records(db, keys)
        done = _with_progress(telling, records, people, PinOffice(slips), _worker(by))
        _tell(telling, done, slips)


@app.command()
def reset(
    number: Annotated[str, typer.Argument(help="The prison number.")],
    db: Db,
    slips: Slips,
    by: By = "",
    as_json: Json = False,
) -> None:
    """Give one person a new PIN and a new slip. The old PIN stops with the next stick."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        reset_pin(Records(db), number.strip().upper(), PinOffice(slips), _worker(by))
        telling.say(f"There is a new slip in {slips}. Hand it over face to face.")
        telling.say("The new PIN works on a kiosk once the next stick has been there.")
        telling.data({"outcome": "done", "slips": str(slips)})


def _records(db: str, folder: Path) -> Records:
    keys = office_keys(folder)
    records = Records(db)
    with records.write() as session:
        check_house(session, keys.site, demo=keys.demo)
    return records


def _with_progress(
    telling: Telling,
    records: Records,
    people: tuple[Listed, ...],
    office: PinOffice,
    worker: Worker,
) -> Imported:
    with telling.progress("Making PINs") as bar:
        task = bar.add_task("", total=len(people))
        return import_people(
            records, people, office, worker, lambda done: bar.update(task, completed=done)
        )


def _worker(by: str) -> Worker:
    return Worker(by or getpass.getuser(), datetime.now(UTC))


def _tell(telling: Telling, done: Imported, slips: Path) -> None:
    telling.say(f"{done.new} new, {done.changed} changed, {done.same} as before.")
    if done.new:
        telling.say(f"{done.new} slips are in {slips}. Hand them over, then delete the folder.")
    if done.not_listed:
        telling.say(
            f"{done.not_listed} people of the records are not in this list. They were not"
            " touched. To stop a sign-in, list the person with active: no."
        )
    telling.data(
        {
            "outcome": "done",
            "new": done.new,
            "changed": done.changed,
            "same": done.same,
            "not_listed": done.not_listed,
        }
    )


def _tell_findings(telling: Telling, findings: tuple[RowFinding, ...]) -> None:
    rows = [(finding.row, finding.column, finding.sentence) for finding in findings]
    telling.table("Nobody was taken in. Put these rows right first.", ("row", "column", ""), rows)
    told = [{"row": row, "column": column, "sentence": said} for row, column, said in rows]
    telling.data({"outcome": "findings", "findings": told})
    telling.end(Exit.FINDINGS)

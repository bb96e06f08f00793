"""`signpost kiosk`: which kiosks this office trusts."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.commands.options import Db, Json
from admin_tools.commands.telling import Exit, Telling
from admin_tools.desks.kiosks import Registered, move, register, revoke
from admin_tools.records.database import Records
from admin_tools.records.kiosks import all_kiosks
from admin_tools.records.tables import Kiosk
from kiosk.exchange import enrolment_file, limits
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="Which kiosks this office trusts.")

_COLUMNS = (
    "kiosk", "wing", "state", "fingerprint", "last file", "on", "waiting", "oldest", "content",
    "return", "refused",
)  # fmt: skip


@app.command("register")
def register_(
    enrolment: Annotated[Path, typer.Argument(metavar="ENROLMENT", exists=True, dir_okay=False)],
    db: Db,
    replace: Annotated[
        bool, typer.Option("--replace", help="A new machine takes the place of the old one.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Take a kiosk in, by the file that its enrolment made."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        paper = enrolment_file.read(_read(enrolment))
        day = london_day(datetime.now(UTC))
        _tell(telling, register(Records(db), paper, day, replace=replace))


@app.command("revoke")
def revoke_(
    kiosk: Annotated[str, typer.Argument(metavar="ID", help="For example MVX-02.")],
    after: Annotated[int, typer.Option("--after", min=0, help="The last good bundle.")],
    db: Db,
    as_json: Json = False,
) -> None:
    """Take a stolen or lost kiosk out of use: nothing that it signs later counts."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        done = revoke(Records(db), kiosk.upper(), after)
        telling.say(f"{done.kiosk} is out of use after bundle {done.after}.")
        if done.later_items:
            telling.say(
                f"{done.later_items} items came in later bundles and are in the records."
                " Look at each of them: somebody else may have written it."
            )
        telling.data(
            {"outcome": "done", "kiosk": done.kiosk, "after": after, "later": done.later_items}
        )
        telling.end(Exit.FINDINGS if done.later_items else Exit.DONE)


@app.command("move")
def move_(
    kiosk: Annotated[str, typer.Argument(metavar="ID", help="For example MVX-02.")],
    wing: Annotated[str, typer.Option("--wing", help="The wing where it stands now.")],
    db: Db,
    as_json: Json = False,
) -> None:
    """Say on which wing a kiosk stands now. It learns it with the next stick."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        move(Records(db), kiosk.upper(), wing.upper())
        telling.say(f"{kiosk.upper()} is on {wing.upper()} wing, from the next stick on.")
        telling.data({"outcome": "done", "kiosk": kiosk.upper(), "wing": wing.upper()})


@app.command("list")
def list_(db: Db, as_json: Json = False) -> None:
    """Show every kiosk with what its last bundle said."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        with Records(db).read() as session:
            kiosks = all_kiosks(session)
        rows = [_row(kiosk) for kiosk in kiosks]
        telling.table("Kiosks", _COLUMNS, rows)
        named = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
        telling.data({"outcome": "done", "kiosks": named})


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(limits.STICK_BYTES + 1)
    if len(data) > limits.STICK_BYTES:
        raise Refused(Refusal.ENROLMENT_BROKEN, name=path.name)
    return data


def _tell(telling: Telling, done: Registered) -> None:
    telling.say(f"{done.kiosk} is registered." if done.new else f"{done.kiosk} was here already.")
    telling.say(f"Fingerprint: {done.fingerprint}")
    telling.say(
        "Compare it with the one on the kiosk. If they differ, revoke it and tell security."
    )
    telling.data(
        {
            "outcome": "done",
            "kiosk": done.kiosk,
            "fingerprint": done.fingerprint,
            "new": done.new,
        }
    )


def _row(kiosk: Kiosk) -> tuple[object, ...]:
    state = kiosk.state
    if kiosk.revoked_after is not None:
        state = f"{state} after {kiosk.revoked_after}"
    return (
        kiosk.kiosk,
        kiosk.wing,
        state,
        kiosk.fingerprint,
        kiosk.last_seq,
        kiosk.last_day,
        kiosk.waiting,
        kiosk.oldest,
        kiosk.content,
        f"{kiosk.last_return} of {kiosk.return_seq}",
        _refused(kiosk),
    )


def _refused(kiosk: Kiosk) -> str:
    """Say which sticks the kiosk turned away, by code, as its last file told."""
    counts: dict[str, int] = json.loads(kiosk.refusals)
    return ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))

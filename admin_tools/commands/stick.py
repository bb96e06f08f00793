"""`signpost stick`: what is carried."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.commands.options import Json, office_keys, passphrase
from admin_tools.commands.telling import Telling
from admin_tools.desks.returns import ReturnWritten, write_returns
from admin_tools.keyring import roles
from admin_tools.keyring.folder import KeysFolder
from admin_tools.publishing import sticks
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.inspecting import Seen, look_at
from admin_tools.publishing.issuing import Issuer, Kind, settle
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.sticks import ContentWritten
from admin_tools.records.database import Records
from kiosk.exchange.stick import StickIdentity
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="What is carried.")

Mount = Annotated[
    Path, typer.Argument(metavar="STICK", exists=True, file_okay=False, help="The stick's folder.")
]
Site = Annotated[str, typer.Option("--site", help="Three letters, for example MVX.")]
Repo = Annotated[Path | None, typer.Option("--repo", exists=True, file_okay=False)]
Keys = Annotated[
    Path | None, typer.Option("--keys", exists=True, file_okay=False, help="The office's keys.")
]


@app.command("write")
def write_(
    stick: Mount,
    site: Site,
    repo: Repo = None,
    db: Annotated[str | None, typer.Option("--db", help="The office records.")] = None,
    keys: Keys = None,
    kind: Annotated[str, typer.Option("--kind", help="wing or carrier.")] = "wing",
    number: Annotated[int, typer.Option("--number", help="The number on its label.")] = 0,
    as_json: Json = False,
) -> None:
    """Write content and answers onto a stick. Requests that lie on it are left alone."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        _must_make_sense(kind, db, keys)
        site = site.upper()
        repository = Repository(repo, site) if repo else None
        wanted: Kind = "carrier" if kind == "carrier" else "wing"
        identity = settle(stick, site, wanted, number, repository, _issuer(keys))
        content = _content(telling, stick, repository) if repository else None
        returns: tuple[ReturnWritten, ...] = ()
        if db and keys:
            day = london_day(datetime.now(UTC))
            returns = write_returns(stick, Records(db), office_keys(keys), site, day)
            office = KeysFolder.open(keys).public(roles.office(site))
            for one in returns:
                sticks.read_back(stick, one.kiosk, one.seq, office)
        _tell(telling, identity, content, returns)


@app.command()
def show(stick: Mount, keys: Keys = None, as_json: Json = False) -> None:
    """Show what is on a stick. Nothing of it is opened."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        seen = look_at(stick, KeysFolder.open(keys) if keys else None)
        telling.table("Stick", ("what", ""), _rows(seen))
        telling.data({"outcome": "done", **dict(_rows(seen))})


def _must_make_sense(kind: str, db: str | None, keys: Path | None) -> None:
    if kind not in ("wing", "carrier"):
        raise typer.BadParameter("wing or carrier", param_hint="--kind")
    if db and not keys:
        raise typer.BadParameter("answers need the office's keys too", param_hint="--keys")
    if db and kind == "carrier":
        raise PublishingRefused(
            "carrier-carries-no-answers",
            "A carrier stick goes outside, so it never carries answers. Nothing was written.",
        )


def _issuer(keys: Path | None) -> Issuer | None:
    if keys is None:
        return None
    return Issuer(KeysFolder.open(keys), passphrase, london_day(datetime.now(UTC)))


def _content(telling: Telling, stick: Path, repository: Repository) -> ContentWritten:
    with telling.progress("Content") as bar:
        task = bar.add_task("")
        return sticks.write_content(
            stick, repository, lambda done, of: bar.update(task, completed=done, total=of)
        )


def _tell(
    telling: Telling,
    identity: StickIdentity,
    content: ContentWritten | None,
    returns: tuple[ReturnWritten, ...],
) -> None:
    telling.say(f"Stick {identity.number} of {identity.site}, a {identity.kind} stick.")
    if content:
        telling.say(f"Content version {content.version}: {content.files} files were new.")
    for one in returns:
        telling.say(f"Answers for {one.kiosk}: {one.replies}, receipts: {one.receipts}.")
    telling.say("Read back and right. You can take it out.")
    telling.data(
        {
            "outcome": "done",
            "number": identity.number,
            "kind": identity.kind,
            "content": content
            and {"version": content.version, "files": content.files, "bytes": content.bytes},
            "returns": [
                {
                    "kiosk": r.kiosk,
                    "seq": r.seq,
                    "receipts": r.receipts,
                    "replies": r.replies,
                    "unsealed": r.unsealed,
                }
                for r in returns
            ],
        }
    )


def _rows(seen: Seen) -> list[tuple[str, object]]:
    return [
        ("stick", seen.stick),
        ("signature", seen.signature),
        ("content", seen.content),
        ("content_files", seen.content_files),
        ("requests", seen.requests),
        ("returns", seen.returns),
        ("unknown_names", seen.unknown_names),
    ]

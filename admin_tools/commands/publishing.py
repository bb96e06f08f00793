"""`signpost content propose, approve, publish, receive`: from sources to what is published."""

from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.authoring.check import Checked, check
from admin_tools.authoring.findings import stopping
from admin_tools.commands.changes import (
    WordForWord,
    tell_changes,
    tell_left_out,
    tell_replaced,
    tell_words,
)
from admin_tools.commands.options import Json, Sources, passphrase
from admin_tools.commands.telling import Exit, Telling
from admin_tools.keyring import roles
from admin_tools.keyring.folder import KeysFolder, open_key
from admin_tools.keyring.tuf_keys import signer
from admin_tools.publishing.approve import Draft, approve, decline, look
from admin_tools.publishing.clashing import must_not_go_back, undone, waiting
from admin_tools.publishing.contents import WITHDRAWALS, contents
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.media import of_sources
from admin_tools.publishing.propose import propose, propose_part, said_beside, say_beside
from admin_tools.publishing.receive import receive
from admin_tools.publishing.repository import Repository
from admin_tools.publishing.travelling import travelling
from kiosk.exchange.trusted_day import london_day

app = typer.Typer()
KeyFiles = Annotated[
    list[Path],
    typer.Option("--key", dir_okay=False, help="A private key; may be given several times."),
]
To = Annotated[Path, typer.Option("--to", file_okay=False, help="The repository.")]
WITHDRAWN_FILE = "withdrawn.toml"


@app.command("propose")
def propose_(
    sources: Sources,
    key: KeyFiles,
    to: To,
    only: Annotated[
        str, typer.Option(help="Only one role: site-mvx (one site key) or withdrawals.")
    ] = "",
    older: Annotated[
        bool, typer.Option("--older", help="Pages may go back behind what is published.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Make a draft of the next publication, signed by its author."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        now = datetime.now(UTC)
        keys = KeysFolder.open(key[0].parent)
        chosen = travelling(
            _fit_to_publish(telling, sources, now, keys, only).sources, london_day(now)
        )
        wanted = contents(chosen.sources, keys)
        Repository(to).keep_pictures(of_sources(chosen.sources))
        if not older:
            must_not_go_back(Repository(to), {only: wanted.get(only, {})} if only else wanted)
        lay_here = waiting(Repository(to), keys, now)
        signers = [signer(open_key(one, passphrase)) for one in key]
        if only:
            drafted = propose_part(Repository(to), only, wanted.get(only, {}), signers, now)
        else:
            drafted = propose(Repository(to), wanted, keys, signers, now)
        say_beside(Repository(to), chosen.lines())
        changes = look(Repository(to), keys, now).changes
        tell_changes(telling, changes)
        replaced = undone(lay_here, changes)
        tell_replaced(telling, replaced)
        tell_left_out(telling, chosen.lines())
        telling.say(f"The draft is in {to}: {', '.join(drafted)}. Now a second person approves it.")
        left_out = dict(chosen.left_out)
        telling.data(
            {
                "outcome": "done",
                "drafted": list(drafted),
                "left_out": left_out,
                "replaced": replaced,
            }
        )


@app.command("approve")
def approve_(
    to: Annotated[Path, typer.Argument(metavar="REPO", exists=True, file_okay=False)],
    builder: Annotated[Path, typer.Option("--builder", help="The builder's key.")],
    key: KeyFiles = [],  # noqa: B006 - typer reads the default
    yes: Annotated[bool, typer.Option("--yes", help="You have read the changes.")] = False,
    into: WordForWord = None,
    as_json: Json = False,
) -> None:
    """See what a draft adds, changes, withdraws and trusts; then sign and publish it."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        now = datetime.now(UTC)
        repository = Repository(to)
        draft = look(repository, KeysFolder.open(builder.parent), now)
        tell_changes(telling, draft.changes)
        tell_left_out(telling, said_beside(repository))
        tell_words(telling, draft.changes, into)
        if not yes and (as_json or not typer.confirm("Do you approve all of this?", err=True)):
            decline(repository)
            raise PublishingRefused("declined", "Not approved. The draft was thrown away.")
        signers = [signer(open_key(one, passphrase)) for one in key]
        version = approve(repository, draft, signers, signer(open_key(builder, passphrase)), now)
        _tell_published(telling, version, draft)


@app.command("publish")
def publish_(
    sources: Sources,
    keys: Annotated[Path, typer.Option("--keys", exists=True, file_okay=False)],
    to: To,
    as_json: Json = False,
) -> None:
    """Propose and approve at once. Demonstration keys only."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        now = datetime.now(UTC)
        folder, repository = KeysFolder.open(keys), Repository(to)
        if not folder.about.demo:
            raise PublishingRefused(
                "two-people",
                "Real content needs two people: `content propose`, then `content approve`.",
            )
        chosen = travelling(_fit_to_publish(telling, sources, now, folder).sources, london_day(now))
        wanted = contents(chosen.sources, folder)
        repository.keep_pictures(of_sources(chosen.sources))
        names = (*roles.CONTENT, roles.site_roles(folder.about.site)[0], roles.WITHDRAWALS)
        signers = [signer(folder.signing(name, passphrase)) for name in names]
        propose(repository, wanted, folder, signers, now)
        draft = look(repository, folder, now)
        builder = signer(folder.signing(roles.BUILDER, passphrase))
        version = approve(repository, draft, signers, builder, now)
        tell_changes(telling, draft.changes)
        tell_left_out(telling, chosen.lines())
        _tell_published(telling, version, draft)


@app.command("receive")
def receive_(
    stick: Annotated[Path, typer.Argument(metavar="STICK", exists=True, file_okay=False)],
    to: To,
    site: Annotated[str, typer.Option("--site")] = "MVX",
    root: Annotated[
        Path | None, typer.Option("--root", help="The first root, for a new repository.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Take content from a stick, verified as a kiosk does."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        first = root.read_bytes() if root else None
        site = site.upper()
        got = receive(stick, Repository(to, site), first, site, datetime.now(UTC))
        telling.say(
            f"Version {got.version} was here already."
            if got.same
            else f"Version {got.version} is in {to}: {got.files} new files."
        )
        telling.data(
            {"outcome": "done", "version": got.version, "files": got.files, "same": got.same}
        )


def _fit_to_publish(
    telling: Telling, sources: Path, now: datetime, keys: KeysFolder, only: str = ""
) -> Checked:
    """Check the sources; end with the findings when one of them stops publishing.

    What must be taken down at once does not wait until another page is mended.
    """
    checked = check(sources, london_day(now))
    stops = stopping(checked.findings, demo=keys.about.demo)
    if only == WITHDRAWALS:
        stops = tuple(one for one in stops if one.file == WITHDRAWN_FILE)
    if stops:
        for finding in stops:
            telling.say(f"  {finding}")
        telling.say(f"Nothing was published. {len(stops)} things must be mended first.")
        telling.data({"outcome": "findings", "findings": [asdict(finding) for finding in stops]})
        telling.end(Exit.FINDINGS)
    return checked


def _tell_published(telling: Telling, version: int, draft: Draft) -> None:
    telling.say(f"Published as version {version}, {len(draft.files)} new files.")
    telling.data(
        {
            "outcome": "done",
            "version": version,
            "files": len(draft.files),
            "changes": draft.changes.lists(),
        }
    )

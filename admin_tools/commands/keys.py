"""`signpost keys`: who may sign and open."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.commands.options import Json, new_passphrase, passphrase
from admin_tools.commands.telling import Telling
from admin_tools.keyring import roles
from admin_tools.keyring.creating import create
from admin_tools.keyring.folder import About, KeysFolder, open_key
from admin_tools.keyring.rotating import rotate
from admin_tools.keyring.tuf_keys import signer
from kiosk.exchange.trusted_day import london_day

app = typer.Typer(no_args_is_help=True, help="Who may sign and open.")

Out = Annotated[Path, typer.Option("--out", help="A new folder for the keys.")]
Site = Annotated[str, typer.Option("--site", help="Three letters, for example MVX.")]
Demo = Annotated[bool, typer.Option("--demo", help="Keys that every screen calls a demonstration.")]
Desk = Annotated[list[str], typer.Option("--desk", help="A desk; may be given several times.")]


@app.command("create")
def create_(
    out: Out,
    site: Site = "MVX",
    demo: Demo = False,
    desk: Desk = list(roles.DESKS),  # noqa: B006 - typer reads the default
    as_json: Json = False,
) -> None:
    """Make every key of a new house, with the first root of trust."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        now = datetime.now(UTC)
        about = About(site=site.upper(), demo=demo, made=london_day(now))
        create(out, about, desk, new_passphrase, now)
        made = sorted(path.stem for path in out.glob("*.pem"))
        telling.say(f"{len(made)} keys are in {out}, for {about.site}.")
        telling.say("Give each to the person it is for, then delete it here." if not demo else
                    "These are demonstration keys: every screen says so.")  # fmt: skip
        telling.data({"outcome": "done", "site": about.site, "demo": demo, "keys": made})


@app.command("rotate")
def rotate_(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="For example author.")],
    keys: Annotated[Path, typer.Option("--keys", exists=True, file_okay=False)],
    root_key: Annotated[
        list[Path], typer.Option("--root-key", help="A root key; two are needed for some roles.")
    ] = [],  # noqa: B006 - typer reads the default
    as_json: Json = False,
) -> None:
    """Replace one key. It counts once the next publication has reached a kiosk."""
    telling = Telling(as_json=as_json)
    with telling.plainly():
        signers = [signer(open_key(path, passphrase)) for path in root_key]
        folder = KeysFolder.open(keys)
        done = rotate(folder, role, signers, new_passphrase, datetime.now(UTC))
        telling.say(f"{done.role} has a new key, {done.fingerprint}. The old one is in old/.")
        telling.say("Now propose and approve, then write sticks: until then the old key counts.")
        telling.data(
            {
                "outcome": "done",
                "role": done.role,
                "fingerprint": done.fingerprint,
                "root": done.root,
            }
        )

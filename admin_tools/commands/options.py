"""The options that every command of the office shares."""

import os
import re
from pathlib import Path
from typing import Annotated

import typer

from admin_tools.desks.office_keys import OfficeKeys

PASSPHRASE_FILE = "SIGNPOST_PASSPHRASE_FILE"  # noqa: S105 - the name of a variable
"""Names a file with one passphrase, for machines that open keys without a person."""

Db = Annotated[str, typer.Option("--db", help="The office records: a file, or a database URL.")]
Json = Annotated[bool, typer.Option("--json", help="Speak JSON, for programs.")]
Keys = Annotated[
    Path,
    typer.Option("--keys", exists=True, file_okay=False, help="The folder with the office's keys."),
]
Sources = Annotated[
    Path, typer.Argument(metavar="SOURCES", exists=True, file_okay=False, help="The sources.")
]
SourcesFolder = Annotated[
    Path, typer.Option("--sources", exists=True, file_okay=False, help="The sources.")
]
_LAYER = re.compile(r"national|sites/[a-z]{3}(/wing-[a-z0-9]{1,4})?")


def _a_layer(named: str) -> str:
    if named and not _LAYER.fullmatch(named):
        raise typer.BadParameter("national, sites/mvx or sites/mvx/wing-b")
    return named


Layer = Annotated[
    str,
    typer.Option("--layer", callback=_a_layer, help="national, sites/mvx or sites/mvx/wing-b."),
]
By = Annotated[str, typer.Option("--by", min=1, help="Who is doing this: goes into the log.")]


def office_keys(folder: Path) -> OfficeKeys:
    """Open the folder of keys; a passphrase is asked for when a key needs one."""
    return OfficeKeys(folder, passphrase)


def passphrase(role: str) -> str:
    """Read the passphrase from the named file, or ask for it."""
    named = os.environ.get(PASSPHRASE_FILE)
    if named:
        return Path(named).read_text(encoding="utf-8").rstrip("\n")
    return str(typer.prompt(f"Passphrase of {role}", hide_input=True, err=True))


def new_passphrase(role: str) -> str:
    """Ask twice for the passphrase of a key that is being made."""
    named = os.environ.get(PASSPHRASE_FILE)
    if named:
        return Path(named).read_text(encoding="utf-8").rstrip("\n")
    return str(
        typer.prompt(
            f"New passphrase of {role}", hide_input=True, confirmation_prompt=True, err=True
        )
    )

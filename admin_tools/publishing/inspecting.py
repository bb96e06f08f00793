"""Looks at a stick without believing it, unless keys say so."""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from admin_tools.keyring import roles
from admin_tools.keyring.folder import KeysFolder
from kiosk.exchange import limits, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refused
from kiosk.exchange.trust import TrustState, check

_OURS = {stick.READ_ME, stick.WHATS_NEW, stick.IDENTITY, "content", stick.REQUESTS, stick.RETURNS}
NOT_CHECKED = "not checked: say --keys"


@dataclass(frozen=True, slots=True)
class Seen:
    """What lies on a stick, in words and numbers."""

    stick: str
    signature: str
    content: str
    content_files: int
    requests: int
    returns: int
    unknown_names: int


def look_at(mount: Path, keys: KeysFolder | None) -> Seen:
    """Count what is there; with keys, say whether it may be believed."""
    if not (mount / stick.FOLDER).is_dir():
        return Seen("no number: not a stick of ours yet", "-", "none", 0, 0, 0, 0)
    folder = Folder(mount / stick.FOLDER)
    said, signature = _identity(folder, keys)
    return Seen(
        stick=said,
        signature=signature,
        content=_content(folder, keys),
        content_files=sum(1 for p in (mount / stick.FOLDER / "content").rglob("*") if p.is_file()),
        requests=len(folder.names(stick.REQUESTS)),
        returns=len(folder.names(stick.RETURNS)),
        unknown_names=len(set(folder.names()) - _OURS),
    )


def _identity(folder: Folder, keys: KeysFolder | None) -> tuple[str, str]:
    try:
        data = folder.read(stick.IDENTITY, limits.STICK_BYTES)
    except FileNotFoundError:
        return "no number: not a stick of ours yet", "-"
    if keys is None:
        return "has a number", NOT_CHECKED
    try:
        one = stick.read(data, (keys.public(roles.office(keys.about.site)),), keys.about.site)
    except Refused as refused:
        return "not to be believed", refused.sentence
    demo = ", demonstration" if one.demo else ""
    return f"number {one.number}, {one.kind}, {one.site}, made {one.made}{demo}", "right"


def _content(folder: Folder, keys: KeysFolder | None) -> str:
    if "timestamp.json" not in folder.names(stick.METADATA):
        return "none"
    if keys is None:
        return NOT_CHECKED
    low = datetime.now(UTC)
    with tempfile.TemporaryDirectory() as scratch:
        try:
            found = check(
                folder, keys.root(), TrustState(), keys.about.site, None, low, Path(scratch)
            )
        except Refused as refused:
            return refused.sentence
    return f"version {found.version}, issued {found.issued:%Y-%m-%d %H:%M} UTC"

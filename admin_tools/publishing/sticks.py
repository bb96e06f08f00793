"""Writes a stick: whose it is, content, nothing that somebody else put there."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from tuf.api.metadata import TargetFile

from admin_tools.keyring.folder import KeysFolder
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.repository import Published, Repository, stored_name
from kiosk.exchange import limits, return_bundle, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.packs import read_policy
from kiosk.exchange.policy import TrustList
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.stick import StickIdentity

REGISTER = "sticks.json"
Kind = Literal["wing", "carrier"]
Progress = Callable[[int, int], None]
"""Hears how many of how many bytes are done."""
SPARE = 4 * 1024 * 1024
"""Bytes left free for lists, answers and what the kiosks will write."""
READ_ME = """\
This is stick number {number} of Signpost at {site}.

{what}

- Only trained staff carry it. Sign it out and sign it in.
- Put it into a Signpost screen and wait for the green screen. Then take it out.
- Do not open, copy or change the files. They are signed: a change makes the stick useless.
- What people asked is sealed. Nobody can read it on another computer.
- Found it? Hand it to any member of prison staff. It belongs to {site}.
"""
WHAT = {
    "wing": "It goes between the office and the screens on the wings. It never leaves the prison.",
    "carrier": "It brings new information from outside to the office. It goes into no screen.",
}


@dataclass(frozen=True, slots=True)
class ContentWritten:
    """What was copied: files and bytes that are new on the stick, the version they make."""

    version: int
    files: int
    bytes: int


def office_public(repository: Repository, site: str) -> str:
    """Read from published content which office key vouches for the sticks of a site."""
    path = f"trust/{site.lower()}.json"
    published = _published(repository)
    if path not in published.files():
        raise Refused(Refusal.CONTENT_NOT_FOR_SITE, site=site)
    data = repository.read(path, published.files()[path])
    return read_policy(TrustList, data, path).office


def identity_of(mount: Path, publics: tuple[str, ...], site: str) -> StickIdentity | None:
    """Read whose stick this is; None when it is nobody's yet, Refused when it is forged."""
    try:
        data = Folder(mount).read(f"{stick.FOLDER}/{stick.IDENTITY}", limits.STICK_BYTES)
    except FileNotFoundError:
        return None
    return stick.read(data, publics, site)


def issue(mount: Path, identity: StickIdentity, office: SigningKey) -> None:
    """Make this the numbered stick of a site."""
    (mount / stick.FOLDER).mkdir(exist_ok=True)
    folder = Folder(mount / stick.FOLDER)
    words = READ_ME.format(number=identity.number, site=identity.site, what=WHAT[identity.kind])
    folder.write(stick.READ_ME, words.replace("\n", "\r\n").encode())
    folder.write(stick.IDENTITY, stick.write(identity, office))


def next_number(keys: KeysFolder, chosen: int = 0) -> int:
    """Take the next free number of the register beside the keys, or note the chosen one."""
    folder = Folder(keys.path)
    try:
        last = int(json.loads(folder.read(REGISTER, limits.STICK_BYTES))["last"])
    except FileNotFoundError:
        last = 0
    number = chosen or last + 1
    folder.write(REGISTER, json.dumps({"last": max(last, number)}).encode())
    return number


def must_be(identity: StickIdentity, site: str, kind: Kind) -> None:
    """Raise unless this stick may be written for this."""
    if identity.site != site:
        raise Refused(Refusal.STICK_OF_ANOTHER_SITE, other=identity.site, site=site)
    if identity.kind != kind:
        raise PublishingRefused(
            "stick-of-another-kind",
            f"This is a {identity.kind} stick, number {identity.number}. Nothing was changed."
            f" Take a {kind} stick, so that wings and outside never share one.",
        )


def new_identity(keys: KeysFolder, kind: Kind, made: date, number: int = 0) -> StickIdentity:
    """Give a stick its number."""
    return StickIdentity(
        site=keys.about.site,
        number=next_number(keys, number),
        kind=kind,
        made=made,
        demo=keys.about.demo,
    )


def write_content(mount: Path, repository: Repository, progress: Progress) -> ContentWritten:
    """Copy what is published, files first and timestamp.json last; read all of it back.

    A file that lies there rightly is left alone. When the stick is pulled out half way, what was
    on it before still holds. Files that are not named any more go last.
    """
    published = _published(repository)
    (mount / stick.FOLDER).mkdir(exist_ok=True)
    folder = Folder(mount / stick.FOLDER)
    wanted = {stored_name(p, f): (p, f) for p, f in published.files().items()}
    _must_have_room(folder, wanted)
    total = sum(file.length for _, file in wanted.values())
    done = written = size = 0
    for name, (path, file) in sorted(wanted.items()):
        data = repository.read(path, file)
        if not _lies_there(folder, f"{stick.TARGETS}/{name}", data):
            _copy(folder, f"{stick.TARGETS}/{name}", data)
            written, size = written + 1, size + len(data)
        done += len(data)
        progress(done, total)
    lists = published.metadata_files()
    for name in sorted(lists, key=lambda name: name == "timestamp.json"):
        if not _lies_there(folder, f"{stick.METADATA}/{name}", lists[name]):
            _copy(folder, f"{stick.METADATA}/{name}", lists[name])
            written, size = written + 1, size + len(lists[name])
    _remove_others(mount / stick.FOLDER / stick.METADATA, set(lists))
    _remove_others(mount / stick.FOLDER / stick.TARGETS, set(wanted))
    return ContentWritten(published.version, written, size)


def read_back(mount: Path, kiosk: str, seq: int, office: str) -> None:
    """Read a return from the stick itself, or raise: what was written must open there too."""
    name = f"{stick.RETURNS}/{return_bundle.file_name(kiosk, seq)}"
    folder = Folder(mount / stick.FOLDER)
    _forget(folder.path / name)
    return_bundle.read(folder.read(name, limits.RETURN_BYTES * 2), (office,))


def _published(repository: Repository) -> Published:
    published = repository.published()
    if published is None:
        raise PublishingRefused(
            "nothing-published", "Nothing is published in this repository. Publish first."
        )
    return published


def _lies_there(folder: Folder, name: str, data: bytes) -> bool:
    try:
        return folder.read(name, len(data)) == data
    except (FileNotFoundError, Refused):
        return False


def _must_have_room(folder: Folder, wanted: Mapping[str, tuple[str, TargetFile]]) -> None:
    """Refuse before the first byte, rather than leave half of it."""
    lie = {p.name: p.stat().st_size for p in (folder.path / stick.TARGETS).rglob("*.json*")}
    missing = sum(
        file.length
        for name, (_, file) in wanted.items()
        if lie.get(name.rpartition("/")[2]) != file.length
    )
    if missing + SPARE > shutil.disk_usage(folder.path).free:
        raise Refused(Refusal.STICK_FULL, name="content")


def _copy(folder: Folder, name: str, data: bytes) -> None:
    folder.write(name, data)
    _forget(folder.path / name)
    if not _lies_there(folder, name, data):
        raise Refused(Refusal.STICK_NOT_READ, name=name)


def _forget(path: Path) -> None:
    """Let the next reading come from the stick itself, not from this machine's memory."""
    handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
    finally:
        os.close(handle)


def _remove_others(folder: Path, kept: set[str]) -> None:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in kept:
            path.unlink()

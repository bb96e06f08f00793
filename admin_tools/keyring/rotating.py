"""Replaces one key by a new one, and says so in the next root where the root names it."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import UnsignedMetadataError
from tuf.api.metadata import Metadata, Root
from tuf.api.serialization.json import JSONSerializer

from admin_tools.keyring.creating import ROOT_YEARS
from admin_tools.keyring.folder import ROOTS_FOLDER, KeysFolder, Passphrase
from admin_tools.keyring.tuf_keys import public_key
from kiosk.exchange.folder import Folder
from kiosk.exchange.keys import OpeningKey, SigningKey, fingerprint

OLD = "old"
NEW = ".new"


class RotationRefused(Exception):
    """The key was not replaced; the message says why."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """A key that was replaced. `root`: the version of the new root, 0 when none was needed."""

    role: str
    fingerprint: str
    root: int


def rotate(
    keys: KeysFolder,
    role: str,
    root_signers: Sequence[CryptoSigner],
    passphrase: Passphrase,
    now: datetime,
) -> Rotated:
    """Make a new key for a role; what the old one signs stops counting once this is published.

    1. The new key is written beside. 2. If the root names the old one, the next root names the
    new one, vouched for by two root keys. That file decides. 3. The old key moves to old/, the
    new one takes its name. A cut between is finished by the next rotation of the same role.
    """
    old = keys.public(role)
    _finish(keys, role)
    opens = role == "recovery" or role.startswith(("collecting-", "desk-"))
    key = OpeningKey.generate() if opens else SigningKey.generate()
    root = None if opens else _next_root(keys, old, key.public, root_signers, now)
    for name in (f"{role}{NEW}.pem", f"{role}{NEW}.pub"):
        (keys.path / name).unlink(missing_ok=True)
    key.save(keys.path / f"{role}{NEW}.pem", None if keys.about.demo else passphrase(role))
    folder = Folder(keys.path)
    folder.write(f"{role}{NEW}.pub", key.public.encode() + b"\n")
    if root:
        name = f"{ROOTS_FOLDER}/{root.signed.version}.root.json"
        folder.write(name, root.to_bytes(JSONSerializer(compact=True)))
    _take_its_name(keys.path, role, old)
    return Rotated(role, fingerprint(key.public), root.signed.version if root else 0)


def _next_root(
    keys: KeysFolder, old: str, new: str, signers: Sequence[CryptoSigner], now: datetime
) -> Metadata[Root] | None:
    """Make the next root with the new key in every place of the old one; None when it has none."""
    before: Metadata[Root] = Metadata.from_bytes(keys.roots()[-1])
    root = Root.from_dict(before.signed.to_dict())
    was, now_is = public_key(old), public_key(new)
    places = [name for name, role in root.roles.items() if was.keyid in role.keyids]
    if not places:
        return None
    for name in places:
        root.revoke_key(was.keyid, name)
        root.add_key(now_is, name)
    root.version += 1
    root.expires = (now + timedelta(days=365 * ROOT_YEARS)).replace(microsecond=0)
    made = Metadata(root)
    for one in signers:
        if one.public_key.keyid != was.keyid:
            made.sign(one, append=True)
    try:
        before.signed.verify_delegate(Root.type, made.signed_bytes, made.signatures)
        root.verify_delegate(Root.type, made.signed_bytes, made.signatures)
    except UnsignedMetadataError as error:
        raise RotationRefused(
            "Two root keys must vouch for this, and not the one that is replaced."
            " Nothing was changed. Give them with --root-key."
        ) from error
    return made


def _finish(keys: KeysFolder, role: str) -> None:
    """Finish a rotation that was cut off after its root was written."""
    new = keys.public_if_there(f"{role}{NEW}")
    last: Metadata[Root] = Metadata.from_bytes(keys.roots()[-1])
    if new and public_key(new).keyid in last.signed.keys:
        _take_its_name(keys.path, role, keys.public(role))
        raise RotationRefused(
            f"An earlier replacement of {role} was cut off. It is finished now."
            " Run the command again only if this key must be replaced once more."
        )


def _take_its_name(folder: Path, role: str, old: str) -> None:
    (folder / OLD).mkdir(mode=0o700, exist_ok=True)
    for end in ("pem", "pub"):
        was = folder / f"{role}.{end}"
        if was.exists():
            was.rename(folder / OLD / f"{role}-{old[:8]}.{end}")
        (folder / f"{role}{NEW}.{end}").rename(was)
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

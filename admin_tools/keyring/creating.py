"""Makes all keys of a new house, each for somebody else."""

import os
import shutil
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from tuf.api.metadata import Key, Metadata, Role, Root
from tuf.api.serialization.json import JSONSerializer

from admin_tools.keyring import roles
from admin_tools.keyring.folder import KEYS_FILE, ROOT_FILE, About, Passphrase
from admin_tools.keyring.tuf_keys import signer
from kiosk.exchange import canonical
from kiosk.exchange.keys import OpeningKey, SigningKey

ROOT_YEARS = 10
"""A root must outlive everything that was signed under it."""
OWNER_ONLY = 0o700


class KeysExist(Exception):
    """There is something at the place for new keys already."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder.name} is there already. Nothing was made or changed."
            " Choose a new folder: keys are never written over."
        )


def create(
    folder: Path, about: About, desks: Sequence[str], passphrase: Passphrase, now: datetime
) -> Root:
    """Make every key and the first root, all or nothing; hand back the root.

    A demonstration has no passphrases. The folder is made beside its name, then renamed.
    """
    if folder.exists():
        raise KeysExist(folder)
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(mode=OWNER_ONLY, parents=True)
    try:
        signing = {role: SigningKey.generate() for role in roles.signing_roles(about.site)}
        opening = {role: OpeningKey.generate() for role in roles.opening_roles(about.site, desks)}
        made: dict[str, SigningKey | OpeningKey] = {**signing, **opening}
        for role, key in made.items():
            key.save(part / f"{role}.pem", None if about.demo else passphrase(role))
            _write(part / f"{role}.pub", key.public.encode() + b"\n")
        root = first_root(signing, now, demo=about.demo)
        _write(part / ROOT_FILE, root.to_bytes(JSONSerializer(compact=True)))
        _write(part / KEYS_FILE, canonical.dump(about) + b"\n")
        _sync(part)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    _sync(folder.parent)
    return root.signed


def first_root(signing: dict[str, SigningKey], now: datetime, *, demo: bool) -> Metadata[Root]:
    """Say which keys may sign what, vouched for by two of the three root keys."""
    keys: dict[str, Key] = {}
    who: dict[str, Role] = {}
    for role, names, threshold in (
        ("root", roles.ROOTS, roles.ROOT_THRESHOLD),
        ("targets", roles.CONTENT, len(roles.CONTENT)),
        ("snapshot", (roles.BUILDER,), 1),
        ("timestamp", (roles.BUILDER,), 1),
    ):
        publics = [signer(signing[name]).public_key for name in names]
        keys |= {key.keyid: key for key in publics}
        who[role] = Role([key.keyid for key in publics], threshold)
    expires = (now + timedelta(days=365 * ROOT_YEARS)).replace(microsecond=0)
    more = {"x-demo": True} if demo else {}
    root = Metadata(Root(1, None, expires, keys, who, unrecognized_fields=more))
    for name in roles.ROOTS[: roles.ROOT_THRESHOLD]:
        root.sign(signer(signing[name]), append=True)
    return root


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

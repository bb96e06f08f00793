"""Makes and verifies the signed lists of a publication."""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import RepositoryError, UnsignedMetadataError
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Key,
    Metadata,
    MetaFile,
    Root,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from admin_tools.keyring import roles
from admin_tools.keyring.folder import KeysFolder
from admin_tools.keyring.tuf_keys import public_key
from admin_tools.publishing.contents import TARGETS, WITHDRAWALS, WITHDRAWN_PATH
from admin_tools.publishing.errors import PublishingRefused

YEARS = 2
"""How long signed lists hold; each new one starts afresh."""
RENEW = timedelta(days=180)
"""A list that ends sooner than this is signed again, changed or not."""
ISSUED = "x-issued"
ROLE = re.compile(r"targets|withdrawals|site-[a-z]{3}")
S = TypeVar("S", Root, Snapshot, Targets, Timestamp)


def listed(
    files: Mapping[str, TargetFile], version: int, now: datetime, top: Delegations | None = None
) -> Metadata[Targets]:
    """List these files under a version; the top list also says who may sign what, and when."""
    more = {ISSUED: now.strftime("%Y-%m-%dT%H:%M:%SZ")} if top else {}
    return Metadata(Targets(version, None, expiry(now), dict(files), top, unrecognized_fields=more))


def expiry(now: datetime) -> datetime:
    """Say until when something signed now holds."""
    return now.replace(microsecond=0) + timedelta(days=365 * YEARS)


def issued(top: Metadata[Targets]) -> datetime:
    """Read when the top list was issued."""
    text = str(top.signed.unrecognized_fields.get(ISSUED))
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def delegations(keys: KeysFolder, sites: Iterable[str]) -> Delegations:
    """Say who signs for each site, and who may withdraw."""
    who: dict[str, DelegatedRole] = {}
    publics: dict[str, Key] = {}
    named = {f"site-{site}": roles.site_roles(site) for site in sorted(sites)}
    for role, names in (*named.items(), (WITHDRAWALS, (roles.WITHDRAWALS,))):
        found = [public_key(keys.public(name)) for name in names]
        publics |= {key.keyid: key for key in found}
        ids = [key.keyid for key in found]
        who[role] = DelegatedRole(role, ids, 1, terminating=True, paths=_paths(role))
    return Delegations(publics, who)


def is_shaped(top: Targets) -> bool:
    """Tell whether the top list gives each role its own place and nothing more."""
    roles_here = top.delegations.roles if top.delegations else None
    return bool(roles_here) and all(
        ROLE.fullmatch(name) is not None
        and name != TARGETS
        and role.terminating
        and role.threshold == 1
        and role.paths == _paths(name)
        for name, role in (roles_here or {}).items()
    )


def _paths(role: str) -> list[str]:
    home = "site/" + role.removeprefix("site-")
    return [WITHDRAWN_PATH] if role == WITHDRAWALS else [f"{home}/*", f"{home}/*/*"]


def sign(
    role: str, signed: Metadata[S], above: Root | Targets, signers: Iterable[CryptoSigner]
) -> int:
    """Add the signature of every key that may sign this role; count those that did."""
    allowed = set(above.get_delegated_role(role).keyids)
    fitting = [one for one in signers if one.public_key.keyid in allowed]
    for one in fitting:
        signed.sign(one, append=True)
    return len(fitting)


def is_signed(role: str, metadata: Metadata[S], above: Root | Targets) -> bool:
    """Tell whether enough of the right keys vouch for this."""
    try:
        above.verify_delegate(role, metadata.signed_bytes, metadata.signatures)
    except UnsignedMetadataError:
        return False
    return True


def chain(published: tuple[bytes, ...], keys: KeysFolder) -> tuple[tuple[bytes, ...], Root]:
    """Give all roots, the newer ones from the keys; raise when the two tell different stories."""
    ours = keys.roots()
    shorter = min(len(ours), len(published))
    if ours[:shorter] != published[:shorter]:
        raise PublishingRefused(
            "keys-of-others",
            "These keys belong to another house than this repository. Nothing was changed."
            " Use the keys that this repository began with.",
        )
    roots = max(ours, published, key=len)
    return roots, last_root(roots)


def last_root(roots: tuple[bytes, ...]) -> Root:
    """Follow the roots from the first on: each is vouched for by itself and the one before."""
    read_roots: list[Metadata[Root]] = [read(data, "root.json") for data in roots]
    for number, one in enumerate(read_roots, 1):
        before = read_roots[max(number - 2, 0)].signed
        good = one.signed.version == number and is_signed(Root.type, one, one.signed)
        if not good or not is_signed(Root.type, one, before):
            raise damaged(f"{number}.root.json")
    return read_roots[-1].signed


def above(role: str, root: Root, top: Targets) -> Root | Targets:
    """Say which list names the keys of a role."""
    return root if role in root.roles else top


def to_bytes(metadata: Metadata[S]) -> bytes:
    """Write signed metadata, small."""
    return metadata.to_bytes(JSONSerializer(compact=True))


def read(data: bytes, name: str) -> Metadata[S]:
    """Read signed metadata; what cannot be read is refused, believed or not."""
    try:
        return Metadata[S].from_bytes(data)
    except (RepositoryError, ValueError, KeyError, TypeError) as error:
        raise damaged(name) from error


def damaged(name: str) -> PublishingRefused:
    """Say which file of the repository is not what it should be."""
    return PublishingRefused(
        "repository-damaged",
        f"The file {name} of the repository is missing or is not what was signed. Nothing was"
        " changed. Take the repository from the last good copy, or from the last stick.",
    )


def version(data: bytes) -> int:
    """Read the version of signed metadata that was believed already."""
    return Metadata.from_bytes(data).signed.version


def meta(version: int, data: bytes) -> MetaFile:
    """Say which bytes another list is made of."""
    return MetaFile.from_data(version, data, ["sha256"])


def file_entry(path: str, data: bytes) -> TargetFile:
    """Say which bytes a file is made of."""
    return TargetFile.from_data(path, data, ["sha256"])

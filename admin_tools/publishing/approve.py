"""Lets a second person see a draft, then publishes it."""

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

from admin_tools.keyring.folder import KeysFolder
from admin_tools.publishing import metadata, notes
from admin_tools.publishing.changes import Changes, compare, who_signs
from admin_tools.publishing.contents import TARGETS, role_of
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.media import must_fit
from admin_tools.publishing.propose import DRAFT
from admin_tools.publishing.reading import is_pack, must_be_readable
from admin_tools.publishing.repository import Published, Repository, read_target, stored_name
from kiosk.exchange.packs import media_in
from kiosk.exchange.trusted_day import london_day
from kiosk.exchange.wanted import PATH

AHEAD = timedelta(days=1)
"""How far the author's clock may be ahead of the approver's."""
Lists = Mapping[str, Metadata[Targets]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it lies there, every file of it read and checked, nobody's word taken for it."""

    before: Published | None
    roots: tuple[bytes, ...]
    root: Root
    lists: Lists
    changes: Changes
    files: tuple[tuple[str, TargetFile, bytes], ...]


def look(repository: Repository, keys: KeysFolder, now: datetime) -> Draft:
    """Read the draft, or raise; nothing is signed yet.

    1. The root is the approver's own. 2. Each list is the next version of a role that exists.
    3. Each file stands in its own role and is what the list says. 4. Each new file can be read
    as a kiosk reads it, with every picture that it names. 5. The day of issue is not in the future.
    """
    before = repository.published()
    roots, root = metadata.chain(before.roots if before else (), keys)
    lists = _lists(repository, before, now)
    new = _all_files(before, lists)
    for role, one in lists.items():
        for path in one.signed.targets:
            if not PATH.fullmatch(path) or role_of(path) != role:
                raise _wrong(f"{path} stands in {role}")

    def read(path: str, file: TargetFile) -> bytes:
        return _read(repository, before, path, file)

    old = before.files() if before else {}
    fresh = tuple((p, f, read(p, f)) for p, f in sorted(new.items()) if old.get(p) != f)
    for path, _, data in fresh:
        if not is_pack(path):  # packs are read once, by comparing them
            must_be_readable(path, data)
        else:
            _must_have_pictures(repository, path, data)
    must_fit(new, read)
    changes = compare(old, repository.read, new, read)
    if TARGETS in lists:
        top = before.roles[TARGETS].signed if before else None
        signs = who_signs(top, lists[TARGETS].signed)
        changes = replace(changes, trusted=(*changes.trusted, *signs))
    return Draft(before, roots, root, lists, changes, fresh)


def approve(
    repository: Repository,
    draft: Draft,
    signers: Iterable[CryptoSigner],
    builder: CryptoSigner,
    now: datetime,
) -> int:
    """Sign the draft and publish it; hand back the version.

    1. Every key signs what it may. 2. Enough of the right keys stand under every list.
    3. The builder counts one publication more. 4. Files first, timestamp.json last.
    5. What changed is written down for staff.
    """
    raw = dict(draft.before.raw) if draft.before else {}
    lists = {f"{number}.root.json": data for number, data in enumerate(draft.roots, 1)}
    for role, data in _signed(draft, tuple(signers)).items():
        raw[role] = data
        lists[f"{draft.lists[role].signed.version}.{role}.json"] = data
    version = draft.before.version + 1 if draft.before else 1
    lists |= _counted(draft, raw, version, builder, now)
    repository.write(draft.files, lists)
    repository.tidy()
    notes.keep(repository, version, london_day(now), draft.changes)
    return version


def decline(repository: Repository) -> None:
    """Throw the draft away."""
    shutil.rmtree(repository.path / DRAFT, ignore_errors=True)


def _signed(draft: Draft, keys: tuple[CryptoSigner, ...]) -> dict[str, bytes]:
    """Sign every list of the draft; raise unless enough of the right keys vouch for it."""
    top = draft.lists.get(TARGETS) or (draft.before.roles[TARGETS] if draft.before else None)
    if top is None:
        raise _wrong("there is no top list")
    signed = {}
    for role, one in draft.lists.items():
        above = metadata.above(role, draft.root, top.signed)
        metadata.sign(role, one, above, keys)
        if not metadata.is_signed(role, one, above):
            raise _too_few(role)
        signed[role] = metadata.to_bytes(one)
    kept = draft.before.roles if draft.before else {}
    for role, old in kept.items():
        above = metadata.above(role, draft.root, top.signed)
        if role not in signed and not metadata.is_signed(role, old, above):
            raise _too_few(role)
    return signed


def _counted(
    draft: Draft, raw: Mapping[str, bytes], version: int, builder: CryptoSigner, now: datetime
) -> dict[str, bytes]:
    """Write the snapshot of all lists, and the timestamp that names it."""
    versions = _versions(draft)
    metas = {f"{role}.json": metadata.meta(versions[role], raw[role]) for role in versions}
    snapshot = Metadata(Snapshot(version, None, metadata.expiry(now), metas))
    if not metadata.sign("snapshot", snapshot, draft.root, [builder]):
        raise _not_a_builder()
    data = metadata.to_bytes(snapshot)
    meta = metadata.meta(version, data)
    timestamp = Metadata(Timestamp(version, None, metadata.expiry(now), meta))
    if not metadata.sign("timestamp", timestamp, draft.root, [builder]):
        raise _not_a_builder()
    return {f"{version}.snapshot.json": data, "timestamp.json": metadata.to_bytes(timestamp)}


def _lists(repository: Repository, before: Published | None, now: datetime) -> Lists:
    folder = repository.path / DRAFT / "metadata"
    found = {p.stem: p.read_bytes() for p in sorted(folder.glob("*.json"))}
    if not found:
        raise PublishingRefused(
            "no-draft", "There is no draft here. Nothing was changed. Propose one first."
        )
    lists: dict[str, Metadata[Targets]] = {
        role: metadata.read(data, f"draft {role}") for role, data in found.items()
    }
    for role, one in lists.items():
        if one.signed.type != Targets.type or not metadata.ROLE.fullmatch(role):
            raise _wrong(f"{role} is no list of files")
        is_next = one.signed.version == _version(before, role) + 1
        if not is_next or one.signed.expires > metadata.expiry(now) + AHEAD:
            raise PublishingRefused(
                "draft-old",
                "Something was published since this draft was made. Nothing was changed."
                " Propose it again.",
            )
    if TARGETS in lists and metadata.issued(lists[TARGETS]) > now + AHEAD:
        raise _wrong("its day of issue is in the future")
    if TARGETS in lists and not metadata.is_shaped(lists[TARGETS].signed):
        raise _wrong("somebody may sign more than our roles do")
    return lists


def _version(before: Published | None, role: str) -> int:
    return before.roles[role].signed.version if before and role in before.roles else 0


def _versions(draft: Draft) -> dict[str, int]:
    old = {r: m.signed.version for r, m in draft.before.roles.items()} if draft.before else {}
    return {**old, **{role: one.signed.version for role, one in draft.lists.items()}}


def _all_files(before: Published | None, lists: Lists) -> dict[str, TargetFile]:
    roles = {**(before.roles if before else {}), **lists}
    return {path: file for one in roles.values() for path, file in one.signed.targets.items()}


def _read(repository: Repository, before: Published | None, path: str, file: TargetFile) -> bytes:
    """Read a file of the draft, or one that is published already."""
    drafted = repository.path / DRAFT / "targets"
    if (drafted / stored_name(path, file)).is_file():
        return read_target(drafted, path, file)
    if before is None:
        raise _wrong(f"{path} is missing")
    return repository.read(path, file)


def _must_have_pictures(repository: Repository, path: str, data: bytes) -> None:
    for picture in media_in(data, path):
        repository.read_picture(picture)


def _not_a_builder() -> PublishingRefused:
    return PublishingRefused(
        "not-a-builder",
        "This is not the builder's key. Nothing was changed. Give it with --builder.",
    )


def _too_few(role: str) -> PublishingRefused:
    who = {
        TARGETS: "The author and the approver must both sign; they are two people.",
        "withdrawals": "The withdrawals key must sign. Give it with --key.",
    }.get(role, f"A key of {role} must sign. Give it with --key.")
    return PublishingRefused("too-few-keys", f"Nothing was published. {who}")


def _wrong(what: str) -> PublishingRefused:
    return PublishingRefused(
        "draft-wrong", f"The draft is not right: {what}. Nothing was changed. Propose it again."
    )

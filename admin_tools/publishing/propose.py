"""Makes a draft of the next publication, signed by its author."""

import shutil
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Delegations, Metadata, Root, TargetFile, Targets

from admin_tools.keyring.folder import KeysFolder
from admin_tools.publishing import metadata
from admin_tools.publishing.contents import TARGETS, ByRole
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.repository import Published, Repository, stored_name
from kiosk.exchange.folder import Folder

DRAFT = "draft"
BESIDE = "left-out.txt"
MOST_BESIDE = 2_000
"""Bytes of it that are read."""


def propose(
    repository: Repository,
    wanted: ByRole,
    keys: KeysFolder,
    signers: Iterable[CryptoSigner],
    now: datetime,
) -> tuple[str, ...]:
    """Write the draft; hand back the roles that it signs anew.

    1. The repository stands under the root of these keys. 2. The clock is not behind the last
    publication. 3. Every role that changed, or ends soon, gets its next version; the top list
    always does, since it carries the day of issue. 4. Only new files go into the draft.
    """
    now = now.replace(microsecond=0)
    before = repository.published()
    _, root = metadata.chain(before.roots if before else (), keys)
    top = metadata.delegations(keys, [r[5:] for r in wanted if r.startswith("site-")])
    files = {role: _listed(contents) for role, contents in wanted.items()}
    if before and metadata.issued(before.roles[TARGETS]) > now:
        raise PublishingRefused(
            "clock-behind",
            "This machine's clock is behind the last publication. Nothing was changed."
            " Set the clock, then propose again.",
        )
    changed = {
        role: metadata.listed(listed, _next(before, role), now, top if role == TARGETS else None)
        for role, listed in files.items()
        if role == TARGETS or _differs(before, role, listed, now) or _unsigned(before, role, top)
    }
    _sign(changed, root, top, tuple(signers))
    _write(repository, before, changed, wanted, files)
    return tuple(changed)


def propose_part(
    repository: Repository,
    role: str,
    contents: Mapping[str, bytes],
    signers: Iterable[CryptoSigner],
    now: datetime,
) -> tuple[str, ...]:
    """Write a draft of one site's pages alone, or of the withdrawals: one key is enough."""
    before = repository.published()
    top = before.roles[TARGETS].signed.delegations if before else None
    if before is None or top is None or role not in (top.roles or {}):
        raise PublishingRefused(
            "nothing-published",
            f"Nobody has published who may sign {role}. Nothing was changed."
            " Propose everything once, with author and approver.",
        )
    listed = _listed(contents)
    changed = {role: metadata.listed(listed, _next(before, role), now.replace(microsecond=0))}
    _sign(changed, before.root, top, tuple(signers))
    _write(repository, before, changed, {role: contents}, {role: listed})
    return (role,)


def say_beside(repository: Repository, lines: Iterable[str]) -> None:
    """Tell the approver what the draft leaves out; nobody signs it, and it is never published."""
    text = "".join(f"{line}\n" for line in lines)
    (repository.path / DRAFT / BESIDE).write_text(text, encoding="utf-8")


def said_beside(repository: Repository) -> tuple[str, ...]:
    """Read what the author says that the draft leaves out: a few lines, whoever wrote them."""
    file = repository.path / DRAFT / BESIDE
    if not file.is_file():
        return ()
    with file.open("rb") as opened:
        text = opened.read(MOST_BESIDE).decode("utf-8", "replace")
    return tuple(line for line in text.splitlines() if line.isprintable())


def _listed(contents: Mapping[str, bytes]) -> dict[str, TargetFile]:
    return {path: metadata.file_entry(path, data) for path, data in contents.items()}


def _next(before: Published | None, role: str) -> int:
    return before.roles[role].signed.version + 1 if before and role in before.roles else 1


def _differs(
    before: Published | None, role: str, files: Mapping[str, TargetFile], now: datetime
) -> bool:
    if before is None or role not in before.roles:
        return True
    old = before.roles[role].signed
    return dict(old.targets) != dict(files) or old.expires < now + metadata.RENEW


def _unsigned(before: Published | None, role: str, top: Delegations) -> bool:
    """Tell whether a list that did not change would not count any more: its key was replaced."""
    return before is not None and not metadata.is_signed(
        role, before.roles[role], Targets(delegations=top)
    )


def _sign(
    changed: Mapping[str, Metadata[Targets]],
    root: Root,
    top: Delegations,
    signers: tuple[CryptoSigner, ...],
) -> None:
    """Let every key sign what it may; a draft of the top list without its author is no draft."""
    named = Targets(delegations=top)
    for role, one in changed.items():
        count = metadata.sign(role, one, metadata.above(role, root, named), signers)
        if not count and role == TARGETS:
            raise PublishingRefused(
                "not-an-author",
                "None of these keys is an author's. Nothing was changed."
                " Give the author's key with --key.",
            )


def _write(
    repository: Repository,
    before: Published | None,
    changed: Mapping[str, Metadata[Targets]],
    wanted: ByRole,
    files: Mapping[str, Mapping[str, TargetFile]],
) -> None:
    """Write the draft beside its name, then rename it in place of any older draft."""
    repository.prepare()
    part = repository.path / f"{DRAFT}.part"
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    folder = Folder(part)
    for role, one in changed.items():
        folder.write(f"metadata/{role}.json", metadata.to_bytes(one))
    old = before.files() if before else {}
    for role in changed:
        for path, file in files[role].items():
            if path not in old or old[path] != file or not repository.has(path, file):
                folder.write(f"targets/{stored_name(path, file)}", wanted[role][path])
    _replace(part, repository.path / DRAFT)


def _replace(part: Path, draft: Path) -> None:
    shutil.rmtree(draft, ignore_errors=True)
    part.rename(draft)

"""A publishing house in a folder of the test: keys, sources, repository."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from securesystemslib.signer import CryptoSigner

from admin_tools.authoring.check import check
from admin_tools.keyring.creating import create
from admin_tools.keyring.folder import About, KeysFolder
from admin_tools.keyring.tuf_keys import signer
from admin_tools.publishing.approve import approve, look
from admin_tools.publishing.contents import contents
from admin_tools.publishing.errors import PublishingRefused
from admin_tools.publishing.media import of_sources
from admin_tools.publishing.propose import propose
from admin_tools.publishing.repository import Repository
from kiosk.exchange.folder import Folder
from kiosk.exchange.trust import Publication, TrustState
from kiosk.exchange.trust import check as believe
from tests.builders.sources import sources

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
AUTHOR = ("author", "site-mvx-1", "withdrawals")
APPROVER = ("approver",)


@dataclass(slots=True)
class House:
    """Publishes its sources; the clock goes on by a minute each time."""

    keys: KeysFolder
    sources: Path
    repository: Repository
    now: datetime = NOW

    def signers(self, *names: str) -> list[CryptoSigner]:
        return [signer(self.keys.signing(name, lambda _role: None)) for name in names]

    def contents(self) -> dict[str, dict[str, bytes]]:
        return contents(check(self.sources, self.now.date()).sources, self.keys)

    def propose(self, *names: str) -> tuple[str, ...]:
        self.now += timedelta(minutes=1)
        signers = self.signers(*(names or AUTHOR))
        read = check(self.sources, self.now.date()).sources
        self.repository.keep_pictures(of_sources(read))
        return propose(self.repository, contents(read, self.keys), self.keys, signers, self.now)

    def approve(self, *names: str, builder: str = "builder") -> int:
        draft = look(self.repository, self.keys, self.now)
        signers, (counts,) = self.signers(*(names or APPROVER)), self.signers(builder)
        return approve(self.repository, draft, signers, counts, self.now)

    def publish(self) -> int:
        self.propose()
        return self.approve()

    def version(self) -> int:
        published = self.repository.published()
        return published.version if published else 0

    def believed(self, mount: Path) -> Publication:
        """What a kiosk that knows only the root makes of a stick."""
        scratch = self.repository.path.parent / "scratch"
        scratch.mkdir(exist_ok=True)
        folder = Folder(mount / "SIGNPOST")
        return believe(folder, self.keys.root(), TrustState(), "MVX", None, NOW, scratch)


def a_house(folder: Path, *, family: str = "") -> House:
    """Make keys and sources; nothing is published yet. Each family has keys of its own."""
    (folder / "keys").mkdir(parents=True, mode=0o700)
    for name, data in _keys(family).items():
        (folder / "keys" / name).write_bytes(data)
    return House(
        KeysFolder.open(folder / "keys"), sources(folder / "content"), Repository(folder / "repo")
    )


def refused(act: Callable[[], object]) -> str:
    """The code with which this is refused."""
    with pytest.raises(PublishingRefused) as error:
        act()
    return error.value.code


@cache
def _keys(_family: str) -> dict[str, bytes]:
    """Make demonstration keys once for all tests: what they do is not asked here."""
    with tempfile.TemporaryDirectory() as folder:
        about, desks = About(site="MVX", demo=True), ("housing", "work", "private")
        create(Path(folder) / "keys", about, desks, lambda _role: None, NOW)
        return {path.name: path.read_bytes() for path in (Path(folder) / "keys").iterdir()}

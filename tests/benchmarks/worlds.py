"""Kiosks with as much content as a benchmark wants, made by the real commands."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from admin_tools.authoring.check import check
from admin_tools.keyring.folder import KeysFolder
from admin_tools.keyring.tuf_keys import signer
from admin_tools.publishing.approve import approve, look
from admin_tools.publishing.contents import TARGETS, WITHDRAWALS, WITHDRAWN_PATH, contents
from admin_tools.publishing.media import of_sources
from admin_tools.publishing.propose import propose, propose_part
from admin_tools.publishing.repository import Repository
from kiosk.exchange import packs
from kiosk.exchange.entries import Entry
from kiosk.exchange.policy import Withdrawn
from tests.benchmarks.generate import entries
from tests.benchmarks.generate_media import illustrated
from tests.journeys.circle import HOUSE, Circle, run

NOW = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=2)
ONE_PERCENT = 100
PEOPLE = ("A1234BC", "A9012FG")
"""Two of the three invented people, who read English."""


@dataclass(frozen=True, slots=True)
class World:
    """An office, a stick, a kiosk; `count` entries were generated beside the demonstration's."""

    circle: Circle
    count: int

    @property
    def name(self) -> str:
        """How much content that is, in words."""
        return f"{self.count:,} entries" if self.count else "the demonstration"

    def publish(self, generated: Iterable[Entry], version: int) -> None:
        """Publish the demonstration together with these entries, their pictures and recordings."""
        keys, repository, now = self._at(version)
        made = illustrated(generated, lambda data: _keep(repository, data))
        sources = check(HOUSE / "content", NOW.date()).sources
        repository.keep_pictures(of_sources(sources))
        wanted = contents(sources, keys)
        wanted[TARGETS] = _together(wanted[TARGETS], made)
        author = _signers(keys, "author", "site-mvx-1", WITHDRAWALS)
        propose(repository, wanted, keys, author, now)
        _publish(repository, keys, now, "approver")

    def withdraw(self, entry_id: str, version: int) -> None:
        """Take one entry down at once, with the one key that may."""
        keys, repository, now = self._at(version)
        gone = packs.write_withdrawn([Withdrawn(id=entry_id, day=NOW.date(), reason="wrong")])
        one = _signers(keys, WITHDRAWALS)
        propose_part(repository, WITHDRAWALS, {WITHDRAWN_PATH: gone}, one, now)
        _publish(repository, keys, now)

    def _at(self, version: int) -> tuple[KeysFolder, Repository, datetime]:
        keys, repository = KeysFolder.open(self.circle.keys), Repository(self.circle.repository)
        return keys, repository, NOW + timedelta(minutes=version)

    @property
    def untaken(self) -> Path:
        """The kiosk's data as they were before any stick came."""
        return self.circle.data.with_name("untaken")

    @property
    def shown(self) -> Path:
        """The kiosk's data as they were when it showed the demonstration alone."""
        return self.circle.data.with_name("shown")

    def put_back(self, data: Path) -> None:
        """Let the kiosk be as it was when this was copied."""
        shutil.rmtree(self.circle.data)
        copied(data, self.circle.data)

    def take_in(self) -> str:
        """Let the kiosk's mailroom take in what is on the stick, as one command."""
        return run(*self.taking_in)

    @property
    def taking_in(self) -> tuple[str | Path, ...]:
        """That command."""
        return (
            *("signpost-mailroom", "run", "--data", self.circle.data),
            *("--stick", self.circle.stick, "--once", "--json"),
        )

    def content_of_stick(self) -> list[Path]:
        """Every file of content that is on the stick."""
        content = self.circle.stick / "SIGNPOST" / "content"
        return sorted(path for path in content.rglob("*") if path.is_file())


def _keep(repository: Repository, data: bytes) -> None:
    repository.keep_pictures({hashlib.sha256(data).hexdigest(): data})


def _signers(keys: KeysFolder, *roles: str) -> list[CryptoSigner]:
    return [signer(keys.signing(role, lambda _role: None)) for role in roles]


def _publish(repository: Repository, keys: KeysFolder, now: datetime, *roles: str) -> None:
    draft, (builder,) = look(repository, keys, now), _signers(keys, "builder")
    approve(repository, draft, _signers(keys, *roles), builder, now)


def an_office(folder: Path, count: int) -> World:
    """Keys, publication, enrolled kiosk, people and a stick; nothing of it is taken in yet."""
    folder.mkdir(parents=True, exist_ok=True)
    world = World(Circle(folder), count)
    circle = world.circle
    circle.make_keys()
    world.publish((), 1)
    circle.enrol()
    copied(circle.data, world.untaken)
    circle.register()
    circle.import_people()
    circle.write_stick()
    if count:
        world.take_in()
        copied(circle.data, world.shown)
        world.put_back(world.untaken)
        world.publish(entries(count), 2)
        circle.write_stick()
    return world


def copied(data: Path, to: Path) -> Path:
    """Copy a kiosk's data. What is named by its hash never changes: a second name is enough."""

    def copy(source: str, place: str) -> None:
        link = Path(source).parent.name == "media"
        (os.link if link else shutil.copy2)(source, place)

    return Path(shutil.copytree(data, to, copy_function=copy))


def changed(count: int) -> list[Entry]:
    """The same entries with every hundredth changed: that is spread over nearly every pack."""
    made = list(entries(count))
    for at in range(0, count, ONE_PERCENT):
        made[at] = made[at].model_copy(update={"title": f"{made[at].title} (new)"})
    return made


def sync_all(paths: Iterable[Path], to: Path) -> int:
    """Copy, hash and sync these files: what no take-in can be faster than. The bytes."""
    shutil.rmtree(to, ignore_errors=True)
    to.mkdir()
    size = 0
    for number, path in enumerate(paths):
        data = path.read_bytes()
        hashlib.sha256(data).hexdigest()
        with (to / str(number)).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        size += len(data)
    return size


def _together(files: dict[str, bytes], generated: Iterable[Entry]) -> dict[str, bytes]:
    """Put generated entries into the packs of the demonstration."""
    written = [path for path in files if path.startswith("national/")]
    own = [entry for path in written for entry in packs.read_pack(files[path], path)[1]]
    rest = {path: data for path, data in files.items() if path not in written}
    return rest | packs.write_packs([*own, *generated], "national")

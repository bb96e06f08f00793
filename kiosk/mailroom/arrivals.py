"""Takes new content in, all of it or nothing."""

import errno
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.catalogue import building
from kiosk.catalogue.shelf import OlderThanShelf, Version
from kiosk.catalogue.updating import Target
from kiosk.database import NoRoom
from kiosk.exchange import packs, trust
from kiosk.exchange.folder import Folder
from kiosk.exchange.policy import TrustList
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.trust import Publication, TrustState
from kiosk.mailroom.limited import Answer, ChildStopped, in_child
from kiosk.mailroom.rooms import Rooms
from kiosk.requests.standing import Stand

Showing = Callable[[int, int], None]
PACKS_PACE = 256 * 1024
"""Bytes of packs that even a busy screen reads and indexes in a second: two processors that a dozen
other programs wanted did 440,000. 60,000 entries have 97 million and may take seven minutes."""
MEDIA_PACE = 2 * 1024 * 1024
"""Bytes of pictures that the slowest stick gives in a second; a common one gives ten times that.
512 MiB may take five minutes."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Content on a stick that may be believed, with the keys that it names for this site."""

    publication: Publication
    keys: TrustList


class Arrivals:
    """Where content comes in. Anything wrong: nothing changes, and staff read why."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def check(self, folder: Folder, kiosk: Stand) -> Checked:
        """Say what the stick brings and who vouches for it, or raise Refused; changes nothing."""
        active = self._rooms.shelf.active()
        publication = trust.check(
            folder,
            self._rooms.root,
            TrustState(self._rooms.shelf.trust_files()),
            kiosk.site,
            kiosk.wing,
            self._rooms.clock.low(),
            self._rooms.scratch,
            active.number if active else 0,
        )
        if publication.demo != kiosk.demo:
            raise Refused(Refusal.REAL_ON_DEMO if kiosk.demo else Refusal.DEMO_ON_REAL)
        return Checked(publication, _keys_of(folder, publication, kiosk.site))

    def take_content(self, folder: Folder, checked: Checked, stick: int, show: Showing) -> int:
        """Put the checked content in place; give the number of files that were new.

        1. What stands on the shelf already is not taken again, unless its file went bad.
        2. There is room for twice as much, or NoRoom is raised.
        3. A child process with limits reads each new pack and writes the next catalogue file;
           another brings the pictures that it names.
        4. One transaction: active version, trust state, low time, register row. In it the
           version is compared once more.
        5. What no slot names any more is removed.
        """
        publication = checked.publication
        active = self._rooms.shelf.active()
        sound = active is not None and self._rooms.shelf.is_sound(active)
        if active is not None and sound and not self._is_new(active, publication):
            self._remember(publication)
            return 0
        self._must_have_room(publication, active)
        file, base = self._rooms.shelf.plan(publication.version)
        try:
            built = self._built(file, base if sound else None, folder, publication, show)
            self._bring_pictures(folder, file, show)
            self._switch(_version(publication, file, built), publication, stick)
        finally:
            self._tidy()
        return int(built["changed"])

    def _is_new(self, active: Version, publication: Publication) -> bool:
        """Whether anything differs: a kiosk that moved to another wing wants other packs."""
        wanted = {target.path: target.sha256 for target in publication.targets}
        return (
            active.number != publication.version
            or building.files_of(active.path) != wanted
            or bool(self._rooms.pictures.lacking(active.path))
        )

    def _remember(self, publication: Publication) -> None:
        """Keep newer signatures of the same content, so that no older ones count again."""
        files = dict(publication.state.files)
        if files == self._rooms.shelf.trust_files():
            return
        with self._rooms.database.write() as session:
            self._rooms.shelf.remember_trust(session, files)
            self._rooms.clock.issued(session, publication.issued)

    def _tidy(self) -> None:
        self._rooms.shelf.tidy()
        kept = (self._rooms.shelf.active(), self._rooms.shelf.previous())
        self._rooms.pictures.tidy(version.path for version in kept if version is not None)

    def _must_have_room(self, publication: Publication, active: Version | None) -> None:
        size = 2 * sum(target.length for target in publication.targets)
        if active is not None and active.path.is_file():
            size += active.path.stat().st_size
        self._rooms.database.need_room(size)

    def _built(
        self,
        file: Path,
        base: Path | None,
        folder: Folder,
        publication: Publication,
        show: Showing,
    ) -> Answer:
        by_path = {target.path: target for target in publication.targets}

        def read(target: Target) -> bytes:
            return trust.read_target(folder, by_path[target.path])

        def build() -> Answer:
            limits = self._rooms.limits
            built = building.build(file, base, publication, read, show, limits.processes)
            return {"sha256": built.sha256, "changed": built.changed}

        size = sum(target.length for target in publication.targets)
        return self._in_child(build, size, PACKS_PACE)

    def _bring_pictures(self, folder: Folder, file: Path, show: Showing) -> None:
        def bring() -> Answer:
            self._rooms.pictures.bring(folder, file, show)
            return {}

        size = sum(one.length for one in self._rooms.pictures.lacking(file))
        self._in_child(bring, size, MEDIA_PACE)

    def _in_child(self, work: Callable[[], Answer], size: int, pace: int) -> Answer:
        """Let a child do what so many bytes need at this pace; raise what it was refused."""
        self._rooms.database.close()  # a child may not hold a connection opened before it
        try:
            answer = in_child(lambda: _told(work), self._rooms.limits.to_do(size, pace))
        except ChildStopped as stopped:
            raise Refused(Refusal.CONTENT_NOT_BUILT) from stopped
        if "refused" in answer:
            raise Refused(Refusal(answer["refused"]), **answer["facts"])
        return answer

    def _switch(self, version: Version, publication: Publication, stick: int) -> None:
        try:
            with self._rooms.database.write() as session:
                self._rooms.shelf.switch(
                    session, version, publication.state.files, renewed=publication.renewed
                )
                self._rooms.clock.issued(session, publication.issued)
                self._rooms.register.note(session, "content", stick=stick, version=version.number)
        except OlderThanShelf as older:
            raise Refused(Refusal.CONTENT_OLDER, version=version.number) from older


def _version(publication: Publication, file: Path, built: Answer) -> Version:
    number, issued = publication.version, publication.issued
    return Version(number, issued, file, str(built["sha256"]), demo=publication.demo)


def _keys_of(folder: Folder, publication: Publication, site: str) -> TrustList:
    path = f"trust/{site.lower()}.json"
    target = next(target for target in publication.targets if target.path == path)
    data = trust.read_target(folder, target)
    return packs.read_policy(TrustList, data, path)


def _told(work: Callable[[], Answer]) -> Answer:
    """Turn what happens in the child into what can be said to the parent."""
    try:
        return work()
    except Refused as refused:
        return {"refused": refused.code.value, "facts": dict(refused.facts)}
    except NoRoom:
        return _of_the_disk(full=True)
    except OSError as fault:
        return _of_the_disk(full=fault.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
    except sqlite3.OperationalError as fault:
        return _of_the_disk(full=fault.sqlite_errorcode == sqlite3.SQLITE_FULL)


def _of_the_disk(*, full: bool) -> Answer:
    code = Refusal.DISK_FULL if full else Refusal.DISK_FAULT
    return {"refused": code.value, "facts": {}}

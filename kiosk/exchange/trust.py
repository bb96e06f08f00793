"""Whether the content on a stick may be believed (TUF, through python-tuf).

python-tuf does the deciding, unchanged. This file gives it a folder to work in, a fetcher that
reads the stick, our own idea of what time it is, and turns whatever it says into one Refused.
"""

import hashlib
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, Targets, Timestamp
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.exchange import limits, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.stick_fetcher import METADATA_URL, StickFetcher
from kiosk.exchange.trust_verdict import verdict
from kiosk.exchange.wanted import Target, Wanted

ISSUED_AHEAD = timedelta(days=800)
"""How far a day of issue may lie after the last one, so that one wrong clock cannot poison time."""
FAMILY = (
    RepositoryError,
    DownloadError,
    OSError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
)
"""What python-tuf and what it stands on raise for bytes that are not right."""


@dataclass(frozen=True, slots=True)
class TrustState:
    """What was believed last, as exact bytes: root, timestamp, snapshot, targets, each role.

    Stored by the caller in the same transaction as the content that it vouches for.
    """

    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Publication:
    """Content that may be believed.

    `version` counts publications. `same`: nothing new since the state. `renewed`: a new root gave
    the counting to other keys, so a lower version than the active one is right this once.
    """

    version: int
    issued: datetime
    demo: bool
    state: TrustState
    targets: tuple[Target, ...]
    same: bool
    renewed: bool = False


def check(  # noqa: PLR0913, PLR0917 - everything that the decision rests on, nothing else
    folder: Folder,
    root: bytes,
    state: TrustState,
    site: str,
    wing: str | None,
    low: datetime,
    scratch: Path,
    active: int = 0,
) -> Publication:
    """Decide whether the content below `folder` (the SIGNPOST folder) may be believed.

    `root` is the root of enrolment, `active` the version of the content in use (0: none), `low`
    the trusted low time, `scratch` a folder in memory. `wing` None means every wing of the site.
    Raises Refused; then nothing has changed.

    1. Content in use without a record of what was believed: no telling old from new.
    2. There is content on the stick.
    3. python-tuf goes root, timestamp, snapshot, targets, then the roles of the site and of
       withdrawals, at `low` instead of the clock.
    4. A demonstration stays one, real content stays real.
    5. The numbers did not go down.
    6. The day of issue is possible.
    7. Each path is written as ours are, stands with the role that may sign it, and is not too big.
    """
    if active and "timestamp" not in state.files:
        raise Refused(Refusal.TRUST_RECORD_LOST)
    if "timestamp.json" not in folder.names(stick.METADATA):
        raise Refused(Refusal.NO_CONTENT)
    try:
        with tempfile.TemporaryDirectory(dir=scratch, ignore_cleanup_errors=True) as room:
            run = _Run(folder, state.files.get("root", root), state, Path(room))
            run.follow(site, low)
            return run.publication(Wanted(site, wing), low, active)
    except FAMILY as error:
        raise verdict(error, folder, state.files, root) from error


def read_target(folder: Folder, target: Target) -> bytes:
    """Read a target of a checked publication, or raise Refused. Length and hash are checked."""
    where, _, name = target.path.rpartition("/")
    path = f"{stick.TARGETS}/{where}/{target.sha256}.{name}"
    try:
        data = folder.read(path, target.length)
    except FileNotFoundError as error:
        raise Refused(Refusal.CONTENT_INCOMPLETE, name=target.path) from error
    if len(data) != target.length or hashlib.sha256(data).hexdigest() != target.sha256:
        raise Refused(Refusal.CONTENT_DAMAGED, name=target.path)
    return data


class _Run:
    """One run of python-tuf in a folder of its own."""

    def __init__(self, folder: Folder, root: bytes, state: TrustState, room: Path) -> None:
        self._room = room
        self._state = state
        self._first = Metadata[Root].from_bytes(root).signed
        # Only the three that python-tuf compares with. A delegated role is read afresh each
        # time, so that a file in the folder always means: checked in this run.
        for name in ("timestamp", "snapshot", "targets"):
            if name in state.files:
                (room / f"{name}.json").write_bytes(state.files[name])
        self._updater = Updater(
            str(room),
            METADATA_URL,
            fetcher=StickFetcher(folder),
            config=_config(),
            bootstrap=root,
        )

    def follow(self, site: str, low: datetime) -> None:
        """Walk from the root to every role that a kiosk of this site needs."""
        self._updater._trusted_set.reference_time = low  # noqa: SLF001 - see tests: its one contract
        self._updater.refresh()
        # A path that nobody lists makes python-tuf check the whole role that could list it.
        for path in (f"site/{site.lower()}/-", "withdrawn/list.jsonl"):
            self._updater.get_targetinfo(path)

    def publication(self, wanted: Wanted, low: datetime, active: int) -> Publication:
        """Look at what was found to be signed, or raise Refused."""
        root = Metadata[Root].from_bytes(self._read("root")).signed
        demo = _must_stay(self._first, root)
        snapshot = Metadata[Snapshot].from_bytes(self._read("snapshot")).signed
        top = Metadata[Targets].from_bytes(self._read("targets")).signed
        old = self._state.files
        renewed = _counters(self._first) != _counters(root)
        if snapshot.version < active and not renewed:
            raise Refused(Refusal.CONTENT_OLDER, version=snapshot.version, active=active)
        issued = _issued(top, low)
        self._must_not_go_back(top, issued)
        files = {name: self._read(name) for name in ("root", "timestamp", "snapshot", "targets")}
        files |= {name: self._read(name) for name in wanted.roles}
        return Publication(
            version=snapshot.version,
            issued=issued,
            demo=demo,
            state=TrustState(files),
            targets=wanted.of(top, {name: self._role(name) for name in wanted.roles}),
            same=files["snapshot"] == old.get("snapshot") and active == snapshot.version,
            renewed=renewed,
        )

    def _must_not_go_back(self, top: Targets, issued: datetime) -> None:
        """After a new root python-tuf forgets the old numbers; what two people signed stays."""
        if "targets" not in self._state.files:
            return
        before = Metadata[Targets].from_bytes(self._state.files["targets"]).signed
        if issued < _instant(before) or (
            issued == _instant(before) and top.version < before.version
        ):
            raise Refused(Refusal.CONTENT_OLDER, version=top.version, active=before.version)

    def _role(self, name: str) -> Targets:
        return Metadata[Targets].from_bytes(self._read(name)).signed

    def _read(self, name: str) -> bytes:
        try:
            return (self._room / f"{name}.json").read_bytes()
        except FileNotFoundError as error:
            if name.startswith("site-"):
                raise Refused(Refusal.CONTENT_NOT_FOR_SITE, site=name[5:].upper()) from error
            raise Refused(Refusal.CONTENT_INCOMPLETE, name=name) from error


def _config() -> UpdaterConfig:
    return UpdaterConfig(
        max_root_rotations=limits.ROOTS,
        root_max_length=limits.METADATA_ROOT_BYTES,
        timestamp_max_length=limits.METADATA_TIMESTAMP_BYTES,
        snapshot_max_length=limits.METADATA_SNAPSHOT_BYTES,
        targets_max_length=limits.METADATA_TARGETS_BYTES,
    )


def _must_stay(before: Root, after: Root) -> bool:
    was, now = (root.unrecognized_fields.get("x-demo") is True for root in (before, after))
    if was != now:
        raise Refused(Refusal.DEMO_ON_REAL if now else Refusal.REAL_ON_DEMO)
    return now


def _counters(root: Root) -> set[str]:
    """The keys that count publications."""
    return {key for role in (Timestamp.type, Snapshot.type) for key in root.roles[role].keyids}


def _issued(top: Targets, low: datetime) -> datetime:
    issued = _instant(top)
    if issued > top.expires or issued > low + ISSUED_AHEAD:
        raise Refused(Refusal.CONTENT_DATE_WRONG)
    return issued


def _instant(top: Targets) -> datetime:
    text = top.unrecognized_fields.get("x-issued")
    try:
        return datetime.strptime(str(text), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise Refused(Refusal.CONTENT_DATE_WRONG) from error

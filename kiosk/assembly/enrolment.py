"""Makes a kiosk out of an empty folder."""

import argparse
import re
import sys
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kiosk.catalogue.clock import Clock
from kiosk.database import Database, StoreFault, sync
from kiosk.exchange import enrolment_file
from kiosk.exchange.enrolment_file import Enrolment
from kiosk.exchange.folder import Folder
from kiosk.exchange.keys import OpeningKey, SigningKey
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.root_file import RootFacts, root_facts
from kiosk.exchange.trusted_day import london_day
from kiosk.mailroom.ballast import Ballast
from kiosk.requests.standing import Stand, Standing
from kiosk.settings import FILE, KioskFile, kiosk_id, read, written

DONE, REFUSED, FAULT = 0, 3, 4
INTRODUCTION = "enrolment.json"
FOLDERS = ("keys", "catalogue", "media", "run")


@dataclass(frozen=True, slots=True)
class Place:
    """Which kiosk it becomes."""

    site: str
    wing: str
    number: int

    @property
    def kiosk(self) -> str:
        """The kiosk's id: MVX-02."""
        return kiosk_id(self.site, self.number)


@dataclass(frozen=True, slots=True)
class Keys:
    """The three keys of a kiosk, new."""

    signing: SigningKey
    opening: OpeningKey
    storage: OpeningKey


def main(words: Sequence[str] | None = None) -> int:
    """Enrol a kiosk, say which keys it has, and give the exit code."""
    wanted = _wanted(words)
    place = Place(wanted.site, wanted.wing, wanted.number)
    try:
        enrolment = enrol(
            wanted.data, place, wanted.root, datetime.now(UTC), lambda: uuid.uuid4().hex
        )
        hand_out(wanted.data, wanted.out)
    except Refused as refused:
        sys.stderr.write(f"{refused.sentence}\n")
        return REFUSED
    except (OSError, StoreFault) as fault:
        sys.stderr.write(f"The folder could not be written ({type(fault).__name__}).\n")
        return FAULT
    sys.stdout.write(told(enrolment))
    return DONE


def told(enrolment: Enrolment) -> str:
    """Say what two people compare: the day of this machine, the fingerprint of its keys."""
    kind = "a demonstration kiosk" if enrolment.demo else "a kiosk"
    return (
        f"{enrolment.kiosk} is {kind} on {enrolment.wing} wing.\n"
        f"This machine says it is {enrolment.day:%A} {enrolment.day.day} {enrolment.day:%B %Y}."
        " If that is wrong, set the clock and start again with an empty folder.\n"
        f"Fingerprint: {enrolment.fingerprint}\n"
        "Compare it with what the office machine shows when it registers this kiosk.\n"
    )


def hand_out(data: Path, out: Path) -> None:
    """Copy the kiosk's introduction to where the office gets it."""
    out.write_bytes((data / INTRODUCTION).read_bytes())
    sync(out)


def enrol(
    data: Path, place: Place, root: Path, now: datetime, new_id: Callable[[], str]
) -> Enrolment:
    """Make the kiosk in `data`, with its introduction in `data/enrolment.json`; raises Refused.

    1. The root of trust is one, and comes from a file that a person brought.
    2. Nothing stands in `data`: used data is never made over.
    3. Folder 0700, three keys 0600, database synced before the first request can come.
    4. `kiosk.toml` last: without it no program starts, so a cut in between harms nothing.
    """
    file = KioskFile(site=place.site, number=place.number, wing=place.wing)
    trusted = _bytes_of(root)
    facts = root_facts(trusted, root.name)
    _make_folders(data)
    keys = Keys(SigningKey.generate(), OpeningKey.generate(), OpeningKey.generate())
    for name in ("signing", "opening", "storage"):
        getattr(keys, name).save(data / "keys" / f"{name}.pem")
    sync(data / "keys")
    stand = Stand(place.site, place.kiosk, place.wing, new_id(), demo=facts.demo)
    _make_database(data / "kiosk.db", stand, now)
    enrolment = _introduced(stand, keys, facts, now)
    home = Folder(data)
    home.write("root.json", trusted)
    home.write(INTRODUCTION, enrolment_file.write(enrolment, keys.signing))
    Ballast(data / "ballast").keep()
    home.write(FILE, written(file).encode())
    return enrolment


def _bytes_of(root: Path) -> bytes:
    try:
        return root.read_bytes()
    except OSError as error:
        raise Refused(Refusal.FILE_MISSING, name=root.name) from error


def _make_folders(data: Path) -> None:
    if data.exists() and any(data.iterdir()):
        raise Refused(Refusal.KIOSK_ALREADY_ENROLLED, kiosk=_kiosk_in(data))
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    data.chmod(0o700)
    for name in FOLDERS:
        (data / name).mkdir(mode=0o700)
    sync(data)


def _kiosk_in(data: Path) -> str:
    try:
        return read(data).kiosk
    except Refused:
        return "-"


def _make_database(path: Path, stand: Stand, now: datetime) -> None:
    Database.create(path)
    database = Database(path)
    with database.write() as session:
        Standing(database).begin(session, stand)
        Clock(database).start(session, now)
    database.checkpoint()
    database.close()
    sync(path)
    sync(path.parent)


def _introduced(stand: Stand, keys: Keys, facts: RootFacts, now: datetime) -> Enrolment:
    return Enrolment(
        site=stand.site,
        kiosk=stand.kiosk,
        wing=stand.wing,
        epoch=stand.epoch,
        signing=keys.signing.public,
        opening=keys.opening.public,
        storage=keys.storage.public,
        day=london_day(now),
        root_sha256=facts.sha256,
        demo=facts.demo,
    )


def _wanted(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="signpost-kiosk enrol", description="Make a kiosk out of an empty folder."
    )
    parser.add_argument("--data", type=Path, required=True, help="the kiosk's own folder, empty")
    parser.add_argument("--site", type=_fitting("[A-Z]{3}"), required=True, help="as in MVX")
    parser.add_argument("--wing", type=_fitting("[A-Z0-9]{1,4}"), required=True, help="as in B")
    parser.add_argument(
        "--number", type=int, required=True, choices=range(1, 1000), metavar="1-999"
    )
    parser.add_argument("--root", type=Path, required=True, help="root.json, brought by hand")
    parser.add_argument("--out", type=Path, required=True, help="the file for the office")
    return parser.parse_args(words)


def _fitting(pattern: str) -> Callable[[str], str]:
    def fit(text: str) -> str:
        if not re.fullmatch(pattern, text.upper()):
            raise argparse.ArgumentTypeError("this is not one")
        return text.upper()

    return fit

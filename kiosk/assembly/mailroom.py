"""Makes the mailroom of one kiosk, then lets it work: no screen, no Kivy."""

import argparse
import json
import logging
import os
import secrets
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kiosk.catalogue.clock import Clock
from kiosk.catalogue.shelf import Shelf
from kiosk.database import Database, DatabaseMissing, DatabaseTooNew, NoRoom, StoreFault
from kiosk.exchange.keys import OpeningKey, SigningKey
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.mailroom.ballast import Ballast
from kiosk.mailroom.chores import Chores
from kiosk.mailroom.limited import Limits
from kiosk.mailroom.outcome import Outcome
from kiosk.mailroom.pictures import Pictures
from kiosk.mailroom.progress import Progress, ProgressFile, Step
from kiosk.mailroom.rooms import Rooms
from kiosk.mailroom.round import Round
from kiosk.mailroom.slot import look
from kiosk.mailroom.turn import MailroomBusy, only_one
from kiosk.mailroom.watch import Doing, watch
from kiosk.register.register import Register
from kiosk.requests.ledger import Ledger
from kiosk.requests.standing import Standing
from kiosk.settings import run_folder
from kiosk.visit.people import PeopleStore

DONE, REFUSED, FAULT = 0, 3, 4
"""What the command ends with; 2 is wrong use, said by argparse."""
FAULT_SAID: Mapping[str, object] = {
    "step": "fault",
    "code": "fault",
    "sentence": "The mailroom of this screen has a fault. Nothing is half done. Take the stick "
    "out and tell the people who look after the machine.",
}
LOG = logging.getLogger("signpost.mailroom")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for: one round with `stick`, or sticks in `watch` for ever."""

    data: Path
    stick: Path | None
    watch: Path | None
    as_json: bool


def main(words: Sequence[str] | None = None) -> int:
    """Run the command and give its exit code."""
    wanted = _wanted(words)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")

    def work() -> int:
        with only_one(wanted.data):
            rooms = a_mailroom(wanted.data)
            try:
                return _run(wanted, rooms)
            finally:
                rooms.database.close()

    try:
        return _unless_a_fault(work, lambda _kind: _say(wanted, FAULT, FAULT_SAID))
    except MailroomBusy:
        return _end(wanted, Outcome(refused=Refused(Refusal.STICK_BUSY)))
    except (Refused, StoreFault, OSError) as trouble:
        return _end(wanted, Outcome(refused=_before_the_first_stick(trouble)))


def a_mailroom(data: Path) -> Rooms:
    """Open the stores of an enrolled kiosk, or raise Refused or a StoreFault."""
    database = Database(data / "kiosk.db")
    scratch = _emptied(run_folder(data, os.environ) / "scratch")
    tempfile.tempdir = str(scratch)  # python-tuf asks for files in between; they stay in memory
    return Rooms(
        database=database,
        shelf=Shelf(data / "catalogue", database),
        pictures=Pictures(data / "media", database.need_room),
        clock=Clock(database),
        ledger=Ledger(database),
        standing=Standing(database),
        people=PeopleStore(database),
        register=Register(database, _now),
        root=(data / "root.json").read_bytes(),
        signing=lambda: SigningKey.load(data / "keys/signing.pem"),
        opening=lambda: OpeningKey.load(data / "keys/opening.pem"),
        scratch=scratch,
        now=_now,
        pick=secrets.randbelow,
        program=_program(),
        limits=Limits(processes=len(os.sched_getaffinity(0))),
    )


def _wanted(words: Sequence[str] | None) -> Wanted:
    parser = argparse.ArgumentParser(
        prog="signpost-mailroom", description="Takes sticks in and carries sealed requests out."
    )
    run = parser.add_subparsers(required=True).add_parser(
        "run", help="work with one stick, or wait for sticks"
    )
    run.add_argument("--data", type=Path, required=True, help="the kiosk's data folder")
    where = run.add_mutually_exclusive_group(required=True)
    where.add_argument("--watch", type=Path, help="the folder where sticks are mounted")
    where.add_argument("--stick", type=Path, help="one stick, with --once")
    run.add_argument("--once", action="store_true", help="end after this stick")
    run.add_argument("--json", action="store_true", help="print what happened for a program")
    said = parser.parse_args(words)
    if (said.stick is not None) != said.once:
        run.error("--stick and --once belong together")
    return Wanted(said.data, said.stick, said.watch, as_json=said.json)


def _run(wanted: Wanted, rooms: Rooms) -> int:
    progress = ProgressFile(run_folder(wanted.data, os.environ), rooms.now, time.monotonic)
    progress.show(Progress(Step.IDLE))
    if wanted.stick is not None:
        code = _one_stick(wanted, rooms, progress, wanted.stick)
        progress.show(Progress(Step.IDLE))  # with this process the stick counts as out
        return code
    if wanted.watch is not None:
        _wait_for_sticks(wanted, wanted.watch, rooms, progress)
    return DONE


def _wait_for_sticks(wanted: Wanted, slot: Path, rooms: Rooms, progress: ProgressFile) -> None:
    over = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: over.set())
    doing = Doing(
        stick_in=lambda: _one_stick(wanted, rooms, progress, slot),
        stick_out=lambda: progress.show(Progress(Step.IDLE)),
        chores=Chores(rooms, Ballast(wanted.data / "ballast"), time.monotonic),
    )
    watch(lambda: look(slot), doing, over.wait)


def _one_stick(wanted: Wanted, rooms: Rooms, progress: ProgressFile, mount: Path) -> int:
    """Work with one stick; a fault that nobody foresaw ends in the register and on the screen."""

    def say_fault(kind: str) -> int:
        with suppress(StoreFault), rooms.database.write() as session:
            rooms.register.note(session, "fault", type=kind)
        progress.show(Progress(Step.REFUSED, code=str(FAULT_SAID["code"])))
        return _say(wanted, FAULT, FAULT_SAID)

    turn = Round(rooms, progress.show)
    try:
        return _unless_a_fault(lambda: _end(wanted, turn.work(mount)), say_fault)
    finally:
        rooms.database.close()  # what failed on this handle is never tried again on it


def _unless_a_fault(work: Callable[[], int], say_fault: Callable[[str], int]) -> int:
    """Do the work; of a fault that nobody foresaw only the kind is ever told, never a value."""
    try:
        return work()
    except (MailroomBusy, Refused, StoreFault, OSError):
        raise
    except Exception as fault:  # noqa: BLE001 - the one place in this process
        kind = type(fault).__name__
        LOG.error("fault %s", kind)  # noqa: TRY400 - a traceback holds values
        return say_fault(kind)


def _before_the_first_stick(trouble: Refused | StoreFault | OSError) -> Refused:
    if isinstance(trouble, Refused):
        return trouble
    if isinstance(trouble, DatabaseMissing | FileNotFoundError):
        return Refused(Refusal.KIOSK_NOT_ENROLLED)
    if isinstance(trouble, DatabaseTooNew):
        return Refused(Refusal.DATA_NEWER_THAN_PROGRAM)
    return Refused(Refusal.DISK_FULL if isinstance(trouble, NoRoom) else Refusal.DISK_FAULT)


def _end(wanted: Wanted, outcome: Outcome) -> int:
    """Say how it ended, and give the exit code."""
    code = DONE
    if outcome.refused is not None:
        code = FAULT if outcome.refused.code is Refusal.DISK_FAULT else REFUSED
    return _say(wanted, code, outcome.as_json())


def _say(wanted: Wanted, code: int, said: Mapping[str, object]) -> int:
    text = json.dumps(dict(said), sort_keys=True) if wanted.as_json else str(said["sentence"])
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
    return code


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    return folder


def _now() -> datetime:
    return datetime.now(UTC)


def _program() -> str:
    try:
        return version("signpost")
    except PackageNotFoundError:
        return "0"


if __name__ == "__main__":
    sys.exit(main())

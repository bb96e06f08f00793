"""Takes people from a list into the records, with a PIN slip for each new one."""

import secrets
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from admin_tools.desks.errors import PersonUnknown, PinsChangedMeanwhile
from admin_tools.desks.people_list import Listed
from admin_tools.desks.pins import hashed, new_pin
from admin_tools.desks.slips import Slip, write_slip
from admin_tools.records import people
from admin_tools.records.access import Worker, note
from admin_tools.records.database import Records
from admin_tools.records.tables import Person
from kiosk.exchange.trusted_day import london_day


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, in numbers. `not_listed`: known people whom the list left out."""

    new: int
    changed: int
    same: int
    not_listed: int


@dataclass(frozen=True, slots=True)
class PinOffice:
    """What making PINs needs from outside."""

    slips: Path
    pick: Callable[[int], int] = secrets.randbelow
    hash_pin: Callable[[str], str] = hashed


def import_people(
    records: Records,
    listed: tuple[Listed, ...],
    office: PinOffice,
    worker: Worker,
    progress: Callable[[int], None] = lambda _: None,
) -> Imported:
    """Take the whole list or nothing. People who are known keep their PIN.

    Slips are written before the records: if the power goes in between, the next import makes
    new PINs and writes over the slips, so that no slip with a dead PIN is left behind.
    """
    with records.read() as session:
        known = people.known(session, (who.number for who in listed))
    slips = [
        Slip(who.number, new_pin(who.number, office.pick))
        for who in listed
        if who.number not in known
    ]
    hashes = _hashes(slips, office, progress)
    for slip in slips:
        write_slip(office.slips, slip, worker.now)
    with records.write() as session:
        if people.known(session, (who.number for who in listed)) != known:
            raise PinsChangedMeanwhile
        imported = _keep(session, listed, hashes, london_day(worker.now))
        note(session, worker, "people-import")
    return imported


def reset_pin(records: Records, number: str, office: PinOffice, worker: Worker) -> None:
    """Give one person a new PIN with a new slip."""
    with records.read() as session:
        if people.person(session, number) is None:
            raise PersonUnknown
    slip = Slip(number, new_pin(number, office.pick))
    pin = office.hash_pin(slip.pin)
    write_slip(office.slips, slip, worker.now)
    with records.write() as session:
        who = people.person(session, number)
        if who is None:
            raise PersonUnknown
        who.pin = pin
        who.changed = london_day(worker.now)
        note(session, worker, "pin-reset")


def _hashes(
    slips: list[Slip], office: PinOffice, progress: Callable[[int], None]
) -> dict[str, str]:
    """Hash on all cores: one hash takes an eighth of a second on purpose."""
    hashes: dict[str, str] = {}
    with ThreadPoolExecutor() as workers:
        made = workers.map(lambda slip: (slip.number, office.hash_pin(slip.pin)), slips)
        for done, (number, pin) in enumerate(made, start=1):
            hashes[number] = pin
            progress(done)
    return hashes


def _keep(
    session: Session, listed: tuple[Listed, ...], hashes: dict[str, str], day: date
) -> Imported:
    changed = 0
    for who in listed:
        if who.number in hashes:
            _add(session, who, hashes[who.number], day)
        elif _update(session, who, day):
            changed += 1
    session.flush()
    same = len(listed) - len(hashes) - changed
    return Imported(len(hashes), changed, same, people.how_many(session) - len(listed))


def _add(session: Session, who: Listed, pin: str, day: date) -> None:
    session.add(
        Person(
            number=who.number,
            pin=pin,
            language=who.language,
            wing=who.wing,
            active=who.active,
            changed=day,
        )
    )


def _update(session: Session, who: Listed, day: date) -> bool:
    person = people.person(session, who.number)
    if person is None:
        raise PersonUnknown
    if (person.language, person.wing, person.active) == (who.language, who.wing, who.active):
        return False
    person.language, person.wing, person.active = who.language, who.wing, who.active
    person.changed = day
    return True

"""Takes kiosks into the records and out of use."""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from admin_tools.desks.errors import (
    AnotherSite,
    DemoMixed,
    EpochKnown,
    KioskIsLive,
    WingNotFit,
)
from admin_tools.records.database import Records
from admin_tools.records.kiosks import LIVE, REPLACED, REVOKED, items_after, lives_of
from admin_tools.records.settings import remember, remembered
from admin_tools.records.tables import Kiosk
from kiosk.exchange.enrolment_file import Enrolment
from kiosk.exchange.refusals import Refusal, Refused

_WING = re.compile(r"[A-Z0-9]{1,4}")


@dataclass(frozen=True, slots=True)
class Registered:
    """A kiosk that the records hold. `new` is false when it stood there already."""

    kiosk: str
    fingerprint: str
    new: bool


@dataclass(frozen=True, slots=True)
class Revoked:
    """A kiosk that is out of use. `later_items` came in bundles after the last good one."""

    kiosk: str
    after: int
    later_items: int


def register(records: Records, enrolment: Enrolment, day: date, *, replace: bool) -> Registered:
    """Take the kiosk of this enrolment into the records; twice is harmless."""
    with records.write() as session:
        check_house(session, enrolment.site, demo=enrolment.demo)
        lives = lives_of(session, enrolment.kiosk)
        same = next((life for life in lives if life.epoch == enrolment.epoch), None)
        if same is not None:
            return _again(same, enrolment)
        for life in lives:
            if life.state == LIVE:
                _make_room(life, replace=replace)
        returned = max((life.return_seq for life in lives), default=0)
        session.add(_new_life(enrolment, day, returned))
    return Registered(enrolment.kiosk, enrolment.fingerprint, new=True)


def revoke(records: Records, kiosk: str, after: int) -> Revoked:
    """Refuse what this kiosk signs from now on, after its last good bundle."""
    with records.write() as session:
        lives = lives_of(session, kiosk)
        if not lives:
            raise Refused(Refusal.KIOSK_UNKNOWN, kiosk=kiosk)
        life = next((one for one in lives if one.state == LIVE), lives[0])
        life.state, life.revoked_after = REVOKED, after
        return Revoked(kiosk, after, items_after(session, life, after))


def move(records: Records, kiosk: str, wing: str) -> None:
    """Say on which wing a kiosk stands now; it learns it with its next return."""
    if not _WING.fullmatch(wing):
        raise WingNotFit
    with records.write() as session:
        live = next((life for life in lives_of(session, kiosk) if life.state == LIVE), None)
        if live is None:
            raise Refused(Refusal.KIOSK_UNKNOWN, kiosk=kiosk)
        live.wing = wing


def check_house(session: Session, site: str, *, demo: bool) -> None:
    """Hold the records to one site, and to being real or a demonstration; the first one decides."""
    kind = "demo" if demo else "real"
    if remembered(session, "site") is None:
        remember(session, "site", site)
        remember(session, "kind", kind)
    if remembered(session, "kind") != kind:
        raise DemoMixed
    ours = remembered(session, "site") or site
    if ours != site:
        raise AnotherSite(site, ours)


def _again(same: Kiosk, enrolment: Enrolment) -> Registered:
    if same.state != LIVE or same.fingerprint != enrolment.fingerprint:
        raise EpochKnown(enrolment.kiosk)
    return Registered(same.kiosk, same.fingerprint, new=False)


def _make_room(life: Kiosk, *, replace: bool) -> None:
    if not replace:
        raise KioskIsLive(life.kiosk, life.fingerprint)
    life.state = REPLACED


def _new_life(enrolment: Enrolment, day: date, returned: int) -> Kiosk:
    """Make the row of a new life. Its returns are numbered on: a kiosk reads the highest alone."""
    return Kiosk(
        return_seq=returned,
        kiosk=enrolment.kiosk,
        epoch=enrolment.epoch,
        site=enrolment.site,
        wing=enrolment.wing,
        signing=enrolment.signing,
        opening=enrolment.opening,
        storage=enrolment.storage,
        fingerprint=enrolment.fingerprint,
        demo=enrolment.demo,
        registered=day,
    )

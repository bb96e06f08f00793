"""Writes the returns of a site onto a stick: one whole picture for each kiosk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from admin_tools.desks.clearing import clear_collected
from admin_tools.desks.kiosks import check_house
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.opening import open_reply
from admin_tools.desks.replying import seal_for
from admin_tools.records import people, replies
from admin_tools.records.database import Records
from admin_tools.records.items import ORDER, RECEIVED, REQUEST, days_of, for_kiosk
from admin_tools.records.kiosks import live_kiosks
from admin_tools.records.tables import Item, Kiosk, ReplyCopy
from kiosk.exchange import canonical, return_bundle, stick
from kiosk.exchange.folder import Folder
from kiosk.exchange.items import to_text
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.return_bundle import (
    Mail,
    People,
    Person,
    Receipt,
    ReturnBundle,
    SealedPeople,
    SealedReply,
    State,
)
from kiosk.exchange.sealing import Context, Purpose, seal

KEPT_DAYS = 90
"""Days that a done request and its answer stay on the kiosks."""
REPLIES = 10_000
"""Replies in one return: sealed and in base64 each takes 5.7 kB, a return holds 64 MiB."""


@dataclass(frozen=True, slots=True)
class ReturnWritten:
    """One return on the stick.

    `unsealed` replies wait for a desk key that is not here; `left_out` ones are the oldest of
    more than a return can hold.
    """

    kiosk: str
    seq: int
    receipts: int
    replies: int
    unsealed: int
    left_out: int


def write_returns(
    stick_path: Path, records: Records, keys: OfficeKeys, site: str, day: date
) -> tuple[ReturnWritten, ...]:
    """Write a return for every live kiosk of the site into SIGNPOST/returns of the stick.

    The number of a return is kept in the records before its file is written: a power cut may
    leave a number unused, never one used twice. Other returns of the same kiosk are removed,
    and so are files of requests that were collected.
    """
    office = keys.office()
    folder = Folder(stick_path)
    written = []
    for kiosk in _kiosks(records, keys, site):
        unsealed = _seal_missing(records, keys, kiosk, day)
        with records.write() as session:
            bundle, receipts, left_out = _picture(session, kiosk, day)
        _write(folder, bundle, office)
        held = len(bundle.replies)
        written.append(ReturnWritten(kiosk.kiosk, bundle.seq, receipts, held, unsealed, left_out))
    clear_collected(folder, records)
    return tuple(written)


def _kiosks(records: Records, keys: OfficeKeys, site: str) -> tuple[Kiosk, ...]:
    with records.write() as session:
        check_house(session, keys.site, demo=keys.demo)
        check_house(session, site, demo=keys.demo)
        return live_kiosks(session, site)


def _seal_missing(records: Records, keys: OfficeKeys, kiosk: Kiosk, day: date) -> int:
    """Seal to a kiosk that came later what was answered before; say what could not be sealed."""
    here = keys.desks_here()
    left = 0
    with records.write() as session:
        for reply, desk in replies.without_copy(session, kiosk, _since(day)):
            if desk not in here:
                left += 1
                continue
            text = to_text(open_reply(reply, kiosk.site, keys.desk(desk)))
            sealed = seal_for(kiosk, reply.id, text)
            session.add(
                ReplyCopy(reply=reply.id, kiosk=kiosk.kiosk, epoch=kiosk.epoch, sealed=sealed)
            )
    return left


def _picture(session: Session, stale: Kiosk, day: date) -> tuple[ReturnBundle, int, int]:
    """Take the next number and put together all that the kiosk must know."""
    kiosk = session.get_one(Kiosk, stale.row, with_for_update=True)
    kiosk.return_seq += 1
    items = for_kiosk(session, kiosk.kiosk, kiosk.epoch, _since(day))
    every = replies.copies_for(session, kiosk, _since(day))
    fitting = every[:REPLIES]
    bundle = ReturnBundle(
        site=kiosk.site,
        kiosk=kiosk.kiosk,
        epoch=kiosk.epoch,
        seq=kiosk.return_seq,
        day=day,
        wing=kiosk.wing,
        mail=_mail(kiosk, items, days_of(session, kiosk.kiosk, kiosk.epoch)),
        people=_people(session, kiosk),
        replies=tuple(
            SealedReply(id=reply, request=item, sealed=sealed) for reply, item, sealed in fitting
        ),
    )
    receipts = sum(not item.damaged for item in items)
    return bundle, receipts, len(every) - len(fitting)


def _mail(kiosk: Kiosk, items: Sequence[Item], days: Mapping[str, Mapping[str, date]]) -> bytes:
    """Say what has arrived and how far it is; what is damaged here gets no receipt."""
    whole = [item for item in items if not item.damaged]
    mail = Mail(
        receipts=tuple(Receipt(id=i.id, sha256=i.sha256, day=i.collected) for i in whole),
        states=tuple(
            state for i in whole if i.type == REQUEST for state in _states(i, days.get(i.id, {}))
        ),
        resend=tuple(item.id for item in items if item.damaged),
    )
    context = Context(Purpose.MAIL, kiosk.site, kiosk.kiosk, str(kiosk.return_seq))
    return seal(canonical.dump(mail), kiosk.opening, context)


def _states(item: Item, days: Mapping[str, date]) -> Iterator[State]:
    """Give every step with its day, up to where the request stands now."""
    reached = {RECEIVED: item.collected, **days, item.state: item.state_day}
    for state, day in sorted(reached.items(), key=lambda one: ORDER[one[0]]):
        if ORDER[state] <= ORDER[item.state]:
            yield State.model_validate({"id": item.id, "state": state, "day": day})


def _people(session: Session, kiosk: Kiosk) -> SealedPeople:
    everyone = People(
        people=tuple(
            Person(number=who.number, pin=who.pin, language=who.language, active=who.active)
            for who in people.everyone(session)
        )
    )
    version = kiosk.return_seq  # always higher: a kiosk opens its list again when this changes
    context = Context(Purpose.PEOPLE, kiosk.site, kiosk.kiosk, str(version))
    return SealedPeople(
        version=version, sealed=seal(canonical.dump(everyone), kiosk.storage, context)
    )


def _write(folder: Folder, bundle: ReturnBundle, office: SigningKey) -> None:
    returns = f"{stick.FOLDER}/{stick.RETURNS}"
    name = return_bundle.file_name(bundle.kiosk, bundle.seq)
    folder.write(f"{returns}/{name}", return_bundle.write(bundle, office))
    for other in folder.names(returns):
        named = return_bundle.named(other)
        if named and named[0] == bundle.kiosk and other != name:
            folder.remove(f"{returns}/{other}")


def _since(day: date) -> date:
    return day - timedelta(days=KEPT_DAYS)

"""Answers one request: sealed for the desk itself and for every kiosk of the site."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from admin_tools.desks.errors import AlreadyAnswered, NotARequest, StateNotFit
from admin_tools.desks.finding import Found, find
from admin_tools.desks.inbox import index
from admin_tools.desks.office_keys import OfficeKeys
from admin_tools.desks.opening import open_item
from admin_tools.desks.order import Known, Order, check_facts, check_template, check_way
from admin_tools.desks.published import Published
from admin_tools.records import replies
from admin_tools.records.access import Worker, note
from admin_tools.records.database import Records
from admin_tools.records.items import (
    ANSWERED,
    BOOKED,
    CLOSED,
    PASSED_ON,
    READ,
    take_step,
)
from admin_tools.records.kiosks import live_kiosks
from admin_tools.records.tables import Kiosk, ReplyCopy
from admin_tools.records.tables import Reply as KeptReply
from kiosk.exchange.items import Reply, RequestItem, to_text
from kiosk.exchange.sealing import Context, Purpose, seal
from kiosk.exchange.trusted_day import london_day

STATES = (READ, BOOKED, ANSWERED, PASSED_ON, CLOSED)


@dataclass(frozen=True, slots=True)
class Replied:
    """An answer that waits for the next stick, sealed to so many kiosks."""

    reference: str
    state: str
    kiosks: int
    replaced: bool


@dataclass(frozen=True, slots=True)
class Office:
    """What answering needs: the records, the keys, the published policy, new ids."""

    records: Records
    keys: OfficeKeys
    published: Published
    new_id: Callable[[], uuid.UUID] = uuid.uuid4


def reply(office: Office, named: str, order: Order, worker: Worker) -> Replied:
    """Answer a request by template, or raise DeskRefused and change nothing.

    A second answer takes the place of the first at every kiosk. It needs `order.replace`, unless
    the first only said that the request was read, or that an appointment was missed.
    """
    today = london_day(worker.now)
    with office.records.write() as session:
        found = find(session, office.keys, named)
        request = open_item(found.item, office.keys.site, found.keys)
        if not isinstance(request, RequestItem):
            raise NotARequest
        index(session, found.item, request, found.keys, today)
        answer, state = _answer(office, request, found, order, today)
        before = replies.latest(session, found.item.id)
        if before is not None and not order.replace and found.item.state != READ:
            raise AlreadyAnswered(request.reference, before.made)
        number = before.number + 1 if before else 1
        kiosks = _keep(session, office, found, answer, number)
        take_step(session, found.item, state, today)
        note(session, worker, "reply", item=found.item.id, desk=found.item.desk)
    return Replied(request.reference, state, kiosks, replaced=before is not None)


def set_state(records: Records, keys: OfficeKeys, named: str, state: str, worker: Worker) -> str:
    """Say how far an item is when no template says it: seen in person, passed on, closed."""
    if state not in STATES:
        raise StateNotFit(state)
    with records.write() as session:
        found = find(session, keys, named)
        inside = open_item(found.item, keys.site, found.keys)
        index(session, found.item, inside, found.keys, london_day(worker.now))
        take_step(session, found.item, state, london_day(worker.now))
        note(session, worker, f"state-{state}", item=found.item.id, desk=found.item.desk)
        return found.item.id


def seal_for(kiosk: Kiosk, reply_id: str, text: bytes) -> bytes:
    """Close a reply for the people at one kiosk."""
    context = Context(Purpose.REPLY, kiosk.site, kiosk.kiosk, reply_id)
    return seal(text, kiosk.storage, context)


def _answer(
    office: Office, request: RequestItem, found: Found, order: Order, today: date
) -> tuple[Reply, str]:
    check_way(request)
    desk = office.published.desk(found.item.desk)
    template = check_template(order, office.published.template(order.template), desk)
    site = office.keys.site
    known = Known(
        today, office.published.rooms(site), lambda entry: office.published.has_entry(site, entry)
    )
    facts = check_facts(order, template, known)
    answer = Reply(
        request=request.id,
        reference=request.reference,
        person=request.person,
        title=request.title,
        asked=london_day(request.asked_at),
        day=today,
        language=request.language,
        template=template.code,
        facts=facts,
        note=order.note,
        listed=request.listed,
    )
    return answer, template.state


def _keep(session: Session, office: Office, found: Found, answer: Reply, number: int) -> int:
    text = to_text(answer)
    reply_id = office.new_id().hex
    own = Context(Purpose.REPLY_DESK, office.keys.site, "-", reply_id)
    session.add(
        KeptReply(
            id=reply_id,
            item=found.item.id,
            number=number,
            made=answer.day,
            for_desk=seal(text, found.keys[0].public, own),
        )
    )
    session.flush()
    kiosks = live_kiosks(session, office.keys.site)
    for kiosk in kiosks:
        sealed = seal_for(kiosk, reply_id, text)
        session.add(ReplyCopy(reply=reply_id, kiosk=kiosk.kiosk, epoch=kiosk.epoch, sealed=sealed))
    return len(kiosks)

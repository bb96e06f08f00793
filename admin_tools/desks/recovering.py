"""Gives a desk back what its lost key would have opened, with the recovery key."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from admin_tools.desks.office_keys import Bunch, OfficeKeys
from admin_tools.desks.opening import open_with
from admin_tools.desks.tags import tag
from admin_tools.records.access import Worker, note
from admin_tools.records.database import Records
from admin_tools.records.items import of_desk, sealed_item
from admin_tools.records.tables import Item
from kiosk.exchange.items import RequestItem, item_from_text
from kiosk.exchange.refusals import Refused
from kiosk.exchange.sealing import Context, Purpose, seal


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a recovery did, in numbers: sealed to the desk's new key, as before, still closed."""

    recovered: int
    as_before: int
    still_closed: int


def recover(records: Records, keys: OfficeKeys, desk: str, worker: Worker) -> Recovered:
    """Seal every item of a desk to its newest key that no key of it opens. Each goes in the log.

    Nobody reads an item here. Answers that only the lost key opened stay closed at the office;
    the kiosks still show them.
    """
    recovery, bunch = keys.recovery(), keys.desk(desk)
    counts = {"recovered": 0, "as_before": 0, "still_closed": 0}
    with records.read() as session:
        names = of_desk(session, desk)
    for name in names:
        with records.write() as session:
            became = _recover(session, sealed_item(session, name), keys.site, recovery, bunch)
            counts[became] += 1
            if became == "recovered":
                note(session, worker, "recover", item=name, desk=desk)
    return Recovered(**counts)


def _recover(session: Session, item: Item, site: str, recovery: Bunch, bunch: Bunch) -> str:
    context = Context(Purpose.ITEM_DESK, site, item.kiosk, item.id)
    spare = Context(Purpose.ITEM_RECOVERY, site, item.kiosk, item.id)
    try:
        open_with(bunch, item.for_desk, context)
    except Refused:
        try:
            text = open_with(recovery, item.for_recovery, spare)
            inside = item_from_text(item.type, text, item.id)
        except Refused:
            return "still_closed"
        item.for_desk, item.damaged = seal(text, bunch[0].public, context), False
        if item.tag and isinstance(inside, RequestItem):
            item.tag = tag(bunch, inside.reference)
        session.flush()
        return "recovered"
    return "as_before"

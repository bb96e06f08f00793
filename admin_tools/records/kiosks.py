"""Which kiosks there are, by number and epoch."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from admin_tools.records.tables import Bundle, Item, Kiosk

LIVE, REPLACED, REVOKED = "live", "replaced", "revoked"


def all_kiosks(session: Session) -> tuple[Kiosk, ...]:
    """Give every life of every kiosk, in the order of their numbers."""
    return tuple(session.scalars(select(Kiosk).order_by(Kiosk.kiosk, Kiosk.row)))


def live_kiosks(session: Session, site: str) -> tuple[Kiosk, ...]:
    """Give the kiosks of a site that get returns and replies."""
    chosen = select(Kiosk).where(Kiosk.site == site, Kiosk.state == LIVE).order_by(Kiosk.kiosk)
    return tuple(session.scalars(chosen))


def lives_of(session: Session, kiosk: str) -> tuple[Kiosk, ...]:
    """Give every life of one kiosk, newest first."""
    chosen = select(Kiosk).where(Kiosk.kiosk == kiosk).order_by(Kiosk.row.desc())
    return tuple(session.scalars(chosen))


def items_after(session: Session, kiosk: Kiosk, seq: int) -> int:
    """Count the items that came in bundles with a higher number."""
    chosen = (
        select(func.count())
        .select_from(Item)
        .join(Bundle, Item.bundle == Bundle.row)
        .where(Item.kiosk == kiosk.kiosk, Item.epoch == kiosk.epoch, Bundle.seq > seq)
    )
    return session.scalar(chosen) or 0

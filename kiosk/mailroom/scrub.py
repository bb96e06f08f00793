"""Looks for what went bad on the disk by itself, before anybody reads it."""

from contextlib import suppress

from kiosk.database import StoreFault
from kiosk.exchange.refusals import Refusal
from kiosk.mailroom.rooms import Rooms


def scrub(rooms: Rooms) -> None:
    """Compare content and requests with the hashes they were saved with, at boot and each day.

    A catalogue file that changed makes way for the one before; a picture that changed is removed,
    so that its words stand there until a stick brings it again; a request that changed still goes
    out, since the office can ask the person by its number. All are counted among the refusals
    that the next bundle reports.
    """
    active = rooms.shelf.active()
    if active is not None and not rooms.shelf.is_sound(active):
        before = rooms.shelf.fall_back()
        shown = before.number if before else active.number
        _note(rooms, Refusal.CONTENT_DAMAGED, version=active.number, shown=shown)
    gone = rooms.pictures.drop_damaged()
    if gone:
        _note(rooms, Refusal.MEDIA_BROKEN, pictures=gone)
    damaged = rooms.ledger.damaged()
    if damaged:
        _note(rooms, Refusal.ITEM_CHANGED, items=len(damaged))
    if not rooms.database.is_sound():
        _note(rooms, Refusal.DISK_FAULT)


def _note(rooms: Rooms, code: Refusal, **facts: int) -> None:
    with suppress(StoreFault):  # a disk that takes no line is told by what cannot be saved on it
        rooms.register.refused(code.value, **facts)

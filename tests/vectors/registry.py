"""Where the vectors of the exchange are kept.

Each vector takes an empty folder and whether to break the thing. It writes what somebody could
really put into a kiosk or an office, and gives back the reading of it.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from kiosk.exchange.refusals import Refusal
from tests.builders.publisher import signing

Reading = Callable[[], object]
Vector = Callable[[Path, bool], Reading]
VECTORS: dict[Refusal, Vector] = {}
OFFICE, KIOSK = signing("office-mvx"), signing("kiosk-mvx-02")


def vector(code: Refusal) -> Callable[[Vector], Vector]:
    """Keep a vector under the refusal that its broken thing causes."""

    def keep(make: Vector) -> Vector:
        VECTORS[code] = make
        return make

    return keep


ELSEWHERE: Mapping[str, tuple[Refusal, ...]] = {
    "mailroom": (
        Refusal.NOT_OUR_STICK,
        Refusal.EMPTY_STICK,
        Refusal.TWO_STICKS,
        Refusal.STICK_BUSY,
        Refusal.STICK_NOT_READ,
        Refusal.STICK_LOCKED,
        Refusal.FILE_MISSING,
        Refusal.DISK_FULL,
        Refusal.DISK_FAULT,
        Refusal.CLOCK_WRONG,
    ),
    "catalogue": (Refusal.CONTENT_NOT_BUILT, Refusal.HELP_MISSING),
    "assembly": (
        Refusal.KIOSK_NOT_ENROLLED,
        Refusal.KIOSK_ALREADY_ENROLLED,
        Refusal.DATA_NEWER_THAN_PROGRAM,
    ),
    "office": (
        Refusal.REQUESTS_OF_UNKNOWN_KIOSK,
        Refusal.REQUESTS_OF_REVOKED_KIOSK,
        Refusal.REQUESTS_OF_ANOTHER_SITE,
        Refusal.REQUESTS_OF_ANOTHER_EPOCH,
        Refusal.ITEM_CHANGED,
        Refusal.KIOSK_NUMBER_TAKEN,
        Refusal.KIOSK_UNKNOWN,
        Refusal.KEY_NOT_TRUSTED,
    ),
}
"""Refusals that another room gives; that room's tests make them."""

"""What the mailroom works with, made by assembly."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.catalogue.clock import Clock
from kiosk.catalogue.shelf import Shelf
from kiosk.database import Database
from kiosk.exchange.keys import OpeningKey, SigningKey
from kiosk.mailroom.limited import Limits
from kiosk.mailroom.pictures import Pictures
from kiosk.register.register import Register
from kiosk.requests.ledger import Ledger
from kiosk.requests.standing import Standing
from kiosk.visit.people import PeopleStore


@dataclass(frozen=True, slots=True)
class Rooms:
    """The stores of one kiosk, with what comes from outside.

    `signing` and `opening` read a key from the disk when it is needed, and nobody keeps it longer.
    `scratch` lies in memory on a kiosk.
    """

    database: Database
    shelf: Shelf
    pictures: Pictures
    clock: Clock
    ledger: Ledger
    standing: Standing
    people: PeopleStore
    register: Register
    root: bytes
    signing: Callable[[], SigningKey]
    opening: Callable[[], OpeningKey]
    scratch: Path
    now: Callable[[], datetime]
    pick: Callable[[int], int]
    program: str
    limits: Limits

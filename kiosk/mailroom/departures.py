"""Carries sealed requests out on the stick."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.exchange import requests_bundle, stick
from kiosk.exchange.keys import SigningKey
from kiosk.exchange.requests_bundle import RequestsBundle, RequestsHeader
from kiosk.mailroom.medium import Medium
from kiosk.mailroom.rooms import Rooms


@dataclass(frozen=True, slots=True)
class Carrying:
    """What a bundle says of the day and the kiosk beside its items."""

    stick: int
    day: date
    program: str
    content: int
    key: SigningKey
    pick: Callable[[int], int]


class Departures:
    """Where requests leave; each goes out again and again until the office has signed for it."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def carry_out(
        self, medium: Medium, carrying: Carrying, show: Callable[[int, int], None]
    ) -> int:
        """Write every item without receipt onto the stick; give how many.

        1. What a round that was cut off left is removed; all that waits is dealt into files by
           its ids. Of the sealed bytes never more than one file is held.
        2. Before each file its number with the hash of what it will hold goes to the disk: no
           number is ever used for two different files, whatever the power does.
        3. The file is written, synced and read back.
        4. Only when every file stands on the stick, the items are marked as carried.
        """
        medium.sweep(self._rooms.standing.now().kiosk)
        waiting = self._rooms.ledger.waiting()
        files = requests_bundle.divided(waiting, carrying.pick)
        for number, items in enumerate(files):
            show(number, len(files))
            self._write(medium, carrying, items, len(waiting))
        show(len(files), len(files))
        self._rooms.ledger.carried(tuple(waiting), carrying.day)
        with self._rooms.database.write() as session:
            self._rooms.register.note(
                session, "carried", stick=carrying.stick, items=len(waiting), files=len(files)
            )
        return len(waiting)

    def _write(
        self,
        medium: Medium,
        carrying: Carrying,
        items: Sequence[str],
        waiting: int,
    ) -> None:
        kiosk = self._rooms.standing.now()
        header = RequestsHeader(
            site=kiosk.site,
            kiosk=kiosk.kiosk,
            epoch=kiosk.epoch,
            seq=kiosk.seq + 1,
            prev=kiosk.prev,
            day=carrying.day,
            program=carrying.program,
            content=carrying.content,
            last_return=kiosk.last_return,
            waiting=waiting,
            oldest=self._rooms.ledger.oldest_waiting(),
            free_mb=self._rooms.database.free_megabytes(),
            refusals=self._rooms.register.refusals(),
        )
        payload = requests_bundle.payload_of(
            RequestsBundle(header=header, items=self._rooms.ledger.sealed(items))
        )
        data = requests_bundle.signed(payload, carrying.key)
        with self._rooms.database.write() as session:
            self._rooms.standing.wrote(session, header.seq, hashlib.sha256(payload).hexdigest())
        name = requests_bundle.file_name(header.kiosk, header.seq)
        medium.put(f"{stick.REQUESTS}/{name}", data)

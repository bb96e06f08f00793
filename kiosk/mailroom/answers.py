"""Takes the office's answers in, all of them or none."""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.exchange import envelope, limits, return_bundle
from kiosk.exchange.folder import Folder
from kiosk.exchange.refusals import Refusal, Refused
from kiosk.exchange.return_bundle import Mail, ReturnBundle
from kiosk.exchange.sealing import Context, Purpose, unseal
from kiosk.mailroom.medium import Medium
from kiosk.mailroom.rooms import Rooms
from kiosk.requests.picture import Picture

FILE_BYTES = limits.RETURN_BYTES * 4 // 3 + envelope.OVERHEAD_BYTES
"""Bytes of the file: base64 of the greatest payload with its envelope."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A return that is for this kiosk, newer than the last, with its mail read."""

    bundle: ReturnBundle
    mail: Mail


class Answers:
    """Where returns come in. A return is a whole picture; only a higher one is applied."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms

    def read(self, medium: Medium, office: str) -> Opened | None:
        """Give the newest answers for this kiosk on the stick, or raise Refused; changes nothing.

        None when there are none, or when these were applied before: a stick may come twice.

        1. The file is no longer than a return can be.
        2. This site's office signed it.
        3. It is for this kiosk as it was set up, and newer than the last.
        4. Its mail opens with this kiosk's key.
        """
        kiosk = self._rooms.standing.now()
        name = medium.newest_return(kiosk.kiosk)
        if name is None:
            return None
        bundle = return_bundle.read(_file(medium.folder, name), (office,), kiosk.site)
        if (bundle.kiosk, bundle.epoch, bundle.seq) == (
            kiosk.kiosk,
            kiosk.epoch,
            kiosk.last_return,
        ):
            return None
        return_bundle.must_fit(bundle, kiosk.kiosk, kiosk.epoch, kiosk.last_return)
        context = Context(Purpose.MAIL, kiosk.site, kiosk.kiosk, str(bundle.seq))
        text = unseal(bundle.mail, self._rooms.opening(), context)
        return Opened(bundle, return_bundle.from_text(Mail, text))

    def apply(self, opened: Opened, stick: int) -> Mapping[str, int]:
        """Bring requests, replies, people and wing to the office's picture, all of it or none.

        What is new is written first, in parts that nobody sees; one short transaction shows it.
        """
        bundle = opened.bundle
        picture = Picture(bundle.seq, opened.mail, bundle.replies)
        picture.bring(self._rooms.database)
        with self._rooms.database.write() as session:
            applied = picture.show(session)
            self._rooms.standing.applied(session, bundle.seq, bundle.wing)
            self._rooms.people.replace(session, bundle.people.version, bundle.people.sealed)
            self._rooms.register.note(session, "return", stick=stick, seq=bundle.seq)
        return {"receipts": applied.received, "replies": applied.replies}


def _file(folder: Folder, name: str) -> bytes:
    try:
        return folder.read(name, FILE_BYTES)
    except Refused as refused:
        if refused.code is Refusal.FILE_TOO_BIG:
            raise Refused(Refusal.RETURN_TOO_BIG) from refused
        raise

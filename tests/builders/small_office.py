"""An office that remembers what it was given and signs for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.exchange import canonical, requests_bundle
from kiosk.exchange.requests_bundle import RequestsBundle
from kiosk.exchange.return_bundle import Mail, Receipt, ReturnBundle, State
from kiosk.exchange.sealing import Context, Purpose, seal
from tests.builders.exchange import KIOSK, SITE, SUNDAY, a_return
from tests.builders.publisher import opening, signing
from tests.builders.sticks import put_return


def bundles_on(mount: Path, kiosk: str = KIOSK) -> list[RequestsBundle]:
    """What an office finds on a stick, in the order of the numbers; part files are no bundles."""
    files = sorted((mount / "SIGNPOST/requests").glob("*.requests"))
    public = signing(f"signing-{kiosk}").public
    return [requests_bundle.read(file.read_bytes(), (public,), kiosk) for file in files]


def sealed_mail(mail: Mail, seq: int, kiosk: str = KIOSK) -> bytes:
    """Mail as only this kiosk can open it, in this return."""
    context = Context(Purpose.MAIL, SITE, kiosk, str(seq))
    return seal(canonical.dump(mail), opening(f"opening-{kiosk}").public, context)


@dataclass(slots=True)
class SmallOffice:
    """Items by id, as they came; the payload of each bundle by its number.

    `seq` is the last return written, or the last that a kiosk says it has applied.
    """

    items: dict[str, str] = field(default_factory=dict)
    bundles: dict[int, str] = field(default_factory=dict)
    seq: int = 0

    def collect(self, mount: Path) -> None:
        """Take in what is on the stick; a number or an item that means two things is a fault."""
        for bundle in bundles_on(mount):
            payload = requests_bundle.payload_hash(bundle)
            assert self.bundles.setdefault(bundle.header.seq, payload) == payload
            self.seq = max(self.seq, bundle.header.last_return)
            for item in bundle.items:
                assert self.items.setdefault(item.id, item.sha256) == item.sha256

    def answer(self, mount: Path, resend: Iterable[str] = ()) -> ReturnBundle:
        """Put the next whole picture on the stick: a receipt and a state for all it has."""
        self.seq += 1
        mail = Mail(
            receipts=tuple(Receipt(id=i, sha256=h, day=SUNDAY) for i, h in self.items.items()),
            states=tuple(State(id=i, state="read", day=SUNDAY) for i in self.items),
            resend=tuple(resend),
        )
        bundle = a_return(self.seq).model_copy(update={"mail": sealed_mail(mail, self.seq)})
        put_return(mount, bundle)
        return bundle

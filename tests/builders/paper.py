"""Pages on paper, made from a small catalogue, and what is written on them."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kiosk.exchange.entries import Entry
from kiosk.exchange.pictures import PictureFile
from kiosk.paper.job import Job
from kiosk.paper.leaflet import Stock
from kiosk.paper.pieces import Boxed, Marked, Photo, Piece, Said, Sided
from kiosk.paper.printing import Printed, printed
from kiosk.paper.ruled import Listed
from kiosk.translation import Words
from tests.builders.stores import SmallPublication, a_catalogue, a_publication

SUNDAY = date(2026, 11, 22)


def a_job(*entries: str, what: str = "leaflet", **more: object) -> Job:
    """An order of this day for the demonstration prison."""
    usual = {"what": what, "entries": entries, "site": "MVX", "wing": "B", "day": SUNDAY}
    return Job.model_validate(usual | more)


def a_stock(
    folder: Path,
    *entries: Entry,
    language: str = "en",
    easy: bool = False,
    today: date = SUNDAY,
    publication: SmallPublication | None = None,
) -> Stock:
    """A catalogue of these entries on this day, in these words."""
    catalogue = a_catalogue(folder, publication or a_publication(*entries), today=today)
    return Stock(catalogue, no_picture, Words(language, easy=easy), today)


def print_(folder: Path, job: Job, *entries: Entry) -> Printed:
    """Print this order from these entries, in its own language on its own day."""
    easy = job.easy
    return printed(job, a_stock(folder, *entries, language=job.language, easy=easy, today=job.day))


def written(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """What stands on pieces, in order."""
    return tuple(text for piece in pieces for text in _texts(piece))


def _texts(piece: Piece) -> Iterator[str]:
    match piece:
        case Boxed() | Sided():
            yield from _texts(piece.piece)
        case Said() | Marked() | Listed():
            yield piece.wording.text
        case Photo():
            yield piece.caption.text if piece.caption else ""
        case _:
            return


def no_picture(_: PictureFile) -> bytes | None:
    """No picture is here."""
    return None

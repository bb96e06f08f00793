"""Whether the numbered files of a kiosk follow each other without a break."""

from collections.abc import Sequence
from dataclasses import dataclass

from admin_tools.records.tables import Bundle
from kiosk.exchange.requests_bundle import RequestsHeader


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at; what came was taken all the same."""

    code: str
    sentence: str


def look(
    header: RequestsHeader,
    sha256: str,
    same: Sequence[Bundle],
    before: Sequence[Bundle],
    last_seq: int,
) -> tuple[Finding, ...]:
    """Compare a file with those under its own number and the number before.

    A break is told and not refused: the key fits, and to lose a person's request is worse than
    to take it twice.
    """
    seq, kiosk = header.seq, header.kiosk
    found: list[Finding] = []
    if any(bundle.sha256 != sha256 for bundle in same):
        found.append(Finding("number-used-twice", _TWICE.format(seq=seq, kiosk=kiosk)))
    if before and all(bundle.sha256 != header.prev for bundle in before):
        found.append(Finding("chain-broken", _BROKEN.format(seq=seq, kiosk=kiosk)))
    if not before and last_seq < seq - 1:
        missing = _MISSING.format(first=last_seq + 1, last=seq - 1, kiosk=kiosk)
        found.append(Finding("files-missing", missing))
    return tuple(found)


_TWICE = (
    "Two different files have the number {seq} of {kiosk}. Both were taken. There may be a copy"
    " of that screen. Tell the people who look after it."
)
_BROKEN = (
    "File {seq} of {kiosk} does not follow the one before it. It was taken. The screen may have"
    " been copied or set back. Tell the people who look after it."
)
_MISSING = (
    "Files {first} to {last} of {kiosk} have not come. Nothing is lost: the screen sends again"
    " what has no receipt. If a stick is missing, look for it."
)

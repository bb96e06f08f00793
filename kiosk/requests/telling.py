"""Puts what was counted into sealed items for the office."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from kiosk.exchange.items import FEWEST
from kiosk.requests.opinions import Note, Noted, Opinions, week_of
from kiosk.requests.sending import Rules, Sending, When

BY_WEEK = (Noted.READ, Noted.MISSED, Noted.USEFUL)
A_WEEK = timedelta(days=7)
NAMES = 200
"""Names in one item: it must fit into what every item is padded to."""


def tell_office(opinions: Opinions, sending: Sending, rules: Rules, when: When) -> int:
    """Seal what is ripe, and give how many items that were.

    1. The numbers are taken out first: what the power keeps from being sealed is lost, never told
    twice. 2. Reports go at once, each with the Monday of its week. 3. Counts go when their week is
    over; what was counted fewer than five times is forgotten.
    """
    this_week = week_of(when.day)
    told = 0
    for week, notes in opinions.take((Noted.WRONG,), this_week + A_WEEK).items():
        for item in _reports(week, notes):
            sending.tell(item, rules, when)
            told += 1
    for week, notes in opinions.take(BY_WEEK, this_week).items():
        for item in _counts(week, notes):
            sending.tell(item, rules, when)
            told += 1
    return told


def _reports(week: date, notes: Mapping[Note, int]) -> Iterator[Mapping[str, object]]:
    for note in sorted(notes):
        entry, language, pack, what = note.name
        about = {"entry": entry, "language": language, "pack": pack, "what": what}
        yield {"type": "report", **about, "day": week, "times": notes[note]}


def _counts(week: date, notes: Mapping[Note, int]) -> Iterator[Mapping[str, object]]:
    enough = [note for note in sorted(notes) if notes[note] >= FEWEST]
    for start in range(0, len(enough), NAMES):
        piece = enough[start : start + NAMES]
        yield {
            "type": "counts",
            "week": week,
            "read": {n.name[0]: notes[n] for n in piece if n.kind is Noted.READ},
            "missed": {n.name[0]: notes[n] for n in piece if n.kind is Noted.MISSED},
            "useful": _useful(piece, notes),
        }


def _useful(piece: list[Note], notes: Mapping[Note, int]) -> dict[str, dict[str, int]]:
    said: dict[str, dict[str, int]] = {}
    for note in piece:
        if note.kind is Noted.USEFUL:
            entry, answer = note.name
            said.setdefault(entry, {})[answer] = notes[note]
    return said

"""Guesses which word of the catalogue a mistyped one was meant to be."""

import sqlite3
from collections.abc import Iterable, Iterator

from kiosk.catalogue.rows import SHORTEST_TO_SPELL

SLIP_PER_LETTERS = 4
"""One slip for so many letters: `bnak` may be bank, `houisng advcie` both words."""
MOST_SLIPS = 2


def nearest(db: sqlite3.Connection, word: str, languages: Iterable[str]) -> str:
    """Give the word that names an entry and is nearest to this one; "" when none is near.

    Words with the same beginning are tried before all others: the first letter is mostly right.
    """
    slips = min(MOST_SLIPS, (len(word) + 1) // SLIP_PER_LETTERS)
    if not slips:
        return ""
    asked = tuple(dict.fromkeys(languages))
    for words in (_beginning(db, word[0], word, asked), _beginning(db, "", word, asked)):
        found = _best(word, words, slips)
        if found:
            return found
    return ""


def _best(word: str, candidates: Iterator[str], slips: int) -> str:
    """Pick the nearest candidate; of two as near, the one that shares more of its beginning."""
    best, least = "", slips + 1
    for candidate in candidates:
        if candidate == best or _differ(word, candidate) > slips:
            continue
        distance = _slips(word, candidate, slips)
        if distance < least or (distance == least <= slips and _closer(word, candidate, best)):
            best, least = candidate, distance
    return best


def _closer(word: str, one: str, other: str) -> bool:
    return (_shared(word, one), -len(one), other) > (_shared(word, other), -len(other), one)


def _shared(word: str, other: str) -> int:
    """How many letters two words begin with alike."""
    pairs = zip(word, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(word), len(other)))


def _beginning(
    db: sqlite3.Connection, start: str, word: str, languages: tuple[str, ...]
) -> Iterator[str]:
    """List words of about this length with this beginning, in each of the languages."""
    for language in languages:
        rows = db.execute(
            "SELECT word FROM spellings WHERE language = ? AND word >= ? AND word < ?"
            " AND length(word) BETWEEN ? AND ?",
            (
                *(language, start or "\0", f"{start}\U0010ffff"),
                *(max(SHORTEST_TO_SPELL, len(word) - MOST_SLIPS), len(word) + MOST_SLIPS),
            ),
        )
        yield from (row[0] for row in rows)


def _differ(one: str, other: str) -> int:
    """At least how many slips apart two words are, at a glance: letters that only one has."""
    return max(len(set(one) - set(other)), len(set(other) - set(one)))


def _slips(one: str, other: str, most: int) -> int:
    """Count letters that were left out, added, changed or swapped with the next; stops past `most`.

    Two swapped letters are one slip, as they are for fingers.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [i]
        for j, against in enumerate(other, start=1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != against))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
        if min(row) > most:
            return most + 1
    return row[-1]

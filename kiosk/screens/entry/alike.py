"""Leads from a page about work to lists of the same work: jobs, courses, employers."""

from collections.abc import Iterable

from kiosk.catalogue.alike import Alike
from kiosk.catalogue.groups import By
from kiosk.screens.choosing import LISTS, WHAT_ICONS, what_words
from kiosk.screens.parts.shapes import RowItem
from kiosk.screens.reading import Reading
from kiosk.translation import Words

LIST = f"{By.WHAT}:"
"""Begins the key of a row that opens a list; no entry is called so."""


def alike_rows(found: Iterable[Alike], reading: Reading, words: Words) -> tuple[RowItem, ...]:
    """One row for each list, with its kind of work in words."""
    terms = {term.code: term for term in reading.vocabulary(LISTS[By.WORK]).terms}
    return tuple(
        RowItem(
            f"{LIST}{one.what},{By.WORK}:{one.work}",
            what_words(one.what, words),
            terms[one.work].names.get(words.language) or terms[one.work].names["en"],
            WHAT_ICONS[one.what],
        )
        for one in found
        if one.work in terms
    )

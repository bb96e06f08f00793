"""Leads from a page about work to lists of the same work: jobs, courses, employers."""

from collections.abc import Iterable

from kiosk.catalogue.alike import Alike
from kiosk.catalogue.groups import By
from kiosk.catalogue.policies import in_language
from kiosk.screens.choosing import LISTS, WHAT_ICONS, what_words
from kiosk.screens.parts.shapes import LinkItem
from kiosk.screens.reading import Reading
from kiosk.translation import Words

LIST = f"{By.WHAT}:"
"""Begins the key of a link that opens a list; no entry is called so."""


def alike_links(found: Iterable[Alike], reading: Reading, words: Words) -> tuple[LinkItem, ...]:
    """One link for each list: what it holds, of which kind of work."""
    terms = {term.code: term for term in reading.vocabulary(LISTS[By.WORK]).terms}
    return tuple(
        LinkItem(
            f"{LIST}{one.what},{By.WORK}:{one.work}",
            f"{what_words(one.what, words)} · {in_language(terms[one.work].names, words.language)}",
            WHAT_ICONS[one.what],
        )
        for one in found
        if one.work in terms
    )

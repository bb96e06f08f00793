"""Says in one line what helps to choose among jobs, homes and the rest."""

from datetime import date

from kiosk.catalogue.groups import ANYWHERE
from kiosk.catalogue.lists import Listed
from kiosk.exchange.entries import Kind
from kiosk.exchange.policy import Vocabulary
from kiosk.screens.kinds import card_row, kind_words, summary_words
from kiosk.screens.parts.shapes import RowItem
from kiosk.screens.pay import hours_words, week_words
from kiosk.screens.reading import Reading
from kiosk.translation import Words

MOST_BRIEF = 3
"""Facts in one line where there is little height: where it is, pay and hours of a job."""
MOST_TAKEN = 2
"""Groups of people named in one line; the page names them all."""


class Rows:
    """Lines of one list, in the words of one person."""

    def __init__(self, reading: Reading, words: Words) -> None:
        self._reading = reading
        self._words = words
        self._kinds = kind_words(words)

    def row(self, listed: Listed, *, mixed: bool) -> RowItem:
        """One line. In a list of everything (`mixed`) it says what kind of thing it is."""
        parts = {
            Kind.VACANCY: self._job,
            Kind.HOUSING: self._home,
            Kind.EMPLOYER: self._employer,
            Kind.COURSE: self._course,
        }.get(listed.card.kind)
        card = listed.card
        said = parts(listed) if parts else [summary_words(card, self._words)]
        if mixed:
            said = [self._kinds[card.kind], *said]
        said = [self._words.apart(part) for part in (*self._away(listed), *said) if part]
        brief = " · ".join(said[:MOST_BRIEF]) if parts else ""
        return card_row(card, self._words, " · ".join(said), brief)

    def _job(self, listed: Listed) -> list[str]:
        words, traits = self._words, listed.traits
        return [
            week_words(traits, words),
            hours_words(traits, words),
            traits.firm,
            self._named("convictions", traits.convictions),
            self._closing(traits.closes),
        ]

    def _home(self, listed: Listed) -> list[str]:
        traits = listed.traits
        takes = [self._named("accepts", code) for code in traits.accepts[:MOST_TAKEN]]
        where = "" if listed.area else traits.where
        return [self._named("settled", traits.settled), *takes, where]

    def _employer(self, listed: Listed) -> list[str]:
        asked = self._named("convictions", listed.traits.convictions)
        return [asked, summary_words(listed.card, self._words)]

    def _course(self, listed: Listed) -> list[str]:
        words, day = self._words, listed.traits.starts
        starts = words("starts {day}", day=words.date(day)) if day else ""
        return [starts, summary_words(listed.card, words)]

    def _closing(self, day: date | None) -> str:
        return self._words("closes {day}", day=self._words.date(day)) if day else ""

    def _away(self, listed: Listed) -> list[str]:
        """Which area, how far from the chosen one; nothing for what is everywhere."""
        words = self._words
        if not listed.area or listed.area == ANYWHERE:
            return []
        area = _name_in(self._reading.vocabulary("areas"), listed.area, words)
        if not listed.miles:
            return [area]
        miles = words.plural("{n} mile", "{n} miles", listed.miles)
        return [area, miles]

    def _named(self, vocabulary: str, code: str) -> str:
        if not code:
            return ""
        return _name_in(self._reading.vocabulary(vocabulary), code, self._words)


def _name_in(vocabulary: Vocabulary, code: str, words: Words) -> str:
    names = next((term.names for term in vocabulary.terms if term.code == code), {})
    return names.get(words.language) or names.get("en") or ""

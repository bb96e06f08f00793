"""Finds entries by the beginnings of the words somebody types."""

from collections.abc import Iterable

from kiosk.catalogue.cards import Card
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.folding import fold, typed_words

CANDIDATES = 400
"""Rows looked at in each column: one letter alone begins a word of nearly every entry."""
SHORTEST = 3
"""Letters of a word that counts when not all words are found together."""


class Search:
    """Looks words up in one catalogue, in every language at once.

    A word typed in Polish on an English screen is found too; the card is then in English.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(self, text: str, language: str, limit: int = 20) -> tuple[Card, ...]:
        """Give the best cards, those with the words in their title first; never raises for text.

        All words must begin a word of the entry; if no entry has them all, any word will do.
        """
        words = typed_words(text)
        if not words:
            return ()
        found = self._with(" ".join(map(_beginning, words)), words, language, limit)
        if found or len(words) == 1:
            return found
        some = [word for word in words if len(word) >= SHORTEST] or list(words)
        return self._with(" OR ".join(map(_beginning, some)), words, language, limit)

    def _with(
        self, query: str, words: tuple[str, ...], language: str, limit: int
    ) -> tuple[Card, ...]:
        cards: dict[str, Card] = {}
        for columns in ("title", "names", "title names rest"):
            ids = self._catalogue.ids_with(f"{{{columns}}} : ({query})", CANDIDATES)
            fresh = [entry_id for entry_id in ids if entry_id not in cards]
            found = self._catalogue.about(fresh, language)
            cards.update({card.id: card for card in _ordered(found, words)})
            if len(cards) >= limit:
                break
        return tuple(cards.values())[:limit]


def _beginning(word: str) -> str:
    """Write one word as FTS5 reads it: quoted, so that nothing in it can be an operator."""
    return f'"{word}"*'


def _ordered(cards: Iterable[Card], words: tuple[str, ...]) -> list[Card]:
    """Put what is fresh and closest to the typed words first."""

    def rank(card: Card) -> tuple[bool, int, int, str]:
        title = fold(card.title)
        whole = sum(word in title.split() for word in words)
        begun = sum(part.startswith(words) for part in title.split())
        return card.stale, -whole, -begun, title

    return sorted(cards, key=rank)

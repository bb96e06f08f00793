"""Finds entries by the beginnings of the words somebody types."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kiosk.catalogue.cards import Card
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.folding import fold, typed_words
from kiosk.catalogue.groups import ANYWHERE, By, Choices, sign
from kiosk.catalogue.mutations import welsh_forms

CANDIDATES = 400
"""Rows looked at in each column: one letter alone begins a word of nearly every entry."""
SHORTEST = 3
"""Letters of a word that counts when not all words are found together."""
WHOLE = 3
"""A changed form of a word must have so many letters to be a beginning; `dy` is only `dy`."""
WELSH = "cy"

Forms = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave. `meant`: what was looked for instead, when the typed words find nothing.

    `meant` is written as it is looked for: small, without accents.
    """

    cards: tuple[Card, ...] = ()
    meant: str = ""


class Search:
    """Looks words up in one catalogue, in every language at once.

    A word typed in Polish on an English screen is found too; the card is then in English.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def find(
        self, text: str, language: str, choices: Choices | None = None, limit: int = 20
    ) -> Found:
        """Give the best cards, those with the words in their title first; never raises for text.

        All words must begin a word of the entry. A word that begins none is looked for as Welsh
        may have changed it, then as the nearest word that does. If no entry has all words, any
        of them will do.
        """
        words = typed_words(text)
        if not words:
            return Found()
        looking = _Looking(self._catalogue, language, choices or Choices(), limit)
        forms = welsh_forms if language == WELSH else _as_typed
        cards = looking.all_of(words, forms)
        if cards:
            return Found(cards)
        return self._otherwise(looking, words, forms)

    def _otherwise(self, looking: "_Looking", words: tuple[str, ...], forms: Forms) -> Found:
        """Look for what may have been meant; then for any of the words."""
        cards = looking.all_of(words, welsh_forms) if forms is not welsh_forms else ()
        if cards:
            return Found(cards)
        meant = tuple(dict.fromkeys(looking.meant_by(word) for word in words))
        if meant != words and (cards := looking.all_of(meant, forms) or looking.any_of(meant)):
            return Found(cards, " ".join(meant))
        return Found(looking.any_of(words) if len(words) > 1 else ())


@dataclass(frozen=True, slots=True)
class _Looking:
    """One search: where, in which language, how narrow, how far."""

    catalogue: Catalogue
    language: str
    choices: Choices
    limit: int

    def all_of(self, words: tuple[str, ...], forms: Forms) -> tuple[Card, ...]:
        """Find entries that have every word, each in one of its forms."""
        return self._with(" AND ".join(_either(forms(word)) for word in words), words)

    def any_of(self, words: tuple[str, ...]) -> tuple[Card, ...]:
        """Find entries that have one of the words."""
        some = [word for word in words if len(word) >= SHORTEST] or list(words)
        return self._with(" OR ".join(map(_beginning, some)), words)

    def meant_by(self, word: str) -> str:
        """Give a word that begins no word of the catalogue as the nearest that does."""
        if self.catalogue.ids_with(_beginning(word), 1):
            return word
        return self.catalogue.nearest_word(word, self.language) or word

    def _with(self, query: str, words: tuple[str, ...]) -> tuple[Card, ...]:
        cards: dict[str, Card] = {}
        narrowed = _narrowed(self.choices)
        for columns in ("title", "names", "title names rest"):
            ids = self.catalogue.ids_with(f"{{{columns}}} : ({query}){narrowed}", CANDIDATES)
            found = self._of_today([one for one in ids if one not in cards])
            cards.update({card.id: card for card in _ordered(found, words)})
            if len(cards) >= self.limit:
                break
        return tuple(cards.values())[: self.limit]

    def _of_today(self, ids: list[str]) -> tuple[Card, ...]:
        """Give the cards of these ids; what was replaced gives way to what stands for it now."""
        now = self.catalogue.successors(ids)
        wanted = list(dict.fromkeys((*ids, *now.values())))
        cards = {card.id: card for card in self.catalogue.about(wanted, self.language)}
        shown = (now[one] if now.get(one) in cards else one for one in ids)
        return tuple(cards[one] for one in dict.fromkeys(shown) if one in cards)


def _as_typed(word: str) -> tuple[str, ...]:
    return (word,)


def _either(forms: tuple[str, ...]) -> str:
    """Write the forms of one word: as a beginning, but for short ones that nobody typed."""
    typed, *others = forms
    return f"({' OR '.join((_beginning(typed), *map(_form, others)))})"


def _form(form: str) -> str:
    return _beginning(form) if len(form) > WHOLE else f'"{form}"'


def _beginning(word: str) -> str:
    """Write one word as FTS5 reads it: quoted, so that nothing in it can be an operator."""
    return f'"{word}"*'


def _narrowed(choices: Choices) -> str:
    """Write the choices that the index knows: what it is, where it is."""
    what, place = choices.get(By.WHAT), choices.get(By.PLACE)
    parts = [f'"{sign(By.WHAT, what)}"'] if what else []
    if place:
        parts.append(f'("{sign(By.PLACE, place)}" OR "{sign(By.PLACE, ANYWHERE)}")')
    return f" AND {{signs}} : ({' AND '.join(parts)})" if parts else ""


def _ordered(cards: Iterable[Card], words: tuple[str, ...]) -> list[Card]:
    """Put what is fresh and closest to the typed words first."""

    def rank(card: Card) -> tuple[bool, int, int, str]:
        title = fold(card.title)
        whole = sum(word in title.split() for word in words)
        begun = sum(part.startswith(words) for part in title.split())
        return card.stale, -whole, -begun, title

    return sorted(cards, key=rank)

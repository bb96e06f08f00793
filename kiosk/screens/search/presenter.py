"""Looking for words: results while typing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from kiosk.catalogue.cards import Card
from kiosk.catalogue.groups import By, Choices
from kiosk.catalogue.search import Found
from kiosk.exchange.entries import Kind
from kiosk.screens.choosing import Choosing
from kiosk.screens.finding import Finding
from kiosk.screens.home.presenter import tiles
from kiosk.screens.kinds import card_row, kind_words, where_to
from kiosk.screens.parts.lettering import lettering
from kiosk.screens.parts.shapes import ChooserItem, NavItem, RowItem
from kiosk.screens.parts.typing import PLAIN, Board, Typing
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.translation import Words, languages

LONGEST = 60
"""Signs that can be typed; nobody looks for more."""


@dataclass(frozen=True, slots=True)
class SearchState:
    """What was typed, what was found. The keyboard goes away to show all of a long list."""

    back: str = ""
    text: str = ""
    hint: str = ""
    clear: str = ""
    rows: tuple[RowItem, ...] = ()
    keyboard: bool = True
    all_rows: str = ""
    count: str = ""
    meant: str = ""
    lists: str = ""
    choices: tuple[ChooserItem, ...] = ()
    options: tuple[NavItem, ...] = ()
    empty_title: str = ""
    empty_text: str = ""
    board: Board = PLAIN
    mirrored: bool = False
    languages: Mapping[str, str] = field(default_factory=dict)
    space: str = ""
    erase: str = ""
    change: str = ""
    more: str = ""
    less: str = ""


class SearchPresenter(Presenter[SearchState]):
    """Keeps what was typed for as long as the visit lasts, and nowhere else."""

    def __init__(
        self, words: Words, reading: Reading, finding: Finding, go_to: GoTo, go_back: GoBack
    ) -> None:
        super().__init__(words)
        self._reading = reading
        self._finding = finding
        self._choosing = Choosing(reading, finding, Choices())
        self._go_to = go_to
        self._go_back = go_back
        self._typing = Typing(words.language, LONGEST)
        self._keyboard = True

    def reword(self, words: Words) -> None:
        """Say everything in these words, and type with their letters unless others were chosen."""
        self._typing.follow(words.language)
        super().reword(words)

    def type(self, sign: str) -> None:
        """Take one key of the keyboard."""
        self._typing.touch(sign)
        self._changed()

    def rub_out(self) -> None:
        """Take the last sign back."""
        self._typing.rub_out()
        self._changed()

    def clear_all(self) -> None:
        """Take everything back."""
        self._typing.clear()
        self._keyboard = True
        self._choosing = Choosing(self._reading, self._finding, Choices())
        self._changed()

    def show_all(self) -> None:
        """Make room for the whole list."""
        self._keyboard = False
        self._changed()

    def show_keyboard(self) -> None:
        """Go on typing; the search looks everywhere again."""
        self._keyboard = True
        self._choosing = Choosing(self._reading, self._finding, Choices())
        self._changed()

    def touch(self, by: str) -> None:
        """Open the options of a choice, or close them."""
        self._keyboard = False
        self._choosing.touch(by)
        self._changed()

    def choose(self, code: str) -> None:
        """Choose one of the options."""
        self._choosing.choose(code)
        self._changed()

    def look_through(self) -> None:
        """Look through the lists rather than type."""
        self._go_to(Place.LISTS)

    def open(self, entry: str) -> None:
        """Open what was found; a request begins with its notice."""
        self._go_to(*where_to(entry, self._reading.forms(self._words.language)))

    def back(self) -> None:
        """Leave the search."""
        self._go_back()

    def _make(self) -> SearchState:
        words, text, board = self._words, self._typing.text, self._typing.board
        found = self._found()
        nothing = bool(text.strip()) and not found.cards
        return SearchState(
            back=words("Back"),
            text=text,
            hint=words("Type a word, like bank or visit"),
            clear=words("Clear all"),
            rows=self._rows(found.cards),
            keyboard=self._keyboard,
            all_rows=self._all_rows(len(found.cards)),
            count=str(len(found.cards)),
            meant=words("This is for “{word}”.", word=found.meant) if found.meant else "",
            lists=words("Look through the lists"),
            choices=self._choosing.buttons(words, (By.WHAT, By.PLACE)),
            options=self._choosing.options(words),
            empty_title=words("Nothing found") if nothing else "",
            empty_text=words("Try a shorter word, or look in the tiles.") if nothing else "",
            board=board,
            mirrored=lettering(board.language).right_to_left,
            languages=_names(),
            space=words("space"),
            erase=words("Rub out"),
            change=words("Other letters"),
            more=words("More"),
            less=words("Back up"),
        )

    def _found(self) -> Found:
        text = self._typing.text
        if not text.strip():
            return Found()
        return self._finding.find(text, self._words.language, self._choosing.choices)

    def _all_rows(self, count: int) -> str:
        return self._words.plural("Show {n} result", "Show all {n} results", count)

    def _rows(self, cards: tuple[Card, ...]) -> tuple[RowItem, ...]:
        tiles_of, kinds = self._tile_names(), kind_words(self._words)
        return tuple(
            card_row(
                card,
                self._words,
                self._about(card, (tiles_of.get(card.topic, ""), kinds[card.kind])),
            )
            for card in cards
        )

    def _about(self, card: Card, names: tuple[str, str]) -> str:
        words = self._words
        parts = [name for name in names if name]
        if not card.stale and card.kind is not Kind.FORM:
            parts.append(words("last checked {day}", day=words.date(card.checked_on)))
        return " · ".join(parts)

    def _tile_names(self) -> dict[str, str]:
        titles = {tile.key: tile.title for tile in tiles(self._words)}
        return {
            group.code: titles.get(topic.tile, "")
            for topic in self._reading.topics().topics
            for group in topic.groups
        }


@cache
def _names() -> Mapping[str, str]:
    """Every language in its own words, short enough for a key."""
    return {code: Words(code).name.partition(" (")[0] for code in languages()}

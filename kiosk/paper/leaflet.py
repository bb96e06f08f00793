"""One entry on paper."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from kiosk.catalogue.cards import Shown
from kiosk.catalogue.catalogue import Catalogue
from kiosk.catalogue.policies import in_language
from kiosk.catalogue.traits import traits
from kiosk.exchange.blocks import Ask, Fact, Label
from kiosk.exchange.entries import Entry
from kiosk.paper.book import Section
from kiosk.paper.casting import EASY, PLAIN, Caster, Shape
from kiosk.paper.pieces import Boxed, Piece, Sided
from kiosk.screens.entry.body import ReadPicture
from kiosk.screens.entry.easy import easy_shapes
from kiosk.screens.entry.further import ASKED_ABOUT, letter_band
from kiosk.screens.entry.labels import ICONS, label_words
from kiosk.screens.entry.page import EntryPage, warnings
from kiosk.screens.home.presenter import ASK, tiles
from kiosk.screens.parts.shapes import BandItem, LineItem, TextItem
from kiosk.screens.pay import week_words
from kiosk.translation import Words

Named = Callable[[str, str], str]
FICTIONAL = "fictional"
"""The source of what was made up for a demonstration; every page of it says so at its foot."""


@dataclass(frozen=True, slots=True)
class Stock:
    """What is printed from: the catalogue of one day, its pictures, and the words to say it in."""

    catalogue: Catalogue
    picture: ReadPicture
    words: Words
    day: date

    @property
    def prison(self) -> str:
        """The prison's own name."""
        profile = self.catalogue.profile()
        return in_language(profile.names, self.words.language) if profile else ""


def leaflet(shown: Shown, stock: Stock, head: str, named: Named | None = None) -> Section:
    """Make the pages of one entry; `named` says how an entry that it leads to is called."""
    body = body_words(shown, stock.words)
    pieces = tuple(_pieces(shown, stock, body, named))
    return Section(head, lambda _: pieces, right_to_left=body.right_to_left)


def body_words(shown: Shown, words: Words) -> Words:
    """The words that go with an entry: those of the language that it is written in."""
    if shown.language == words.language:
        return words
    return Words(shown.language, easy=words.easy)


def _pieces(shown: Shown, stock: Stock, body: Words, named: Named | None) -> Iterator[Piece]:
    entry, words = shown.entry, stock.words
    easy = words.easy and bool(entry.easy)
    caster = Caster(EASY if easy else PLAIN, body, named)
    page = EntryPage(shown, body, stock.catalogue, stock.picture)

    def own(shapes: Iterable[Shape]) -> Iterator[Piece]:
        return (Sided(one, words.right_to_left) for one in caster.pieces(shapes))

    yield from caster.pieces((TextItem(entry.title, "title"),))
    yield from own((*warnings(shown, words), *letter_band(entry, words)))
    yield from caster.pieces(easy_shapes(entry.easy, stock.picture) if easy else page.text())
    yield from caster.pieces(_beside(entry, stock, body))
    yield from (Boxed(piece, gap=14) for piece in own(_asking(entry, stock)))
    yield from own(_trust(entry, words))


def _beside(entry: Entry, stock: Stock, words: Words) -> Iterator[Shape]:
    """What the screen says beside the page: who it is for, the pay of a week."""
    labels = {block.label for block in entry.drawn if isinstance(block, Fact)}
    if entry.audience and Label.WHO not in labels:
        terms = stock.catalogue.vocabulary("audience").terms
        names = {term.code: in_language(term.names, words.language) for term in terms}
        said = " · ".join(names.get(code, code) for code in entry.audience)
        label = label_words(Label.WHO, words)
        yield LineItem(words.line(f"{label}  {words.apart(said)}"), ICONS[Label.WHO], (label,))
    if week := week_words(traits(entry), words):
        yield LineItem(week[:1].upper() + week[1:], "coins")


def _asking(entry: Entry, stock: Stock) -> Iterator[Shape]:
    """How to ask at a screen, where this can be asked for."""
    words = stock.words
    tile = next(tile.title for tile in tiles(words) if tile.key == ASK)
    form = next((block.form for block in entry.drawn if isinstance(block, Ask)), "")
    found = stock.catalogue.form(form, words.language) if form else None
    if found is not None:
        title = words("Ask for this")
        said = words(
            "On a Signpost screen touch {tile}, then {form}.", tile=tile, form=found.entry.title
        )
        yield LineItem(f"{title}  {said}", "hand-palm", (title, tile, found.entry.title))
    elif entry.kind in ASKED_ABOUT:
        yield LineItem(words("Ask an adviser in private"), "chats-circle")


def last_day(entry: Entry) -> date:
    """The last day on which this paper may be believed."""
    until = entry.believed_until
    return min(until, entry.valid_to) if entry.valid_to else until


def _trust(entry: Entry, words: Words) -> Iterator[Shape]:
    """When this was checked, until when it holds, where it comes from."""
    day, last = words.date(entry.checked_on), words.date(last_day(entry))
    said = words("Checked on {day}. After {last}, look for a newer page.", day=day, last=last)
    yield BandItem(said, "note", "seal-check")
    if entry.source.name != FICTIONAL:
        yield LineItem(words("Where this comes from: {source}", source=entry.source.name), "info")

"""One entry: what it says, whether it can be trusted today, what can be asked from it."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.catalogue.cards import Shown
from kiosk.exchange.blocks import Ask
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.pictures import PictureFile
from kiosk.screens.entry.alike import LIST, alike_links
from kiosk.screens.entry.body import Body, ReadPicture, Shape
from kiosk.screens.entry.easy import easy_shapes
from kiosk.screens.entry.further import (
    KEEP,
    KEPT,
    PAY,
    PagesToPrint,
    letter_band,
    pay_page,
    pay_rows,
    print_rows,
    private_rows,
)
from kiosk.screens.entry.page import EntryPage, links_of, warnings
from kiosk.screens.entry.pieces import in_pieces
from kiosk.screens.entry.recorded import Voice, voices
from kiosk.screens.entry.terms import explained, terms_of
from kiosk.screens.errand import Promised
from kiosk.screens.home.presenter import tiles
from kiosk.screens.kinds import ICONS, where_to
from kiosk.screens.parts.shapes import (
    EasyItem,
    LineItem,
    LinkItem,
    RowItem,
    TermItem,
    TextItem,
)
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.translation import Words

Drawn = Shape | TermItem | EasyItem
OPINION = "tell-us-about-this-page"
"""What is touched to say what the page is worth; no entry has such a long name."""


@dataclass(frozen=True, slots=True)
class AskCard:
    """What stands beside an entry that can be asked for."""

    form: str = ""
    title: str = ""
    text: str = ""
    strong: tuple[str, ...] = ()
    button: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """What stands in place of the page while a word is explained; `close` is its one button."""

    shapes: tuple[Drawn, ...] = ()
    close: str = ""


@dataclass(frozen=True, slots=True)
class EntryState:
    """Everything the screen draws. `gone` is said when the entry does not hold any more."""

    back: str = ""
    way: str = ""
    blocks: tuple[Drawn, ...] = ()
    panel: Panel = Panel()
    ask: AskCard = AskCard()
    also_title: str = ""
    also: tuple[LinkItem, ...] = ()
    gone: str = ""
    gone_text: str = ""
    more: str = ""
    less: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """What can be asked: the button's words and the days that are aimed for."""

    button: Callable[[str, str], str | None]
    promised: Callable[[str], Promised | None]


def _no_picture(_: PictureFile) -> bytes | None:
    return None


class EntryPresenter(Presenter[EntryState]):
    """Draws every kind of entry from its blocks.

    `content_language` is the one that the text is in, and is to be read aloud in; `voices` are the
    recordings of it.
    """

    def __init__(  # noqa: PLR0913  the id of what to show, and the ways on from it
        self,
        words: Words,
        reading: Reading,
        asking: Asking,
        entry: str,
        *,
        go_to: GoTo,
        go_back: GoBack,
        picture: ReadPicture = _no_picture,
        printing: PagesToPrint | None = None,
    ) -> None:
        super().__init__(words)
        self._picture = picture
        self._reading = reading
        self._asking = asking
        self._id = entry
        self._go_to = go_to
        self._go_back = go_back
        self._explaining: tuple[str, ...] = ()
        self._reckoning = False
        self._printing = printing or PagesToPrint()
        self.content_language = ""
        self.voices: tuple[Voice, ...] = ()

    def ask(self) -> None:
        """Begin to ask for this: first the notice."""
        place, form = where_to(self.state.ask.form, self._reading.forms(self._words.language))
        self._go_to(place, form, asked_from=self._id)

    def open(self, entry: str) -> None:
        """Open an entry that this one names, explain the words of a text, or ask for an opinion."""
        if entry == OPINION:
            self._go_to(Place.OPINION, self._id)
            return
        if entry == KEEP:
            self._printing.keep(self._id)
            self._changed()
            return
        if entry == KEPT:
            self._go_to(Place.PRINTING)
            return
        if entry.startswith(LIST):
            self._go_to(Place.LISTS, entry)
            return
        self._reckoning = entry == PAY
        self._explaining = terms_of(entry)
        if self._explaining or self._reckoning:
            self._changed()
            return
        self._go_to(*where_to(entry, self._reading.forms(self._words.language)))

    def back_to_page(self) -> None:
        """The words are understood: show the page again."""
        self._explaining, self._reckoning = (), False
        self._changed()

    def back(self) -> None:
        """Leave the entry."""
        self._go_back()

    def _make(self) -> EntryState:
        words = self._words
        shown = self._reading.entry(self._id, words.language)
        self.content_language = shown.language if shown else ""
        self.voices = ()
        if shown is None:
            return EntryState(
                back=words("Back"),
                gone=words("This is not here any more"),
                gone_text=words("It may be out of date. Ask any officer, or search again."),
            )
        also = self._also(shown.entry)
        if panel := self._panel(shown.entry):
            return EntryState(
                blocks=self._blocks(shown),
                panel=Panel(panel, words("Back to the page")),
                also_title=words("Also useful") if also else "",
                also=also,
                more=words("More"),
                less=words("Back up"),
            )
        return EntryState(
            back=words("Back"),
            way=self._way(shown.entry),
            blocks=self._blocks(shown),
            ask=self._ask_card(shown.entry),
            also_title=words("Also useful") if also else "",
            also=also,
            more=words("More"),
            less=words("Back up"),
        )

    def _blocks(self, shown: Shown) -> tuple[Shape, ...]:
        entry, words = shown.entry, self._words
        page = EntryPage(shown, words, self._reading, self._picture)
        self.voices = tuple(voices(entry, page.body.texts))
        checked = words("Last checked")
        day = words.date(entry.checked_on)
        uses = tuple(use for use in entry.terms if use.term in page.titles)
        easy = words.easy and entry.easy
        return (
            TextItem(entry.title, "title"),
            *warnings(shown, words),
            *letter_band(entry, words),
            *(easy_shapes(entry.easy, self._picture) if easy else explained(page.text(), uses)),
            *pay_rows(entry, words),
            *private_rows(entry, self._asking.button, words),
            LineItem(f"{checked}  {day}", "seal-check", (checked,)),
            *print_rows(shown, self._printing, words),
            RowItem(OPINION, words("Tell us about this page"), icon="thumbs-up"),
        )

    def _panel(self, entry: Entry) -> tuple[Drawn, ...]:
        """What the words mean, one after another, or how pay was reckoned; nothing otherwise."""
        words = self._words
        if self._reckoning:
            return pay_page(entry, words)
        found = [self._reading.entry(term, words.language) for term in self._explaining]
        shapes: list[Drawn] = []
        for one in (shown.entry for shown in found if shown):
            self.content_language = one.language
            body = Body(words, {}, {}, self._picture)
            meaning = in_pieces(TextItem(one.summary, "lead"))
            shapes += [TextItem(one.title, "title"), *meaning, *body.shapes(one.drawn)]
        return tuple(shapes)

    def _way(self, entry: Entry) -> str:
        """Where the entry stands: tile and group, as far as they are known."""
        names = {tile.key: tile.title for tile in tiles(self._words)}
        for topic in self._reading.topics().topics:
            for group in topic.groups:
                if group.code in entry.topics and topic.tile in names:
                    name = group.names.get(self._words.language) or group.names["en"]
                    return f"{names[topic.tile]} › {name}"
        return ""

    def _ask_card(self, entry: Entry) -> AskCard:
        form = next((block.form for block in entry.drawn if isinstance(block, Ask)), "")
        button = self._asking.button(form, self._words.language) if form else None
        if not button:
            return AskCard()
        words, promised = self._words, self._asking.promised(form)
        told = entry.kind is Kind.STORY
        title = words("Ask to talk to someone who has done this") if told else words("Ask for this")
        card = AskCard(form, title, "", (), button)
        if promised is None:
            return card
        read, answered = words.day(promised.read), words.day(promised.answered)
        text = words(
            "Read by {read}. We aim to answer by {answered}.", read=read, answered=answered
        )
        return AskCard(form, card.title, text, (read, answered), button)

    def _also(self, entry: Entry) -> tuple[LinkItem, ...]:
        language, linked = self._words.language, {entry.id, *links_of(entry)}
        also = self._reading.about(entry.also, language)
        every = {card.id: card for card in (*also, *self._reading.related(entry, language))}
        cards = [card for card in every.values() if card in also or card.id not in linked]
        lists = alike_links(self._reading.alike(entry, language), self._reading, self._words)
        return (*lists, *(LinkItem(card.id, card.title, ICONS[card.kind]) for card in cards))

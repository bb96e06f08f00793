"""One entry: what it says, whether it can be trusted today, what can be asked from it."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.catalogue.cards import Shown
from kiosk.exchange.blocks import Ask, CodeValue, Fact, Link
from kiosk.exchange.entries import Entry
from kiosk.exchange.pictures import PictureFile
from kiosk.screens.entry.body import Body, ReadPicture, Shape
from kiosk.screens.entry.pieces import in_pieces
from kiosk.screens.errand import Promised
from kiosk.screens.home.presenter import tiles
from kiosk.screens.kinds import ICONS, where_to
from kiosk.screens.parts.shapes import BandItem, LineItem, LinkItem, TextItem
from kiosk.screens.places import GoBack, GoTo
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.translation import Words


@dataclass(frozen=True, slots=True)
class AskCard:
    """What stands beside an entry that can be asked for."""

    form: str = ""
    title: str = ""
    text: str = ""
    strong: tuple[str, ...] = ()
    button: str = ""


@dataclass(frozen=True, slots=True)
class EntryState:
    """Everything the screen draws. `gone` is said when the entry does not hold any more."""

    back: str = ""
    way: str = ""
    blocks: tuple[Shape, ...] = ()
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

    `content_language` is the one that the text is in, and is to be read aloud in.
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
    ) -> None:
        super().__init__(words)
        self._picture = picture
        self._reading = reading
        self._asking = asking
        self._id = entry
        self._go_to = go_to
        self._go_back = go_back
        self.content_language = ""

    def ask(self) -> None:
        """Begin to ask for this: first the notice."""
        place, form = where_to(self.state.ask.form, self._reading.forms(self._words.language))
        self._go_to(place, form, asked_from=self._id)

    def open(self, entry: str) -> None:
        """Open an entry that this one names."""
        self._go_to(*where_to(entry, self._reading.forms(self._words.language)))

    def back(self) -> None:
        """Leave the entry."""
        self._go_back()

    def _make(self) -> EntryState:
        words = self._words
        shown = self._reading.entry(self._id, words.language)
        self.content_language = shown.language if shown else ""
        if shown is None:
            return EntryState(
                back=words("Back"),
                gone=words("This is not here any more"),
                gone_text=words("It may be out of date. Ask any officer, or search again."),
            )
        also = self._also(shown.entry)
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
        lists = {name: self._reading.vocabulary(name) for name in _lists(entry)}
        titles = {card.id: card for card in self._reading.about(_links(entry), words.language)}
        checked = words("Last checked")
        day = words.date(entry.checked_on)
        return (
            TextItem(entry.title, "title"),
            *self._warnings(shown),
            *in_pieces(TextItem(entry.summary, "lead")),
            *Body(words, lists, titles, self._picture).shapes(entry.blocks),
            LineItem(f"{checked}  {day}", "seal-check", (checked,)),
        )

    def _warnings(self, shown: Shown) -> tuple[BandItem, ...]:
        entry, words = shown.entry, self._words
        said: list[BandItem] = []
        if shown.stale:
            day = words.date(entry.checked_on)
            text = words("Not checked since {day}. Ask first.", day=day)
            said.append(BandItem(text, "attention", "warning"))
        if shown.language != words.language:
            said.append(
                BandItem(
                    words("This page is not in your language yet. Here it is in English."),
                    "note",
                    "translate",
                )
            )
        elif entry.machine_made:
            text = words("A machine made this translation. The English page is the right one.")
            said.append(BandItem(text, "note", "translate"))
        if entry.lawyer_check:
            text = words("The law changes. Ask a lawyer or an adviser before you act on this.")
            said.append(BandItem(text, "note", "scales"))
        return tuple(said)

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
        form = next((block.form for block in entry.blocks if isinstance(block, Ask)), "")
        button = self._asking.button(form, self._words.language) if form else None
        if not button:
            return AskCard()
        words, promised = self._words, self._asking.promised(form)
        card = AskCard(form, words("Ask for this"), "", (), button)
        if promised is None:
            return card
        read, answered = words.day(promised.read), words.day(promised.answered)
        text = words(
            "Read by {read}. We aim to answer by {answered}.", read=read, answered=answered
        )
        return AskCard(form, card.title, text, (read, answered), button)

    def _also(self, entry: Entry) -> tuple[LinkItem, ...]:
        cards = self._reading.about(entry.also, self._words.language)
        return tuple(LinkItem(card.id, card.title, ICONS[card.kind]) for card in cards)


def _links(entry: Entry) -> tuple[str, ...]:
    return tuple(block.entry for block in entry.blocks if isinstance(block, Link))


def _lists(entry: Entry) -> set[str]:
    values = (block.value for block in entry.blocks if isinstance(block, Fact))
    return {value.list for value in values if isinstance(value, CodeValue)}

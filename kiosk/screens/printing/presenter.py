"""Pages to print: what was put aside in this visit, and what happens next."""

from dataclasses import dataclass

from kiosk.screens.entry.further import PagesToPrint
from kiosk.screens.kinds import ICONS
from kiosk.screens.parts.shapes import BandItem, RowItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.translation import Words

Line = RowItem | BandItem


@dataclass(frozen=True, slots=True)
class PrintingState:
    """The pages, each with a way to take it out; `again` empties the list."""

    back: str = ""
    title: str = ""
    rows: tuple[Line, ...] = ()
    again: str = ""
    empty_title: str = ""
    empty_text: str = ""
    more: str = ""
    less: str = ""


class PrintingPresenter(Presenter[PrintingState]):
    """Shows the list of this visit. It is nowhere else, and goes when the visit ends."""

    def __init__(
        self,
        words: Words,
        reading: Reading,
        printing: PagesToPrint,
        go_to: GoTo,
        go_back: GoBack,
    ) -> None:
        super().__init__(words)
        self._reading = reading
        self._printing = printing
        self._go_to = go_to
        self._go_back = go_back

    def open(self, entry: str) -> None:
        """Look at a page of the list."""
        self._go_to(Place.ENTRY, entry)

    def clear(self) -> None:
        """Take every page out."""
        self._printing.empty()
        self._changed()

    def back(self) -> None:
        """Leave the list."""
        self._go_back()

    def shown(self) -> None:
        """Look again at what is on the list."""
        self._changed()

    def _make(self) -> PrintingState:
        words = self._words
        cards = self._reading.about(self._printing.pages, words.language)
        rows = tuple(RowItem(card.id, card.title, icon=ICONS[card.kind]) for card in cards)
        return PrintingState(
            back=words("Back"),
            title=words("Pages to print"),
            rows=(self._next(), *rows) if rows else (),
            again=words("Empty the list") if rows else "",
            empty_title="" if rows else words("Nothing here yet"),
            empty_text="" if rows else words("Open a page and touch Keep this page for printing."),
            more=words("More"),
            less=words("Back up"),
        )

    def _next(self) -> BandItem:
        text = self._words(
            "Show this list to a member of staff, who can print it."
            " It goes when you close this screen."
        )
        return BandItem(text, "note", "info")

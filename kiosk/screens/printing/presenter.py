"""Pages to print: what was put aside in this visit, and what happens next."""

from dataclasses import dataclass
from typing import Protocol

from kiosk.screens.entry.further import PagesToPrint, Paper
from kiosk.screens.kinds import ICONS
from kiosk.screens.parts.shapes import BandItem, RowItem
from kiosk.screens.places import GoBack, GoTo, Place
from kiosk.screens.presenting import Presenter
from kiosk.screens.reading import Reading
from kiosk.translation import Words

Line = RowItem | BandItem


class Printer(Protocol):
    """The printer of this screen, where it has one."""

    @property
    def is_free(self) -> bool:
        """Whether it takes pages now."""

    def print(self, pages: PagesToPrint, words: Words) -> None:
        """Begin to print these in this language; what became of it is said in `pages.paper`."""


@dataclass(frozen=True, slots=True)
class PrintingState:
    """The pages, each to look at; `again` empties the list, `go` sends it to the printer."""

    back: str = ""
    title: str = ""
    rows: tuple[Line, ...] = ()
    again: str = ""
    go: str = ""
    empty_title: str = ""
    empty_text: str = ""
    more: str = ""
    less: str = ""


class PrintingPresenter(Presenter[PrintingState]):
    """Shows the list of this visit. It is nowhere else, and goes when the visit ends."""

    def __init__(  # noqa: PLR0913, PLR0917  the list, the printer, and the ways on from it
        self,
        words: Words,
        reading: Reading,
        printing: PagesToPrint,
        go_to: GoTo,
        go_back: GoBack,
        printer: Printer | None = None,
    ) -> None:
        super().__init__(words)
        self._reading = reading
        self._printing = printing
        self._go_to = go_to
        self._go_back = go_back
        self._printer = printer

    def open(self, entry: str) -> None:
        """Look at a page of the list."""
        self._go_to(Place.ENTRY, entry)

    def clear(self) -> None:
        """Take every page out."""
        self._printing.empty()
        self._changed()

    def print(self) -> None:
        """Send the list to the printer, once."""
        if self._printer is not None and self.state.go:
            self._printer.print(self._printing, self._words)
            self._changed()

    def back(self) -> None:
        """Leave the list."""
        self._go_back()

    def shown(self) -> None:
        """Look again at what is on the list, and how far the printer is."""
        if self._make() != self._state:
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
            go=words("Print these pages") if rows and self._can_print() else "",
            empty_title="" if rows else words("Nothing here yet"),
            empty_text="" if rows else words("Open a page and touch Keep this page for printing."),
            more=words("More"),
            less=words("Back up"),
        )

    def _can_print(self) -> bool:
        asked = self._printing.paper in {Paper.AT_WORK, Paper.SENT}
        return self._printer is not None and self._printer.is_free and not asked

    def _next(self) -> BandItem:
        """What happens next, as far as it is known."""
        words, printing = self._words, self._printing
        match printing.paper:
            case Paper.AT_WORK:
                return BandItem(
                    words("Your pages are on their way to the printer."), "note", "info"
                )
            case Paper.SENT:
                sent = words(
                    "Sent to the printer. Ask staff for the pages with the number {n}."
                    " Your name is not on them.",
                    n=printing.number,
                )
                return BandItem(sent, "done", "check-circle", (printing.number,))
            case Paper.FAILED:
                failed = words(
                    "The printer does not answer. Show this list to a member of staff,"
                    " who can print it. It goes when you close this screen."
                )
                return BandItem(failed, "attention", "warning")
            case _:
                return BandItem(self._before(), "note", "info")

    def _before(self) -> str:
        words = self._words
        if self._can_print():
            return words(
                "The pages come out where staff are. Your name is not on them."
                " This list goes when you close this screen."
            )
        return words(
            "Show this list to a member of staff, who can print it."
            " It goes when you close this screen."
        )

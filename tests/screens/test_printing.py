"""The list of pages to print, where this screen has a printer."""

from dataclasses import dataclass, field

import pytest

from kiosk.catalogue.cards import Shown
from kiosk.screens.entry.further import KEEP, PagesToPrint, Paper, print_rows
from kiosk.screens.parts.shapes import BandItem
from kiosk.screens.printing.presenter import PrintingPresenter, PrintingState
from kiosk.translation import Words
from tests.builders.reading import an_entry
from tests.builders.small_catalogue import SmallCatalogue
from tests.screens.ways import Way


@dataclass
class APrinter:
    """A printer that takes what it is given, and is then at work."""

    is_free: bool = True
    taken: list[tuple[str, ...]] = field(default_factory=list)

    def print(self, pages: PagesToPrint, words: Words) -> None:
        assert words.language == "en"
        self.taken.append(tuple(pages.pages))
        pages.paper, pages.number = Paper.AT_WORK, "042"


def a_list(printer: APrinter | None, pages: PagesToPrint | None = None) -> PrintingPresenter:
    way = Way()
    aside = pages or PagesToPrint(offered=True, pages=["housing-help"])
    return PrintingPresenter(Words(), SmallCatalogue(), aside, way.to, way.back, printer)


def told(state: PrintingState) -> str:
    band = state.rows[0]
    assert isinstance(band, BandItem)
    return band.text


def test_without_a_printer_here_staff_read_the_list() -> None:
    page = a_list(None)

    assert page.state.go == ""
    assert told(page.state).startswith("Show this list to a member of staff")
    page.print()  # nothing is there to take it


def test_a_list_is_sent_once() -> None:
    printer = APrinter()
    page = a_list(printer)
    assert page.state.go == "Print these pages"

    page.print()
    page.print()

    assert printer.taken == [("housing-help",)]
    assert page.state.go == ""
    assert told(page.state) == "Your pages are on their way to the printer."


@pytest.mark.parametrize(
    ("paper", "said", "again"),
    [
        (Paper.SENT, "Ask staff for the pages with the number 042", False),
        (Paper.FAILED, "The printer does not answer. Show this list to a member of staff", True),
    ],
)
def test_what_became_of_it_is_said_when_somebody_looks(
    paper: Paper, said: str, again: bool
) -> None:
    aside = PagesToPrint(offered=True, pages=["housing-help"])
    page = a_list(APrinter(), aside)
    seen: list[PrintingState] = []
    page.watch(seen.append)
    page.print()

    aside.paper = paper
    page.shown()
    page.shown()

    assert said in told(seen[-1])
    assert bool(seen[-1].go) is again
    assert len(seen) == 2  # the same state is not drawn again


def test_another_page_makes_it_another_list() -> None:
    aside = PagesToPrint(offered=True, pages=["housing-help"], paper=Paper.SENT, number="042")

    aside.keep("council-help")

    assert (aside.paper, aside.number) == (Paper.NOT_ASKED, "")


def test_a_list_that_is_on_its_way_takes_no_other_page() -> None:
    aside = PagesToPrint(offered=True, pages=["housing-help"], paper=Paper.AT_WORK)

    aside.keep("council-help")

    assert aside.pages == ["housing-help"]


def test_a_printer_that_is_busy_takes_nothing() -> None:
    page = a_list(APrinter(is_free=False))

    assert page.state.go == ""
    assert told(page.state).startswith("Show this list")


@pytest.mark.parametrize("sensitivity", ["private", "help"])
def test_a_private_page_is_not_put_on_a_list(sensitivity: str) -> None:
    entry = an_entry().model_copy(update={"sensitivity": sensitivity})
    printing = PagesToPrint(offered=True)

    assert print_rows(Shown(entry, "en", stale=False), printing, Words()) == ()


def test_a_page_that_must_be_checked_again_is_not_put_on_a_list() -> None:
    printing = PagesToPrint(offered=True)

    fresh = print_rows(Shown(an_entry(), "en", stale=False), printing, Words())
    stale = print_rows(Shown(an_entry(), "en", stale=True), printing, Words())

    assert [row.key for row in fresh] == [KEEP]
    assert stale == ()

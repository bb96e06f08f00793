"""Makes the screens of one page, for pictures."""

from datetime import date
from pathlib import Path
from typing import Any

import tests.stage  # isort: skip  # noqa: F401  the text engine comes before the first widget

from kiosk.catalogue.alike import Alike
from kiosk.catalogue.cards import Shown
from kiosk.catalogue.groups import What
from kiosk.screens.entry.further import PAY, PagesToPrint, Paper
from kiosk.screens.entry.presenter import Asking, EntryPresenter
from kiosk.screens.entry.screen import EntryScreen
from kiosk.screens.errand import Promised
from kiosk.screens.printing.presenter import PrintingPresenter
from kiosk.screens.printing.screen import PrintingScreen
from kiosk.translation import Words
from tests.builders.pictures import a_picture
from tests.builders.reading import EASY_LINES, EVERY_BLOCK, a_job_entry, an_entry
from tests.builders.small_catalogue import SmallCatalogue, with_terms
from tests.builders.typed import a_typed_entry

Made = tuple[Any, Any]


BELL = Path("content/national/explainer/cell-bell/bell.png")
DAYS = Promised(date(2026, 11, 24), date(2026, 11, 25), date(2026, 12, 2))


def nowhere(*_: object, **__: object) -> None:
    """Go nowhere: these pictures stand still."""


def entry(words: Words) -> Made:
    return _entry(words, SmallCatalogue()), EntryScreen()


def entry_long(words: Words) -> Made:
    shown = Shown(an_entry(blocks=EVERY_BLOCK), "en", stale=True)
    return _entry(words, SmallCatalogue(entries={"housing-help": shown})), EntryScreen()


def entry_facts(words: Words) -> Made:
    return _entry(words, a_typed_entry("vacancy", "Warehouse worker")), EntryScreen()


def entry_week(words: Words) -> Made:
    return _entry(words, a_typed_entry("daily", "Gym")), EntryScreen()


def entry_home(words: Words) -> Made:
    return _entry(words, a_typed_entry("housing", "Harbour Row")), EntryScreen()


def entry_pictured(words: Words) -> Made:
    return _pictured(words, BELL.read_bytes())


def entry_picture_lost(words: Words) -> Made:
    return _pictured(words, None)


def _pictured(words: Words, data: bytes | None) -> Made:
    """A page with a picture; without `data` its file is not here, and was never drawn either."""
    alt = "A finger presses the red button. Then a light is on outside the door."
    named = BELL.read_bytes() if data else b"lost"
    picture = a_picture(named, alt=alt, caption="Press it once.")
    shown = Shown(an_entry(blocks=(picture, *EVERY_BLOCK[:3])), "en", stale=False)
    reading = SmallCatalogue(entries={"housing-help": shown})
    asking = Asking(lambda *_: None, lambda *_: None)
    presenter = EntryPresenter(
        words,
        reading,
        asking,
        "housing-help",
        go_to=nowhere,
        go_back=nowhere,
        picture=lambda _: data,
    )
    return presenter, EntryScreen()


def entry_terms(words: Words) -> Made:
    return _entry(words, with_terms()), EntryScreen()


def entry_explained(words: Words) -> Made:
    presenter = _entry(words, with_terms())
    presenter.open("term:arrears-term,tenancy-term")
    return presenter, EntryScreen()


def entry_easy(words: Words) -> Made:
    entry = an_entry().model_copy(update={"easy": EASY_LINES})
    reading = SmallCatalogue(entries={"housing-help": Shown(entry, "en", stale=False)})
    return _entry(easy(words), reading), EntryScreen()


def entry_not_easy(words: Words) -> Made:
    return _entry(easy(words), SmallCatalogue()), EntryScreen()


def easy(words: Words) -> Words:
    return Words(words.language, easy=True)


def entry_job(words: Words) -> Made:
    return _job(words), EntryScreen()


def entry_pay(words: Words) -> Made:
    presenter = _job(words)
    presenter.open(PAY)
    return presenter, EntryScreen()


def _job(words: Words) -> EntryPresenter:
    reading = SmallCatalogue(entries={"bakery-hand": Shown(a_job_entry(), "en", stale=False)})
    reading.leading["bakery-hand"] = (Alike(What.JOBS, "building"), Alike(What.COURSES, "driving"))
    asking = Asking(lambda *_: "Ask a work adviser", lambda *_: DAYS)
    return EntryPresenter(
        words,
        reading,
        asking,
        "bakery-hand",
        go_to=nowhere,
        go_back=nowhere,
        printing=PagesToPrint(offered=True, pages=["council-help"]),
    )


def entry_gone(words: Words) -> Made:
    return _entry(words, SmallCatalogue(entries={})), EntryScreen()


def _entry(words: Words, reading: SmallCatalogue) -> EntryPresenter:
    asking = Asking(lambda *_: "Ask a housing worker", lambda *_: DAYS)
    return EntryPresenter(words, reading, asking, "housing-help", go_to=nowhere, go_back=nowhere)


def printing(words: Words) -> Made:
    aside = PagesToPrint(offered=True, pages=["housing-help", "council-help"])
    return PrintingPresenter(words, SmallCatalogue(), aside, nowhere, nowhere), PrintingScreen()


class StillPrinter:
    """A printer that would take pages."""

    is_free = True

    def print(self, pages: PagesToPrint, words: Words) -> None:
        """Take nothing: these pictures stand still."""


def _at_printer(words: Words, paper: Paper) -> Made:
    aside = PagesToPrint(offered=True, pages=["housing-help", "council-help"], paper=paper)
    aside.number = "042"
    printer = StillPrinter()
    page = PrintingPresenter(words, SmallCatalogue(), aside, nowhere, nowhere, printer)
    return page, PrintingScreen()


def printing_ready(words: Words) -> Made:
    return _at_printer(words, Paper.NOT_ASKED)


def printing_sent(words: Words) -> Made:
    return _at_printer(words, Paper.SENT)


def printing_failed(words: Words) -> Made:
    return _at_printer(words, Paper.FAILED)


def printing_empty(words: Words) -> Made:
    aside = PagesToPrint(offered=True)
    return PrintingPresenter(words, SmallCatalogue(), aside, nowhere, nowhere), PrintingScreen()

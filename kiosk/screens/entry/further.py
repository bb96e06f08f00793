"""What a page leads on to beside its own text: how pay was reckoned, a private talk, printing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from kiosk.catalogue.cards import Shown
from kiosk.catalogue.traits import traits
from kiosk.exchange.entries import Entry, Kind
from kiosk.screens.parts.shapes import BandItem, LineItem, RowItem, TextItem
from kiosk.screens.pay import formula_words, tax_words, week_words
from kiosk.translation import Words

PAY, PRIVATE, KEEP, KEPT = "how-pay-was-reckoned", "private", "keep-this-page", "pages-to-print"
"""What is touched; PRIVATE is the id of the form that every prison has."""
ASKED_ABOUT = frozenset({Kind.VACANCY, Kind.EMPLOYER})
"""Where people wonder what to say about a record."""


class Paper(StrEnum):
    """How far the pages of a visit are on their way to paper."""

    NOT_ASKED = "not-asked"
    AT_WORK = "at-work"
    SENT = "sent"
    FAILED = "failed"


@dataclass(slots=True)
class PagesToPrint:
    """The pages that somebody put aside in this visit; `offered` where the prison has a printer.

    `number`: what the paper is asked for by, made up for this one list. It is nobody's.
    """

    offered: bool = False
    pages: list[str] = field(default_factory=list)
    paper: Paper = Paper.NOT_ASKED
    number: str = ""

    MOST = 10
    """Pages in one visit: a list that staff can print in a minute."""

    @property
    def takes_more(self) -> bool:
        """Whether there is room on the list, and it is not on its way."""
        return len(self.pages) < self.MOST and self.paper is not Paper.AT_WORK

    def keep(self, entry: str) -> None:
        """Put a page aside, once."""
        if entry not in self.pages and self.takes_more:
            self.pages.append(entry)
            self._begin_again()

    def empty(self) -> None:
        """Take every page out again."""
        self.pages.clear()
        self._begin_again()

    def _begin_again(self) -> None:
        """Another list may be printed again; one that is on its way is not asked for twice."""
        if self.paper is not Paper.AT_WORK:
            self.paper, self.number = Paper.NOT_ASKED, ""


def pay_rows(entry: Entry, words: Words) -> tuple[RowItem, ...]:
    """The pay of a week, to touch; nothing where it cannot be reckoned."""
    week = week_words(traits(entry), words)
    if not week:
        return ()
    title = week[:1].upper() + week[1:]
    return (RowItem(PAY, title, words("How we worked this out"), "coins"),)


def pay_page(entry: Entry, words: Words) -> tuple[TextItem | LineItem, ...]:
    """How the pay of a week was reckoned, and what comes off it."""
    return (
        TextItem(words("How we worked this out"), "title"),
        TextItem(formula_words(traits(entry), words), "lead"),
        LineItem(tax_words(words), "info"),
    )


def private_rows(
    entry: Entry, button: Callable[[str, str], str | None], words: Words
) -> tuple[RowItem, ...]:
    """A private talk, beside what an employer asks; nothing where it cannot be asked for."""
    if entry.kind not in ASKED_ABOUT or not button(PRIVATE, words.language):
        return ()
    return (RowItem(PRIVATE, words("Ask an adviser in private"), icon="chats-circle"),)


def letter_band(entry: Entry, words: Words) -> tuple[BandItem, ...]:
    """Say on every letter that nothing is sent from here."""
    if entry.kind is not Kind.LETTER:
        return ()
    text = words("Talk this over with an adviser first. This screen sends no letters.")
    return (BandItem(text, "note", "note-pencil"),)


def print_rows(shown: Shown, printing: PagesToPrint, words: Words) -> tuple[RowItem, ...]:
    """Put this page aside for printing, or look at what was; nothing without a printer.

    Paper lies where others see it and cannot be called back: no private page, no old one.
    """
    entry = shown.entry
    if not printing.offered or entry.sensitivity != "open" or shown.stale:
        return ()
    count = len(printing.pages)
    to_list = RowItem(
        KEPT,
        words("Pages to print"),
        words("On your list: {n}", n=count),
        "files",
    )
    if entry.id in printing.pages or (count and not printing.takes_more):
        return (to_list,)
    keep = RowItem(KEEP, words("Keep this page for printing"), icon="file-text")
    return (keep, to_list) if count else (keep,)

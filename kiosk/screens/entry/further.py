"""What a page leads on to beside its own text: how pay was reckoned, a private talk, printing."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.catalogue.traits import traits
from kiosk.exchange.entries import Entry, Kind
from kiosk.screens.parts.shapes import BandItem, LineItem, RowItem, TextItem
from kiosk.screens.pay import formula_words, tax_words, week_words
from kiosk.translation import Words

PAY, PRIVATE, KEEP, KEPT = "how-pay-was-reckoned", "private", "keep-this-page", "pages-to-print"
"""What is touched; PRIVATE is the id of the form that every prison has."""
ASKED_ABOUT = frozenset({Kind.VACANCY, Kind.EMPLOYER})
"""Where people wonder what to say about a record."""


@dataclass(slots=True)
class PagesToPrint:
    """The pages that somebody put aside in this visit; `offered` where the prison has a printer."""

    offered: bool = False
    pages: list[str] = field(default_factory=list)

    MOST = 10
    """Pages in one visit: a list that staff can print in a minute."""

    def keep(self, entry: str) -> None:
        """Put a page aside, once."""
        if entry not in self.pages and len(self.pages) < self.MOST:
            self.pages.append(entry)

    def empty(self) -> None:
        """Take every page out again."""
        self.pages.clear()


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


def print_rows(entry: Entry, printing: PagesToPrint, words: Words) -> tuple[RowItem, ...]:
    """Put this page aside for printing, or look at what was; nothing without a printer."""
    if not printing.offered:
        return ()
    count = len(printing.pages)
    to_list = RowItem(
        KEPT,
        words("Pages to print"),
        words("On your list: {n}", n=count),
        "files",
    )
    if entry.id in printing.pages or count >= printing.MOST:
        return (to_list,)
    keep = RowItem(KEEP, words("Keep this page for printing"), icon="file-text")
    return (keep, to_list) if count else (keep,)

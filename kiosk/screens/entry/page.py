"""What one entry says, as shapes: the same on the screen and on paper."""

from kiosk.catalogue.cards import Shown
from kiosk.exchange.blocks import CodesValue, CodeValue, Fact, Link
from kiosk.exchange.entries import Entry
from kiosk.screens.entry.body import Body, ReadPicture, Shape
from kiosk.screens.entry.pieces import in_pieces
from kiosk.screens.parts.shapes import BandItem, TextItem
from kiosk.screens.reading import Reading
from kiosk.translation import Words


class EntryPage:
    """One entry in these words. `titles`: what it leads to, as far as that holds today."""

    def __init__(self, shown: Shown, words: Words, reading: Reading, picture: ReadPicture) -> None:
        self._shown = shown
        self._words = words
        entry = shown.entry
        lists = {name: reading.vocabulary(name) for name in lists_of(entry)}
        named = (*links_of(entry), *(use.term for use in entry.terms))
        self.titles = {card.id: card for card in reading.about(named, words.language)}
        self.body = Body(words, lists, self.titles, picture)

    def text(self) -> tuple[Shape, ...]:
        """The summary, then everything else."""
        entry = self._shown.entry
        return (*in_pieces(TextItem(entry.summary, "lead")), *self.body.shapes(entry.drawn))


def warnings(shown: Shown, words: Words) -> tuple[BandItem, ...]:
    """What must be known before an entry is trusted."""
    entry = shown.entry
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
                brief=words("In English."),
            )
        )
    elif entry.machine_made:
        text = words("A machine made this translation. The English page is the right one.")
        said.append(BandItem(text, "note", "translate"))
    if words.easy and not entry.easy:
        text = words("There is no easy read of this page yet. Here it is in the usual words.")
        said.append(BandItem(text, "note", "book-open-text"))
    if entry.lawyer_check:
        text = words("The law changes. Ask a lawyer or an adviser before you act on this.")
        said.append(BandItem(text, "note", "scales"))
    return tuple(said)


def links_of(entry: Entry) -> tuple[str, ...]:
    """The entries that the page itself leads to."""
    return tuple(block.entry for block in entry.drawn if isinstance(block, Link))


def lists_of(entry: Entry) -> set[str]:
    """The lists of codes that its facts name."""
    values = (block.value for block in entry.drawn if isinstance(block, Fact))
    return {value.list for value in values if isinstance(value, CodeValue | CodesValue)}

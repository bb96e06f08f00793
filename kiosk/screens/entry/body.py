"""Turns the blocks of an entry into shapes that can be drawn."""

from collections.abc import Iterator, Mapping

from kiosk.catalogue.cards import Card
from kiosk.exchange.blocks import Ask, Block, Contact, Fact, Heading, Link, Notice, Paragraph, Point
from kiosk.exchange.policy import Vocabulary
from kiosk.screens.entry.labels import ICONS, label_words, value_words
from kiosk.screens.kinds import ICONS as KIND_ICONS
from kiosk.screens.parts.shapes import BandItem, HeadingItem, LineItem, RowItem, TextItem
from kiosk.translation import Words

Shape = TextItem | HeadingItem | LineItem | BandItem | RowItem

NOTICES = {
    "information": ("note", "info"),
    "attention": ("attention", "warning"),
    "danger": ("help", "warning-octagon"),
}


class Body:
    """Draws the blocks of one entry; a link to what does not hold today is left out."""

    def __init__(
        self, words: Words, lists: dict[str, Vocabulary], linked: Mapping[str, Card]
    ) -> None:
        self._words = words
        self._lists = lists
        self._linked = linked

    def shapes(self, blocks: tuple[Block, ...]) -> Iterator[Shape]:
        """Every block in order; steps are numbered from one after each other block."""
        number = 0
        for block in blocks:
            number = number + 1 if block.block == "step" else 0
            if block.block == "step":
                yield LineItem(block.text, sign=str(number))
            else:
                yield from self._shape(block)

    def _shape(self, block: Block) -> Iterator[Shape]:
        match block:
            case Heading():
                yield HeadingItem(block.text)
            case Paragraph():
                yield _paragraph(block)
            case Point():
                yield LineItem(block.text, sign="•")
            case Fact():
                yield self._fact(block)
            case Contact():
                yield LineItem(f"{block.name}  {block.how}", "phone", (block.name,))
            case Notice():
                kind, icon = NOTICES[block.severity]
                yield BandItem(block.text, kind, icon)
            case Link() if block.entry in self._linked:
                card = self._linked[block.entry]
                yield RowItem(card.id, card.title, icon=KIND_ICONS[card.kind])
            case Ask() | Link() | _:
                return

    def _fact(self, fact: Fact) -> LineItem:
        label = label_words(fact.label, self._words)
        value = value_words(fact.value, self._words, self._lists)
        return LineItem(f"{label}  {value}", ICONS[fact.label], (label,))


def _paragraph(block: Paragraph) -> TextItem:
    if not block.lead:
        return TextItem(block.text)
    return TextItem(f"{block.lead} {block.text}", strong=(block.lead,))

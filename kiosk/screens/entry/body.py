"""Turns the blocks of an entry into shapes that can be drawn."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from kiosk.catalogue.cards import Card
from kiosk.exchange.blocks import (
    Block,
    Contact,
    Fact,
    Heading,
    Link,
    Notice,
    Paragraph,
    Picture,
    Point,
    Recording,
)
from kiosk.exchange.pictures import PictureFile
from kiosk.exchange.policy import Vocabulary
from kiosk.screens.entry.facts import fact_line, together
from kiosk.screens.entry.pieces import in_pieces
from kiosk.screens.kinds import ICONS as KIND_ICONS
from kiosk.screens.parts.shapes import (
    BandItem,
    HeadingItem,
    LineItem,
    PictureItem,
    RowItem,
    TextItem,
)
from kiosk.translation import Words

Shape = TextItem | HeadingItem | LineItem | BandItem | RowItem | PictureItem
ReadPicture = Callable[[PictureFile], bytes | None]
"""Gives the checked bytes of a picture; None where it is not here."""

NOTICES = {
    "information": ("note", "info"),
    "attention": ("attention", "warning"),
    "danger": ("help", "warning-octagon"),
}


class Body:
    """Draws the blocks of one entry; a link to what does not hold today is left out."""

    def __init__(
        self,
        words: Words,
        lists: dict[str, Vocabulary],
        linked: Mapping[str, Card],
        picture: ReadPicture,
    ) -> None:
        self._words = words
        self._lists = lists
        self._linked = linked
        self._picture = picture

    def shapes(self, blocks: tuple[Block, ...]) -> Iterator[Shape]:
        """Every block in order; steps are numbered from one after each other block."""
        number = 0
        seen = (block for block in blocks if not isinstance(block, Recording))
        for block, *more in together(seen):
            number = number + 1 if block.block == "step" else 0
            shape = (
                LineItem(block.text, sign=str(number))
                if block.block == "step"
                else self._shape(block, *more)
            )
            if isinstance(shape, TextItem | LineItem | BandItem):
                yield from in_pieces(shape)
            elif shape is not None:
                yield shape

    def texts(self, block: Block) -> tuple[str, ...]:
        """What is written on the screen of a block."""
        drawn = self.shapes((block,))
        return tuple(shape.text for shape in drawn if not isinstance(shape, RowItem | PictureItem))

    def _shape(self, block: Block, *more: Block) -> Shape | None:
        match block:
            case Heading():
                return HeadingItem(block.text)
            case Paragraph():
                return _paragraph(block)
            case Point():
                return LineItem(block.text, sign="•")
            case Fact():
                facts = tuple(one for one in (block, *more) if isinstance(one, Fact))
                return fact_line(facts, self._words, self._lists)
            case Contact():
                return LineItem(f"{block.name}  {block.how}", "phone", (block.name,))
            case _:
                return self._rare(block)

    def _rare(self, block: Block) -> Shape | None:
        if isinstance(block, Picture):
            load = partial(self._picture, block.file)
            return PictureItem(block.alt, block.caption, block.sha256, load)
        if isinstance(block, Notice):
            kind, icon = NOTICES[block.severity]
            return BandItem(block.text, kind, icon)
        card = self._linked.get(block.entry) if isinstance(block, Link) else None
        return RowItem(card.id, card.title, icon=KIND_ICONS[card.kind]) if card else None


def _paragraph(block: Paragraph) -> TextItem:
    if not block.lead:
        return TextItem(block.text)
    return TextItem(f"{block.lead} {block.text}", strong=(block.lead,))

"""A hard word; the summary says what it means."""

from collections.abc import Iterator
from typing import Literal

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Fields, Ids, linked, said
from kiosk.exchange.model import Line, Passage


class Term(Fields):
    """One word. `stands_for` is what letters stand for. `not_the_same`: ids of words like it."""

    kind: Literal["term"] = "term"
    stands_for: Line = ""
    old_word: bool = False
    difference: Passage = ""
    not_the_same: Ids = ()

    def blocks(self) -> Iterator[Block]:
        """The whole words, then what it is not."""
        yield from said(Label.KIND, self.stands_for)
        yield from self.remarks("old_word")
        yield from said(Label.THINK_ABOUT, self.difference)
        yield from linked(self.not_the_same)

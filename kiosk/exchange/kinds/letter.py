"""A letter to talk over with an adviser; nothing is sent from here."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, Heading, Label, Paragraph, Point
from kiosk.exchange.kinds.fields import Fields, Number, one, said
from kiosk.exchange.model import Code, Line, Passage, Text


class Letter(Fields):
    """One letter or paper form. `to` is a code of policy/letter-readers: whom it goes to.

    `goes_in` is what somebody writes themselves, `example` the words that may stand in it.
    """

    needed = True
    for_authors = ("wording_by",)
    kind: Literal["letter"] = "letter"
    to: Code
    form_number: Line = ""
    pages: Number | None = None
    goes_in: tuple[Text, ...] = Field(default=(), max_length=20)
    example_heading: Line = ""
    example: tuple[Text, ...] = Field(default=(), max_length=20)
    where_to_get: Passage = ""
    goes_back_to: Passage = ""
    with_it: Passage = ""
    private: Passage = ""
    staff_check: bool = False
    wording_by: Line = ""

    def blocks(self) -> Iterator[Block]:
        """Whom it goes to, what goes in, an example."""
        yield from one(Label.TO, "letter-readers", self.to)
        yield from said(Label.WHERE, self.where_to_get)
        yield from said(Label.BRING, self.with_it)
        yield from said(Label.ADDRESS, self.goes_back_to)
        yield from said(Label.THINK_ABOUT, self.private)
        yield from self.remarks("staff_check")
        yield from (Point(text=part) for part in self.goes_in)
        if self.example and self.example_heading:
            yield Heading(text=self.example_heading)
        yield from (Paragraph(text=part) for part in self.example)

"""Money that a rule gives: how much, to whom, from which day to which."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, Each, Fact, Label, PenceValue
from kiosk.exchange.kinds.fields import Age, Fields, Length, Pence, lasting, said
from kiosk.exchange.model import Line, Passage, Short


class Rate(Short):
    """One amount of the rule, and what it is for."""

    pence: Pence
    each: Each = "once"
    what: Line = ""


class PaymentRule(Fields):
    """One rule. A rate that was withdrawn is not kept here: the next rates are another text.

    `in_force_to` is the last day of these rates, so an old rate is never shown. `instruction`
    is the number of the document it stands in. `basis`: whether it must be paid.
    """

    needed = True
    for_authors = ("instruction",)
    kind: Literal["payment-rule"] = "payment-rule"
    rates: tuple[Rate, ...] = Field(min_length=1, max_length=12)
    who: Passage = ""
    not_for: Passage = ""
    minimum_age: Age | None = None
    minimum_time: Length | None = None
    basis: Literal["mandatory", "guidance", "discretion"] = "mandatory"
    discretion: Passage = ""
    top_up: Passage = ""
    how_to_ask: Passage = ""
    if_not: Passage = ""
    instruction: Line = ""
    in_force_from: date | None = None
    in_force_to: date | None = None

    @property
    def ends(self) -> date | None:
        """The last day of these rates."""
        return self.in_force_to

    def blocks(self) -> Iterator[Block]:
        """How much first, then who gets it."""
        for rate in self.rates:
            value = PenceValue(pence=rate.pence, each=rate.each, note=rate.what)
            yield Fact(label=Label.AMOUNT, value=value)
        yield from said(Label.WHO, self.who)
        yield from said(Label.DOES_NOT_TAKE, self.not_for)
        yield from lasting(Label.TIME_SERVED, self.minimum_time)
        yield from said(Label.THINK_ABOUT, self.discretion)
        yield from said(Label.WHAT_YOU_GET, self.top_up)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from said(Label.IF_NOT, self.if_not)

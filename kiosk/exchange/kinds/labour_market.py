"""Which work there is in an area, and what it pays."""

from collections.abc import Iterator
from typing import Literal

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Codes, Fields, Ids, Pay, linked, one, paid, said, several
from kiosk.exchange.model import Code, Line, Passage


class LabourMarket(Fields):
    """One kind of work, or all of it, in the areas of the header.

    `demand` is a code of policy/demand. `pay` runs from what beginners get to what the
    experienced get; `pay_middle` is what most get. `period` is what the figures are from.
    """

    needed = True
    kind: Literal["labour-market"] = "labour-market"
    occupations: Codes = ()
    location: Line = ""
    demand: Code | None = None
    demand_note: Passage = ""
    pay: Pay | None = None
    pay_middle: Pay | None = None
    qualifications: Passage = ""
    way_in: Passage = ""
    courses: Ids = ()
    vacancies: Ids = ()
    period: Line = ""
    caveats: Passage = ""

    def blocks(self) -> Iterator[Block]:
        """How much work, what it pays, how to get in."""
        yield from several(Label.KIND, "occupations", self.occupations)
        yield from said(Label.AREA, self.location)
        yield from one(Label.OUTLOOK, "demand", self.demand)
        yield from said(Label.OUTLOOK, self.demand_note)
        yield from paid(Label.PAY, self.pay)
        yield from paid(Label.MIDDLE, self.pay_middle)
        yield from said(Label.SKILLS, self.qualifications)
        yield from said(Label.HOW_TO_ASK, self.way_in)
        yield from said(Label.WHEN, self.period)
        yield from said(Label.THINK_ABOUT, self.caveats)
        yield from linked((*self.courses, *self.vacancies))

"""Something that happens on a day: a job fair, a family day, a visit of an agency."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from kiosk.exchange.blocks import Block, CountValue, Fact, Label
from kiosk.exchange.kinds.fields import Codes, Fields, Number, on, said, several
from kiosk.exchange.kinds.session import Wings
from kiosk.exchange.kinds.weekly import Times
from kiosk.exchange.model import Code, Line, Passage


class Event(Fields):
    """One event. `sign_up_by` is the last day to ask."""

    needed = True
    kind: Literal["event"] = "event"
    times: Times
    location: Line = ""
    wings: Wings = ()
    run_by: Code | None = None
    who: Passage = ""
    what_you_get: Passage = ""
    bring: Passage = ""
    capacity: Number | None = None
    sign_up_by: date | None = None
    referral: Codes = ()
    how_to_ask: Passage = ""

    @property
    def ends(self) -> date | None:
        """The last day on which it may be."""
        return self.times.until

    @property
    def organisation_id(self) -> str | None:
        """The entry of who holds it."""
        return self.run_by

    def blocks(self) -> Iterator[Block]:
        """When, where, for whom, how to come."""
        yield from self.times.facts()
        yield from said(Label.WHERE, self.location)
        yield from said(Label.WHO, self.who)
        yield from said(Label.WHAT_YOU_GET, self.what_you_get)
        yield from said(Label.BRING, self.bring)
        if self.capacity:
            yield Fact(label=Label.PLACES, value=CountValue(number=self.capacity))
        yield from on(Label.CLOSES, self.sign_up_by)
        yield from several(Label.HOW_TO_ASK, "ways", self.referral)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)

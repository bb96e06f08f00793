"""A time at which somebody can be met, or something done, in here."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, CountValue, Fact, Label
from kiosk.exchange.kinds.fields import Codes, Fields, Number, said, several
from kiosk.exchange.kinds.weekly import Times
from kiosk.exchange.model import Code, Line, Passage, WingId

Wings = Annotated[tuple[WingId, ...], Field(max_length=20)]
"""Wings that it is for; none: all."""


class Session(Fields):
    """One session. `service` is the id of the entry that it belongs to.

    `cancelled`: why it is off, on the days of `exdate`; without them for seven days after its
    check.
    """

    needed = True
    kind: Literal["session"] = "session"
    service: Code | None = None
    times: Times
    location: Line = ""
    wings: Wings = ()
    who: Passage = ""
    capacity: Number | None = None
    staffed_by: Line = ""
    referral: Codes = ()
    how_to_ask: Passage = ""
    cancelled: Line = ""

    @property
    def ends(self) -> date | None:
        """The last day on which it may be."""
        return self.times.until

    @property
    def organisation_id(self) -> str | None:
        """The service that it belongs to."""
        return self.service

    def blocks(self) -> Iterator[Block]:
        """When, where, for whom."""
        yield from self.times.facts()
        yield from said(Label.WHERE, self.location)
        yield from said(Label.WHO, self.who)
        if self.capacity:
            yield Fact(label=Label.PLACES, value=CountValue(number=self.capacity))
        yield from several(Label.HOW_TO_ASK, "ways", self.referral)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from said(Label.WHO_RUNS_IT, self.staffed_by)

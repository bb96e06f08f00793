"""A place to go to, in here or outside."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Codes, Fields, said, several
from kiosk.exchange.kinds.hsds import Phone, Schedule, calling, opening
from kiosk.exchange.model import Code, Passage


class Place(Fields):
    """One place: HSDS's location. `services` are ids of what is met there."""

    kind: Literal["place"] = "place"
    settings: Codes = ()
    run_by: Code | None = None
    schedules: tuple[Schedule, ...] = Field(default=(), max_length=14)
    hours: Passage = ""
    address: Passage = ""
    transportation: Passage = ""
    phones: tuple[Phone, ...] = Field(default=(), max_length=6)
    accessibility: Passage = ""
    how_to_ask: Passage = ""
    what_you_get: Passage = ""
    bring: Passage = ""

    @property
    def organisation_id(self) -> str | None:
        """The entry of who runs it."""
        return self.run_by

    def blocks(self) -> Iterator[Block]:
        """When it is open, how to get there, what is there."""
        yield from several(Label.WHERE, "settings", self.settings)
        yield from opening(Label.OPEN, self.schedules)
        yield from said(Label.OPEN, self.hours)
        yield from said(Label.WHAT_YOU_GET, self.what_you_get)
        yield from said(Label.ADDRESS, self.address)
        yield from said(Label.GETTING_THERE, self.transportation)
        yield from calling(self.phones)
        yield from said(Label.ACCESS, self.accessibility)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from said(Label.BRING, self.bring)

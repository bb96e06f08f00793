"""What belongs to every week on a wing: unlock, gym, kit, meals, canteen."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Fields, said
from kiosk.exchange.kinds.session import Wings
from kiosk.exchange.kinds.weekly import Times
from kiosk.exchange.model import Code, Line, Passage, Short


class Slot(Short):
    """One time of the week. `what` says what it is, when the page has several."""

    times: Times
    what: Line = ""
    wings: Wings = ()
    location: Line = ""


class Daily(Fields):
    """One thing of the week. `what` is a code of policy/daily."""

    kind: Literal["daily"] = "daily"
    what: Code | None = None
    slots: tuple[Slot, ...] = Field(default=(), max_length=30)
    bring: Passage = ""
    how_to_ask: Passage = ""

    def blocks(self) -> Iterator[Block]:
        """Each time with what and where it is."""
        for slot in self.slots:
            yield from slot.times.facts(slot.what, slot.location)
        yield from said(Label.BRING, self.bring)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)

"""What somebody went through, told honestly."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Codes, Fields, Ids, Length, lasting, linked, on, said
from kiosk.exchange.model import Line, Passage


class Story(Fields):
    """One story; its page tells it. No offence, no real name.

    `consent` is the reference of the paper on which the person agreed, `approved_by` a role.
    `held` is how long what they reached has lasted. `talk`: somebody who did this can be asked for.
    Lives change: after half a year somebody asks the person again whether it is still so.
    """

    believed = timedelta(days=183)
    for_authors = ("consent", "approved_by")
    kind: Literal["story"] = "story"
    pseudonym: Line = ""
    consent: Line = ""
    approved_by: Line = ""
    told_on: date | None = None
    occupations: Codes = ()
    held: Length | None = None
    what_helped: Passage = ""
    helped_by: Ids = ()
    talk: bool = False

    def blocks(self) -> Iterator[Block]:
        """What helped, with the way to it."""
        yield from lasting(Label.HOW_LONG, self.held)
        yield from said(Label.SUPPORT, self.what_helped)
        yield from on(Label.WHEN, self.told_on)
        yield from self.remarks("talk")
        yield from linked(self.helped_by)

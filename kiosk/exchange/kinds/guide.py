"""How to do something: a home, a debt, a benefit, a day."""

from collections.abc import Iterator
from typing import Literal

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Fields, Ids, Length, lasting, linked, said
from kiosk.exchange.model import Line, Passage


class Guide(Fields):
    """One guide; its page holds the steps.

    `decision`: what a guide about a home helps to decide. `debt`: whether a debt comes first.
    `deadline` counts from what `deadline_note` says. `letters` are ids of letters and forms.
    """

    kind: Literal["guide"] = "guide"
    decision: Literal["", "keep", "pass-on", "end"] = ""
    debt: Literal["", "priority", "other"] = ""
    who: Passage = ""
    deadline: Length | None = None
    deadline_note: Line = ""
    who_to_tell: Passage = ""
    bring: Passage = ""
    fees_description: Passage = ""
    if_not: Passage = ""
    letters: Ids = ()

    def blocks(self) -> Iterator[Block]:
        """Whom it is for and by when, before the steps."""
        yield from said(Label.WHO, self.who)
        yield from lasting(Label.DEADLINE, self.deadline, self.deadline_note)
        yield from said(Label.TELL, self.who_to_tell)
        yield from said(Label.BRING, self.bring)
        yield from said(Label.COST, self.fees_description)
        yield from said(Label.IF_NOT, self.if_not)
        yield from linked(self.letters)

"""What somebody is due, from whom and when."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Fields, Length, lasting, one, said
from kiosk.exchange.model import Code, Line, Passage

CountedFrom = Literal[
    "",
    "arrival",
    "receipt",
    "sentence",
    "recall",
    "move",
    "asking",
    "release",
    "before-release",
]
"""The day from which a time is counted; each is a code of policy/counted-from."""


class Entitlement(Fields):
    """One thing that is due; the header's stages and sentences say to whom.

    `within` counts from the event `counted_from` (for `before-release`: before that day).
    `clock` is a code of policy/clocks when the prison itself keeps the time.
    """

    kind: Literal["entitlement"] = "entitlement"
    who: Passage = ""
    who_gives: Line = ""
    what_you_get: Passage = ""
    within: Length | None = None
    counted_from: CountedFrom = ""
    within_note: Line = ""
    clock: Code | None = None
    basis: Literal["mandatory", "guidance", "aim"] | None = None
    how_often: Line = ""
    how_to_ask: Passage = ""
    if_not: Passage = ""
    law: Line = ""
    in_force_from: date | None = None
    in_force_to: date | None = None

    @property
    def ends(self) -> date | None:
        """The last day on which the rule is in force, if one is known."""
        return self.in_force_to

    def blocks(self) -> Iterator[Block]:
        """Who, what, from whom, by when; then what to do when it does not come."""
        yield from said(Label.WHO, self.who)
        yield from said(Label.WHAT_YOU_GET, self.what_you_get)
        yield from said(Label.WHO_RUNS_IT, self.who_gives)
        yield from lasting(Label.DEADLINE, self.within, self.within_note)
        yield from one(Label.DEADLINE, "counted-from", self.counted_from or None)
        yield from said(Label.WHEN, self.how_often)
        yield from one(Label.BASIS, "basis", self.basis)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from said(Label.IF_NOT, self.if_not)

"""How something works: a sentence, a rule, a person's job."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Fields, Length, lasting, on, one, said
from kiosk.exchange.model import Line, Passage


class Explainer(Fields):
    """One thing explained; the header's sentences say to whom it applies.

    `reviewed_by` is the role of the expert who read it. `law` names the rule.
    """

    for_authors = ("reviewed_by",)
    kind: Literal["explainer"] = "explainer"
    who: Passage = ""
    how_long: Length | None = None
    how_long_note: Line = ""
    who_decides: Passage = ""
    if_not: Passage = ""
    basis: Literal["mandatory", "guidance", "aim"] | None = None
    law: Line = ""
    reviewed_by: Line = ""
    in_force_from: date | None = None
    in_force_to: date | None = None

    @property
    def ends(self) -> date | None:
        """The last day on which the rule is in force, if one is known."""
        return self.in_force_to

    def blocks(self) -> Iterator[Block]:
        """To whom it applies, how long, who decides."""
        yield from said(Label.WHO, self.who)
        yield from lasting(Label.HOW_LONG, self.how_long, self.how_long_note)
        yield from said(Label.DECIDES, self.who_decides)
        yield from one(Label.BASIS, "basis", self.basis)
        yield from on(Label.STARTS, self.in_force_from)
        yield from said(Label.IF_NOT, self.if_not)

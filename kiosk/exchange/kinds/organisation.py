"""Who stands behind services: an agency, a charity, a college."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Fields, one, said
from kiosk.exchange.kinds.hsds import Phone, calling
from kiosk.exchange.model import Code, Line, Passage, Words


class Organisation(Fields):
    """One organisation. `organization_type` is a code of policy/organisation-types.

    `independent`: it belongs neither to the prison nor to a council. `vetted_until` is for
    authors, and never drawn.
    """

    for_authors = ("agreement", "contract_from", "vetted_until")
    kind: Literal["organisation"] = "organisation"
    organization_type: Code | None = None
    reach: Literal["", "national", "regional", "local"] = ""
    alternate_name: Line = ""
    former_names: tuple[Words, ...] = Field(default=(), max_length=8)
    role: Passage = ""
    remit: Passage = ""
    independent: bool = False
    phones: tuple[Phone, ...] = Field(default=(), max_length=6)
    address: Passage = ""
    how_to_ask: Passage = ""
    complaints: Passage = ""
    fees_description: Passage = ""
    quality: Line = ""
    agreement: Line = ""
    contract_from: date | None = None
    contract_ends: date | None = None
    vetted_until: date | None = None

    @property
    def ends(self) -> date | None:
        """The day on which its contract ends."""
        return self.contract_ends

    def blocks(self) -> Iterator[Block]:
        """What it is and does, then how to reach it."""
        yield from one(Label.KIND, "organisation-types", self.organization_type)
        yield from said(Label.WHAT_YOU_GET, self.role)
        yield from said(Label.WHAT_HAPPENS, self.remit)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from calling(self.phones)
        yield from said(Label.ADDRESS, self.address)
        yield from said(Label.COST, self.fees_description)
        yield from self.remarks("independent")
        yield from said(Label.GOOD_TO_KNOW, self.complaints)

"""Somebody to turn to: a role, a department, a helpline."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Codes, Fields, said, several
from kiosk.exchange.kinds.hsds import Phone, Schedule, calling, opening
from kiosk.exchange.model import Code, Line, Passage


class Contact(Fields):
    """One role or line, never a person's name.

    `reached` are codes of policy/settings: in here, by phone, by post.
    """

    kind: Literal["contact"] = "contact"
    department: Line = ""
    run_by: Code | None = None
    who: Passage = ""
    what_you_get: Passage = ""
    reached: Codes = ()
    location: Line = ""
    phones: tuple[Phone, ...] = Field(default=(), max_length=6)
    fees_description: Passage = ""
    schedules: tuple[Schedule, ...] = Field(default=(), max_length=14)
    hours: Passage = ""
    address: Passage = ""
    how_to_ask: Passage = ""
    confidential: Passage = ""
    interpretation_services: Passage = ""

    @property
    def organisation_id(self) -> str | None:
        """The entry of who they belong to."""
        return self.run_by

    def blocks(self) -> Iterator[Block]:
        """How to reach them, when, and what stays between you."""
        yield from said(Label.WHO, self.who)
        yield from said(Label.WHAT_YOU_GET, self.what_you_get)
        yield from several(Label.HOW_TO_ASK, "settings", self.reached)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from calling(self.phones)
        yield from said(Label.COST, self.fees_description)
        yield from opening(Label.OPEN, self.schedules)
        yield from said(Label.OPEN, self.hours)
        yield from said(Label.WHERE, self.location)
        yield from said(Label.ADDRESS, self.address)
        yield from said(Label.LANGUAGES, self.interpretation_services)
        yield from said(Label.GOOD_TO_KNOW, self.confidential)
        yield from said(Label.WHO_RUNS_IT, self.department)

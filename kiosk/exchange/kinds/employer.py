"""Somebody who gives work, also to people with a record."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from kiosk.exchange.blocks import Block, Label
from kiosk.exchange.kinds.fields import Codes, Fields, one, said, several
from kiosk.exchange.model import Code, Line, Passage


class Employer(Fields):
    """One employer. `convictions` is what they ask (policy/convictions).

    `job_limits` are about their jobs, never about a person. `consent_to_list`: they agreed to
    be named here; `evidence_on` is the day they last said so.
    """

    needed = True
    kind: Literal["employer"] = "employer"
    sectors: Codes = ()
    occupations: Codes = ()
    national: bool = False
    location: Line = ""
    open_to_records: bool = False
    convictions: Code | None = None
    convictions_note: Passage = ""
    job_limits: Codes = ()
    offers: Passage = ""
    interviews_inside: bool = False
    applies_with: Code | None = None
    how_to_apply: Passage = ""
    evidence: Passage = ""
    evidence_on: date | None = None
    consent_to_list: bool = False
    agreement_ends: date | None = None

    @property
    def ends(self) -> date | None:
        """The day on which what was agreed with them ends."""
        return self.agreement_ends

    def blocks(self) -> Iterator[Block]:
        """What work, where, and what they ask about a record."""
        yield from several(Label.KIND, "occupations", self.occupations)
        yield from said(Label.AREA, self.location)
        yield from said(Label.WHAT_YOU_GET, self.offers)
        yield from one(Label.CONVICTIONS, "convictions", self.convictions)
        yield from said(Label.CONVICTIONS, self.convictions_note)
        yield from several(Label.THINK_ABOUT, "job-limits", self.job_limits)
        yield from one(Label.HOW_TO_ASK, "ways", self.applies_with)
        yield from said(Label.HOW_TO_ASK, self.how_to_apply)
        yield from self.remarks("open_to_records", "interviews_inside")
        yield from said(Label.GOOD_TO_KNOW, self.evidence)

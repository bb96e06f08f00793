"""A place to live: a scheme or a provider of homes."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from kiosk.exchange.blocks import Block, CountValue, Fact, Label
from kiosk.exchange.kinds.fields import (
    Age,
    Codes,
    Fields,
    Length,
    Number,
    Pay,
    lasting,
    one,
    paid,
    said,
    several,
)
from kiosk.exchange.model import Code, Line, Passage

Settled = Literal["settled", "supported", "short", "emergency"]


class Housing(Fields):
    """One scheme. `settled` says how long a home it is; settled ones stand first.

    `accepts` are codes of policy/accepts, `housing_type` of policy/housing-types, `referral` of
    policy/ways. `curfew`: whether somebody on a tag may live there. `meets_inside`: whether
    they come to talk before release.
    """

    needed = True
    kind: Literal["housing"] = "housing"
    provider: Line = ""
    run_by: Code | None = None
    housing_type: Code
    settled: Settled
    location: Line = ""
    travel: Passage = ""
    accepts: Codes = ()
    takes: Passage = ""
    does_not_take: Passage = ""
    minimum_age: Age | None = None
    maximum_age: Age | None = None
    bedspaces: Number | None = None
    stay: Length | None = None
    stay_note: Line = ""
    tenancy: Line = ""
    rent: Pay | None = None
    rent_note: Passage = ""
    conditions: Passage = ""
    support: Passage = ""
    mentoring: bool = False
    accessibility: Passage = ""
    curfew: Literal["yes", "no", "ask"] = "ask"
    meets_inside: Literal["yes", "no", "ask"] = "ask"
    needs_health_letter: bool = False
    referral: Codes = ()
    how_to_ask: Passage = ""
    wait: Passage = ""
    move_on: Passage = ""
    evidence: Passage = ""
    spaces_known_on: date | None = None
    agreement_ends: date | None = None

    @property
    def ends(self) -> date | None:
        """The day on which the agreement with the prison ends."""
        return self.agreement_ends

    @property
    def organisation_id(self) -> str | None:
        """The entry of who runs it."""
        return self.run_by

    def blocks(self) -> Iterator[Block]:
        """What it is, whom it takes, how to get in."""
        yield from one(Label.KIND, "housing-types", self.housing_type)
        yield from one(Label.KIND, "settled", self.settled)
        yield from lasting(Label.HOW_LONG, self.stay, self.stay_note)
        yield from several(Label.TAKES, "accepts", self.accepts)
        yield from said(Label.TAKES, self.takes)
        yield from said(Label.DOES_NOT_TAKE, self.does_not_take)
        yield from said(Label.WHERE, self.location)
        yield from said(Label.GETTING_THERE, self.travel)
        if self.bedspaces:
            yield Fact(label=Label.PLACES, value=CountValue(number=self.bedspaces))
        yield from said(Label.CONTRACT, self.tenancy)
        yield from paid(Label.COST, self.rent)
        yield from said(Label.COST, self.rent_note)
        yield from self._living()
        yield from self._asking()

    def _living(self) -> Iterator[Block]:
        yield from said(Label.SUPPORT, self.support)
        yield from said(Label.THINK_ABOUT, self.conditions)
        yield from said(Label.ACCESS, self.accessibility)
        yield from said(Label.LEADS_TO, self.move_on)
        yield from said(Label.WHO_RUNS_IT, self.provider)

    def _asking(self) -> Iterator[Block]:
        yield from several(Label.HOW_TO_ASK, "ways", self.referral)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from said(Label.WAIT, self.wait)
        also = tuple(
            remark
            for remark, answer in (("on-a-tag", self.curfew), ("meets-inside", self.meets_inside))
            if answer == "yes"
        )
        yield from self.remarks("mentoring", "needs_health_letter", more=also)
        yield from said(Label.GOOD_TO_KNOW, self.evidence)

"""Somebody who helps, with the names of Open Referral HSDS 3.0."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, Label, Notice
from kiosk.exchange.kinds.fields import Age, Codes, Fields, Ids, linked, said, several
from kiosk.exchange.kinds.hsds import Phone, Schedule, calling, opening
from kiosk.exchange.model import Code, Line, Passage


class Service(Fields):
    """One service. `settings` are codes of policy/settings, `referral` of policy/ways.

    `core` is for reports: it belongs to what every prison owes. `contract_ends` is the day
    after which the entry is shown no more.
    """

    needed = True
    for_authors = ("agreement",)
    kind: Literal["service"] = "service"
    organization: Line = ""
    run_by: Code | None = None
    status: Literal["active", "temporarily-closed"] = "active"
    alert: Passage = ""
    settings: Codes = ()
    eligibility_description: Passage = ""
    not_for: Passage = ""
    minimum_age: Age | None = None
    maximum_age: Age | None = None
    what_you_get: Passage = ""
    what_happens: Passage = ""
    one_to_one: Literal["", "one-to-one", "group", "both"] = ""
    location: Line = ""
    schedules: tuple[Schedule, ...] = Field(default=(), max_length=14)
    schedule_note: Passage = ""
    referral: Codes = ()
    application_process: Passage = ""
    required_documents: Passage = ""
    fees_description: Passage = ""
    wait_time: Passage = ""
    length: Passage = ""
    phones: tuple[Phone, ...] = Field(default=(), max_length=6)
    address: Passage = ""
    accessibility: Passage = ""
    interpretation_services: Passage = ""
    confidential: Passage = ""
    through_the_gate: bool = False
    peer_led: bool = False
    core: bool = False
    quality: Line = ""
    agreement: Line = ""
    contract_ends: date | None = None
    outside: Ids = ()

    @property
    def ends(self) -> date | None:
        """The day on which the contract ends."""
        return self.contract_ends

    @property
    def organisation_id(self) -> str | None:
        """The entry of who runs it."""
        return self.run_by

    def blocks(self) -> Iterator[Block]:
        """Who, what, when and where; then how to ask."""
        if self.alert:
            yield Notice(severity="attention", text=self.alert)
        yield from said(Label.WHO, self.eligibility_description)
        yield from said(Label.DOES_NOT_TAKE, self.not_for)
        yield from said(Label.WHAT_YOU_GET, self.what_you_get)
        yield from said(Label.WHAT_HAPPENS, self.what_happens)
        yield from said(Label.HOW_LONG, self.length)
        yield from opening(Label.WHEN, self.schedules)
        yield from said(Label.WHEN, self.schedule_note)
        yield from several(Label.WHERE, "settings", self.settings)
        yield from said(Label.WHERE, self.location)
        yield from several(Label.HOW_TO_ASK, "ways", self.referral)
        yield from said(Label.HOW_TO_ASK, self.application_process)
        yield from said(Label.WAIT, self.wait_time)
        yield from self._rest()

    def _rest(self) -> Iterator[Block]:
        yield from said(Label.BRING, self.required_documents)
        yield from said(Label.COST, self.fees_description)
        yield from calling(self.phones)
        yield from said(Label.ADDRESS, self.address)
        yield from said(Label.ACCESS, self.accessibility)
        yield from said(Label.LANGUAGES, self.interpretation_services)
        yield from said(Label.WHO_RUNS_IT, self.organization)
        yield from said(Label.GOOD_TO_KNOW, self.confidential)
        met = (self.one_to_one,) if self.one_to_one else ()
        yield from self.remarks("through_the_gate", "peer_led", more=met)
        yield from linked(self.outside)

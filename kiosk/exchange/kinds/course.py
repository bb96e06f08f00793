"""Something to learn: a course, a qualification, a programme."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, CountValue, Fact, Label
from kiosk.exchange.kinds.fields import (
    Codes,
    Fields,
    Ids,
    Length,
    Number,
    lasting,
    linked,
    on,
    one,
    said,
    several,
)
from kiosk.exchange.kinds.hsds import Schedule, opening
from kiosk.exchange.model import Code, Line, Passage


class Course(Fields):
    """One course. `level` is a code of policy/levels, `settings` of policy/settings.

    `occupations` and `leads_to_ids` (vacancies, employers, other courses) are what it leads to.
    `minimum_left` is how long somebody must still be here. `programme`: staff decide who goes.
    """

    needed = True
    kind: Literal["course"] = "course"
    provider: Line = ""
    run_by: Code | None = None
    settings: Codes = ()
    location: Line = ""
    level: Code | None = None
    qualification: Line = ""
    accredited_by: Line = ""
    length: Length | None = None
    length_note: Line = ""
    schedules: tuple[Schedule, ...] = Field(default=(), max_length=14)
    starts: date | None = None
    starts_note: Line = ""
    places: Number | None = None
    one_to_one: Literal["", "one-to-one", "group", "both"] = ""
    who: Passage = ""
    entry_requirements: Passage = ""
    minimum_left: Length | None = None
    remand: Literal["yes", "no", "ask"] = "ask"
    programme: bool = False
    occupations: Codes = ()
    leads_to: Passage = ""
    leads_to_ids: Ids = ()
    follow_on: Passage = ""
    wait: Passage = ""
    fees_description: Passage = ""
    accessibility: Passage = ""
    referral: Codes = ()
    how_to_ask: Passage = ""
    evidence: Passage = ""

    @property
    def organisation_id(self) -> str | None:
        """The entry of who runs it."""
        return self.run_by

    def blocks(self) -> Iterator[Block]:
        """What and when, who can go, what it leads to."""
        yield from one(Label.LEVEL, "levels", self.level)
        yield from said(Label.WHAT_YOU_GET, self.qualification)
        yield from lasting(Label.HOW_LONG, self.length, self.length_note)
        yield from on(Label.STARTS, self.starts)
        yield from said(Label.STARTS, self.starts_note)
        yield from opening(Label.WHEN, self.schedules)
        yield from several(Label.WHERE, "settings", self.settings)
        yield from said(Label.WHERE, self.location)
        if self.places:
            yield Fact(label=Label.PLACES, value=CountValue(number=self.places))
        yield from self._who()
        yield from said(Label.WAIT, self.wait)
        yield from several(Label.HOW_TO_ASK, "ways", self.referral)
        yield from said(Label.HOW_TO_ASK, self.how_to_ask)
        yield from said(Label.COST, self.fees_description)
        yield from said(Label.WHO_RUNS_IT, self.provider)
        yield from self._after()

    def _who(self) -> Iterator[Block]:
        yield from said(Label.WHO, self.who)
        yield from said(Label.SKILLS, self.entry_requirements)
        yield from lasting(Label.TIME_LEFT, self.minimum_left)
        yield from said(Label.ACCESS, self.accessibility)
        also = {"yes": ("remand-too",), "no": ("not-on-remand",)}.get(self.remand, ())
        met = (self.one_to_one,) if self.one_to_one else ()
        yield from self.remarks("programme", more=(*met, *also))

    def _after(self) -> Iterator[Block]:
        yield from several(Label.LEADS_TO, "occupations", self.occupations)
        yield from said(Label.LEADS_TO, self.leads_to)
        yield from said(Label.LEADS_TO, self.follow_on)
        yield from linked(self.leads_to_ids)

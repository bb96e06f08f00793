"""A job, with the names of schema.org JobPosting."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from kiosk.exchange.blocks import Block, CountValue, Fact, Label
from kiosk.exchange.kinds.fields import (
    Codes,
    Fields,
    Hours,
    Ids,
    Number,
    Pay,
    linked,
    on,
    one,
    paid,
    quarters,
    said,
    several,
)
from kiosk.exchange.model import Code, Line, Passage


class Vacancy(Fields):
    """One job.

    `employer` is the id of an entry; `hiring_organization` its name, empty when it is held back.
    `convictions` is what they ask about a record (policy/convictions), `job_limits` what may not
    go together with somebody's rules (policy/job-limits): neutral words, never an offence.
    `inside`: work in this prison, with what is learned at it in `job_benefits`.
    Without `valid_through` they keep on looking, and the entry ends at its review. A job that
    nobody looked at for six weeks is not shown as open: a stick that is a month late still brings
    newer ones.
    """

    needed = True
    believed = timedelta(days=42)
    kind: Literal["vacancy"] = "vacancy"
    hiring_organization: Line = ""
    employer: Code | None = None
    occupational_category: Code | None = None
    sector: Code | None = None
    inside: bool = False
    job_location: Line = ""
    job_location_type: Literal["on-site", "hybrid", "remote"] = "on-site"
    travel: Passage = ""
    base_salary: Pay | None = None
    minimum_wage: bool = False
    weekly_hours: Hours | None = None
    weekly_hours_to: Hours | None = None
    work_hours: Line = ""
    work_patterns: Codes = ()
    employment_type: Code | None = None
    total_job_openings: Number | None = None
    qualifications: Passage = ""
    skills: Passage = ""
    job_benefits: Passage = ""
    convictions: Code | None = None
    convictions_note: Passage = ""
    job_limits: Codes = ()
    only_for_prison_leavers: bool = False
    day_release: Literal["yes", "no", "unknown"] = "unknown"
    job_start_date: date | None = None
    valid_through: date | None = None
    how_to_apply: Passage = ""
    applies_with: Code | None = None
    required_documents: Passage = ""
    identifier: Line = ""
    posted_by: Literal["", "employer", "board", "charity"] = ""
    date_loaded: date | None = None
    courses: Ids = Field(default=())

    @property
    def ends(self) -> date | None:
        """The closing day."""
        return self.valid_through

    @property
    def organisation_id(self) -> str | None:
        """The employer's entry."""
        return self.employer

    @property
    def week_quarters(self) -> tuple[int, int] | None:
        """The least and most hours of a week, counted in quarters of one, to reckon pay with."""
        if self.weekly_hours is None:
            return None
        least = quarters(self.weekly_hours)
        return least, max(least, quarters(self.weekly_hours_to or self.weekly_hours))

    def blocks(self) -> Iterator[Block]:
        """Pay first, then when and where, then what they ask."""
        yield from said(Label.EMPLOYER, self.hiring_organization)
        yield from paid(Label.PAY, self.base_salary)
        yield from self._hours()
        yield from one(Label.CONTRACT, "contracts", self.employment_type)
        yield from one(Label.KIND, "occupations", self.occupational_category)
        yield from one(Label.WHERE, "settings", "custody" if self.inside else None)
        yield from said(Label.WHERE, self.job_location)
        yield from said(Label.GETTING_THERE, self.travel)
        yield from on(Label.STARTS, self.job_start_date)
        yield from on(Label.CLOSES, self.valid_through)
        if self.total_job_openings:
            value = CountValue(number=self.total_job_openings)
            yield Fact(label=Label.PLACES, value=value)
        yield from self._asked()
        yield from linked(self.courses)

    def _hours(self) -> Iterator[Block]:
        week = self.week_quarters
        if week is None:
            yield from said(Label.HOURS, self.work_hours)
        else:
            number, part = divmod(week[0], 4)
            up_to = -(-week[1] // 4) if week[1] > week[0] else None
            value = CountValue(
                number=number,
                quarters=0 if up_to else part,
                up_to=up_to,
                unit="hours-a-week",
                note=self.work_hours,
            )
            yield Fact(label=Label.HOURS, value=value)
        yield from several(Label.HOURS, "work-patterns", self.work_patterns)

    def _asked(self) -> Iterator[Block]:
        yield from said(Label.SKILLS, self.qualifications)
        yield from said(Label.SKILLS, self.skills)
        yield from said(Label.WHAT_YOU_GET, self.job_benefits)
        yield from one(Label.CONVICTIONS, "convictions", self.convictions)
        yield from said(Label.CONVICTIONS, self.convictions_note)
        yield from several(Label.THINK_ABOUT, "job-limits", self.job_limits)
        out = ("day-release",) if self.day_release == "yes" else ()
        yield from self.remarks("only_for_prison_leavers", "minimum_wage", more=out)
        yield from one(Label.HOW_TO_ASK, "ways", self.applies_with)
        yield from said(Label.HOW_TO_ASK, self.how_to_apply)
        yield from said(Label.BRING, self.required_documents)

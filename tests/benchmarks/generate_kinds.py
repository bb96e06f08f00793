"""The typed fields of a believable entry, chosen by dice."""

import random
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from kiosk.exchange.entries import Kind
from kiosk.exchange.kinds.about import About
from kiosk.exchange.kinds.contact import Contact
from kiosk.exchange.kinds.course import Course
from kiosk.exchange.kinds.employer import Employer
from kiosk.exchange.kinds.fields import Length, Pay
from kiosk.exchange.kinds.guide import Guide
from kiosk.exchange.kinds.housing import Housing, Settled
from kiosk.exchange.kinds.hsds import Phone, Schedule
from kiosk.exchange.kinds.service import Service
from kiosk.exchange.kinds.session import Session
from kiosk.exchange.kinds.term import Term
from kiosk.exchange.kinds.vacancy import Vacancy
from kiosk.exchange.kinds.weekly import DAYS, Day, Times

OCCUPATIONS = (
    *("building", "labouring", "factory", "warehouse", "driving", "kitchen", "cooking"),
    *("cleaning", "gardens", "shop", "office", "care", "hair", "waste"),
)
ASKED = ("open", "asked-later", "unspent", "each-person", "checks", "unknown")
LIMITS = ("near-children", "handles-money", "drives", "night-hours", "in-homes")
PATTERNS = ("days", "weekdays", "weekends", "evenings", "nights", "shifts")
TYPES = ("council", "association", "private", "shared", "supported", "lodgings", "hostel")
SETTLED: tuple[Settled, ...] = ("settled", "supported", "short", "emergency")
TAKES = ("single", "couples", "men", "women", "children", "pets", "young", "on-a-tag")
MONDAY = datetime(2026, 11, 2, 9, 0)  # noqa: DTZ001 - wall time
Maker = Callable[[random.Random, str, str, date], About]


def fields(dice: random.Random, kind: Kind, place: str, firm: str, last: date) -> About:
    """Make the fields of one entry; what ends does so before `last`."""
    return MAKERS[kind](dice, place, firm, last)


def _vacancy(dice: random.Random, place: str, firm: str, last: date) -> Vacancy:
    least = dice.randrange(1_221, 1_700)
    hours = dice.choice(("16", "24", "30", "37.5", "40"))
    return Vacancy(
        hiring_organization=f"{firm} Ltd",
        occupational_category=dice.choice(OCCUPATIONS),
        job_location=place,
        travel=f"Bus {dice.randrange(1, 60)}",
        base_salary=Pay(minimum=least, maximum=least + dice.choice((0, 50, 200)), unit="hour"),
        weekly_hours=hours,
        work_patterns=(dice.choice(PATTERNS),),
        employment_type=dice.choice(("permanent", "temporary", "casual")),
        total_job_openings=dice.randrange(1, 9),
        convictions=dice.choice(ASKED),
        job_limits=tuple(dice.sample(LIMITS, dice.randrange(3))),
        valid_through=last - timedelta(days=dice.randrange(100, 370)),
        applies_with="adviser",
        how_to_apply="An adviser applies with you on paper.",
    )


def _housing(dice: random.Random, place: str, firm: str, _last: date) -> Housing:
    months = dice.randrange(3, 24)
    return Housing(
        provider=f"{firm} Homes",
        housing_type=dice.choice(TYPES),
        settled=dice.choice(SETTLED),
        location=place,
        travel=f"Bus {dice.randrange(1, 60)}",
        accepts=tuple(dice.sample(TAKES, 3)),
        bedspaces=dice.randrange(1, 30),
        stay=Length(number=months, unit="months"),
        rent=Pay(minimum=dice.randrange(8_000, 16_000), unit="week"),
        support="A worker comes twice a week.",
        referral=("housing-worker",),
        wait="Allow six weeks.",
    )


def _service(dice: random.Random, place: str, firm: str, _last: date) -> Service:
    return Service(
        organization=f"{firm} Advice, a charity",
        settings=(dice.choice(("custody", "community")),),
        eligibility_description="Anyone. On remand too.",
        what_you_get="A talk, 20 to 40 minutes. A list of next steps.",
        location=f"{place}, room {dice.randrange(1, 9)}",
        schedules=(Schedule(byday=_days(dice), opens_at="09:30", closes_at="11:30"),),
        referral=("yourself",),
        application_process="You need an appointment slip.",
        phones=(Phone(number=f"0800 000 {dice.randrange(10_000):04}"),),
        fees_description="Free",
    )


def _employer(dice: random.Random, place: str, _firm: str, _last: date) -> Employer:
    return Employer(
        occupations=tuple(dice.sample(OCCUPATIONS, 2)),
        location=place,
        open_to_records=dice.random() < 0.5,
        convictions=dice.choice(ASKED),
        offers="They train on the job.",
        consent_to_list=True,
    )


def _course(dice: random.Random, _place: str, firm: str, last: date) -> Course:
    return Course(
        provider=f"{firm} College",
        settings=("custody",),
        level=dice.choice(("entry", "1", "2")),
        length=Length(number=dice.randrange(1, 12), unit="weeks"),
        schedules=(Schedule(byday=_days(dice), opens_at="13:45", closes_at="15:45"),),
        starts=last - timedelta(days=dice.randrange(100, 380)),
        places=dice.randrange(6, 16),
        occupations=(dice.choice(OCCUPATIONS),),
        referral=("adviser",),
    )


def _session(dice: random.Random, _place: str, firm: str, _last: date) -> Session:
    first = MONDAY + timedelta(days=dice.randrange(5))
    times = Times(
        dtstart=first,
        duration=timedelta(hours=dice.randrange(1, 3)),
        rrule=f"FREQ=WEEKLY;BYDAY={DAYS[first.weekday()]}",
    )
    return Session(times=times, location=f"Room {dice.randrange(1, 9)}", staffed_by=firm)


def _contact(dice: random.Random, _place: str, firm: str, _last: date) -> Contact:
    number = Phone(number=f"0800 000 {dice.randrange(10_000):04}")
    return Contact(department=firm, reached=("phone",), phones=(number,))


def _guide(_dice: random.Random, _place: str, _firm: str, _last: date) -> Guide:
    return Guide(who="Anyone. On remand too.", who_to_tell="The office that pays you.")


def _term(_dice: random.Random, _place: str, firm: str, _last: date) -> Term:
    return Term(stands_for=f"{firm} rule")


def _days(dice: random.Random) -> tuple[Day, ...]:
    return tuple(dice.sample(DAYS[:5], 2))


MAKERS: Mapping[Kind, Maker] = {
    Kind.VACANCY: _vacancy,
    Kind.HOUSING: _housing,
    Kind.SERVICE: _service,
    Kind.EMPLOYER: _employer,
    Kind.COURSE: _course,
    Kind.SESSION: _session,
    Kind.CONTACT: _contact,
    Kind.GUIDE: _guide,
    Kind.TERM: _term,
}

"""What a list says of an entry beside its title, from the fields of its kind."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import get_args

from kiosk.exchange.entries import Entry
from kiosk.exchange.kinds.course import Course
from kiosk.exchange.kinds.employer import Employer
from kiosk.exchange.kinds.housing import Housing, Settled
from kiosk.exchange.kinds.vacancy import Vacancy

WEEKS_OF_YEAR = Fraction(52)
MONTHS_OF_YEAR = 12
QUARTERS = 4
"""Quarters in an hour."""
SETTLED = {name: number for number, name in enumerate(get_args(Settled))}
"""Settled places first, a bed for some nights last."""
OPEN = "open"
"""The code of policy/convictions for who takes people with a record."""
Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Traits:
    """What a line says. `quarters`: the hours of a week, least and most, in quarters of one.

    `week_pence`: pay of a week before tax, least and most, reckoned from the pay that is named.
    `by_hour`: pence of an hour that were reckoned with; none where the pay is for a longer time.
    """

    quarters: Range | None = None
    week_pence: Range | None = None
    by_hour: Range | None = None
    closes: date | None = None
    starts: date | None = None
    convictions: str = ""
    settled: str = ""
    accepts: tuple[str, ...] = ()
    where: str = ""
    firm: str = ""


def traits(entry: Entry) -> Traits:
    """Read what a list shows; nothing where the kind has no fields."""
    about = entry.about
    if isinstance(about, Vacancy):
        return _job(about, entry)
    if isinstance(about, Housing):
        return Traits(
            settled=about.settled,
            accepts=about.accepts,
            where=about.location,
            firm=about.provider,
        )
    if isinstance(about, Employer):
        return Traits(convictions=about.convictions or (OPEN if about.open_to_records else ""))
    return Traits(starts=about.starts) if isinstance(about, Course) else Traits()


def order_of(entry: Entry) -> str:
    """Put first what should stand first among its kind; the title decides after that."""
    about = entry.about
    if isinstance(about, Housing):
        return str(SETTLED[about.settled])
    return str(int(not about.open_to_records)) if isinstance(about, Employer) else ""


def work_of(entry: Entry) -> tuple[str, ...]:
    """Name the kinds of work that an entry is about."""
    about = entry.about
    if isinstance(about, Vacancy) and about.occupational_category:
        return (about.occupational_category,)
    return tuple(getattr(about, "occupations", ()))


def week_pay(pence: int, each: str, quarters: int | None) -> int | None:
    """Reckon the pay of one week: hours times pay, or a 52nd of a year; none where hours fail."""
    if each == "hour":
        return None if quarters is None else round(Fraction(pence * quarters, QUARTERS))
    yearly = {"day": None, "week": WEEKS_OF_YEAR, "month": MONTHS_OF_YEAR, "year": 1}.get(each)
    return None if yearly is None else round(Fraction(pence) * yearly / WEEKS_OF_YEAR)


def _job(about: Vacancy, entry: Entry) -> Traits:
    pay, quarters = about.base_salary, about.week_quarters
    week = hourly = None
    if pay:
        most = pay.maximum or pay.minimum
        least_hours, most_hours = quarters or (None, None)
        least = week_pay(pay.minimum, pay.unit, least_hours)
        top = week_pay(most, pay.unit, most_hours)
        week = (least, top) if least is not None and top is not None else None
        hourly = (pay.minimum, most) if pay.unit == "hour" else None
    return Traits(
        quarters=quarters,
        week_pence=week,
        by_hour=hourly,
        closes=about.valid_through or entry.valid_to,
        convictions=about.convictions or "",
        where=about.job_location,
        firm=about.hiring_organization,
    )

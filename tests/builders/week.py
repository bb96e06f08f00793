"""A week on a wing, with everything defaulted."""

from datetime import date, datetime, timedelta

from kiosk.catalogue.week import Happening, Week
from kiosk.exchange.entries import Entry, Kind, Sensitivity
from kiosk.exchange.kinds.about import About
from kiosk.exchange.kinds.daily import Daily, Slot
from kiosk.exchange.kinds.event import Event
from kiosk.exchange.kinds.session import Session
from kiosk.exchange.kinds.weekly import Times
from kiosk.exchange.policy import Term, Vocabulary
from tests.builders.exchange import an_entry
from tests.builders.reading import a_card

SUNDAY = date(2026, 11, 22)
TUESDAY = date(2026, 11, 24)
RECURRING = Vocabulary(
    name="daily",
    terms=(
        Term(code="unlock", icon="door-open", names={"en": "Unlock"}),
        Term(code="gym", icon="barbell", names={"en": "Gym"}),
        Term(code="worship", icon="hands-praying", names={"en": "Worship"}),
        Term(code="meals", icon="fork-knife", names={"en": "Meals"}),
    ),
)


def some_times(
    rule: str | None = "FREQ=WEEKLY;BYDAY=TU",
    *,
    first: date = TUESDAY,
    hour: int = 9,
    minutes: int | None = 120,
    cancelled: tuple[date, ...] = (),
) -> Times:
    return Times(
        dtstart=datetime(first.year, first.month, first.day, hour, 30),  # noqa: DTZ001  wall time
        duration=timedelta(minutes=minutes) if minutes else None,
        rrule=rule,
        exdate=cancelled,
    )


def an_entry_about(
    about: About,
    name: str = "",
    *,
    title: str = "",
    sensitivity: Sensitivity = "open",
    valid_to: date | None = None,
) -> Entry:
    entry = an_entry(name or f"the-{about.kind}", title=title or about.kind.title())
    changes = {
        "kind": Kind(about.kind),
        "about": about,
        "sensitivity": sensitivity,
        "valid_to": valid_to or about.ends,
    }
    return entry.model_copy(update=changes)


def a_session(times: Times | None = None, **more: object) -> Session:
    return Session(times=times or some_times(), **more)  # type: ignore[arg-type]


def an_event(times: Times | None = None, **more: object) -> Event:
    return Event(times=times or some_times(None), **more)  # type: ignore[arg-type]


def a_daily(*slots: Slot, what: str = "gym") -> Daily:
    return Daily(what=what, slots=slots)


def a_full_week(first: date = SUNDAY) -> Week:
    """What a wing may have: times, a session, something cancelled, something for some only."""
    days = [first + timedelta(days=n) for n in range(7)]
    found = []
    for day in days:
        found += [
            Happening(day, "08:30", "", "Times", "Unlock", entry="times", about="unlock"),
            Happening(day, "09:30", "11:30", "Housing talks", entry="talks", kind=Kind.SESSION),
            Happening(
                day,
                "10:00",
                "11:00",
                "Worship",
                "Church service",
                "Chapel",
                "worship",
                about="worship",
            ),
            Happening(
                day,
                "14:00",
                "15:30",
                "Library",
                where="Library",
                kind=Kind.SESSION,
                cancelled=True,
                why="The librarian is away.",
            ),
            Happening(day, "17:15", "18:30", "Gym", where="Sports hall", entry="gym", about="gym"),
            Happening(day, "18:45", "", "Times", "Lock up", entry="times", about="unlock"),
        ]
    timeless = (
        a_card("canteen", title="Canteen", kind=Kind.DAILY),
        a_card("menu", title="Food and the menu sheet", kind=Kind.DAILY),
    )
    return Week(first, tuple(found), timeless)

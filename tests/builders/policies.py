"""What a site says of itself and of its days, each with everything chosen already."""

from datetime import date

from kiosk.exchange.policy import Calendar, Clock, Route, SiteProfile, Wing


def a_route() -> Route:
    """How to reach help."""
    return Route(
        listener_day="Ask any officer for a Listener.",
        listener_night="Press your cell bell. Ask for a Listener.",
        phone="Samaritans 116 123, free.",
        chaplain="Ask for the chaplain.",
        ill="Tell an officer.",
    )


def a_profile(site: str = "MVX") -> SiteProfile:
    """What is particular to the demonstration prison."""
    return SiteProfile(
        site=site,
        names={"en": "HMP Marlow Vale"},
        nation="england",
        wings=(Wing(id="B", names={"en": "B wing"}),),
        help={"en": a_route()},
        councils=("marlow",),
        rooms=("Room 2",),
        retention={"en": "12 months"},
        manager={"en": "Ask for the resettlement manager."},
        collects={"en": "Staff carry it every day."},
    )


def a_clock() -> Clock:
    """The housing clock: carried 1, read 1, answered 7."""
    return Clock(
        code="housing",
        carried=1,
        read=1,
        answered=7,
        valid_from=date(2026, 1, 1),
        source="fictional",
        owner="Resettlement team",
    )


def a_calendar(known_to: date = date(2027, 12, 31)) -> Calendar:
    """The bank holidays near the tests' days."""
    days = (date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1))
    return Calendar(holidays=days, known_to=known_to, source="Bank holidays, England and Wales")

"""What happens on a wing, day by day."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.catalogue.cards import Card, Shown
from kiosk.catalogue.week import Week, week_from
from kiosk.exchange.entries import Entry, Kind
from kiosk.exchange.kinds.daily import Slot
from kiosk.exchange.policy import Session as FixedTime
from kiosk.exchange.policy import SiteProfile
from tests.builders.policies import a_profile
from tests.builders.week import (
    SUNDAY,
    TUESDAY,
    a_daily,
    a_session,
    an_entry_about,
    an_event,
    some_times,
)


@dataclass(frozen=True, slots=True)
class Pages:
    """A catalogue with these entries, and this profile."""

    entries: tuple[Entry, ...] = ()
    site: SiteProfile | None = None
    stale: bool = False

    def of_kind(self, kind: Kind, language: str) -> tuple[Card, ...]:
        return tuple(
            Card(one.id, one.kind, one.title, "", "", one.checked_on, language, self.stale)
            for one in self.entries
            if one.kind is kind
        )

    def entry(self, entry_id: str, language: str) -> Shown | None:
        found = (one for one in self.entries if one.id == entry_id)
        return next((Shown(one, language, stale=self.stale) for one in found), None)

    def profile(self) -> SiteProfile | None:
        return self.site


def laid_out(*entries: Entry, wing: str = "B", first: date = SUNDAY) -> Week:
    return week_from(Pages(entries), "en", wing, first)


def test_a_session_is_on_its_day_with_its_hours() -> None:
    week = laid_out(an_entry_about(a_session(), title="Library"))

    (one,) = week.happenings
    assert (one.day, one.start, one.end, one.what) == (TUESDAY, "09:30", "11:30", "Library")


def test_a_week_is_seven_days_from_the_day_asked_for() -> None:
    week = laid_out(first=TUESDAY)
    assert week.days[0] == TUESDAY
    assert week.days[-1] == TUESDAY + timedelta(days=6)


def test_without_an_end_only_the_beginning_is_said() -> None:
    week = laid_out(an_entry_about(a_session(some_times(minutes=None))))
    assert week.happenings[0].end == ""


def test_what_is_cancelled_on_a_day_is_shown_as_cancelled() -> None:
    week = laid_out(an_entry_about(a_session(some_times(cancelled=(TUESDAY,)))))
    assert [one.cancelled for one in week.happenings] == [True]


def test_a_session_that_is_cancelled_says_why() -> None:
    session = an_entry_about(a_session(cancelled="The worker is away."))
    week = laid_out(session.model_copy(update={"checked_on": SUNDAY}))

    (one,) = week.happenings
    assert one.cancelled
    assert one.why == "The worker is away."


def test_a_cancelled_session_is_on_again_after_seven_days_by_itself() -> None:
    session = an_entry_about(a_session(cancelled="The worker is away."))
    week = laid_out(session.model_copy(update={"checked_on": SUNDAY - timedelta(days=7)}))

    assert [(one.cancelled, one.why) for one in week.happenings] == [(False, "")]


def test_where_days_are_named_only_those_are_cancelled() -> None:
    times = some_times("FREQ=WEEKLY;BYDAY=TU").model_copy(
        update={"exdate": (SUNDAY + timedelta(days=9),)}
    )
    session = an_entry_about(a_session(times, cancelled="The worker is away."))
    weeks = [
        laid_out(session.model_copy(update={"checked_on": SUNDAY}), first=SUNDAY + timedelta(n))
        for n in (0, 7)
    ]

    assert [one.cancelled for week in weeks for one in week.happenings] == [False, True]


def test_every_second_week_is_every_second_week() -> None:
    session = a_session(some_times("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"))
    weeks = [
        laid_out(an_entry_about(session), first=SUNDAY + timedelta(weeks=n)).happenings
        for n in range(3)
    ]
    assert [len(week) for week in weeks] == [1, 0, 1]


def test_an_event_is_on_its_one_day() -> None:
    fair = an_entry_about(an_event(location="Visits hall"), title="Job fair")
    assert [one.where for one in laid_out(fair).happenings] == ["Visits hall"]
    assert laid_out(fair, first=SUNDAY + timedelta(weeks=1)).happenings == ()


def test_times_of_another_wing_are_not_shown() -> None:
    gym = an_entry_about(
        a_daily(
            Slot(times=some_times(hour=9), what="A wing", wings=("A",)),
            Slot(times=some_times(hour=17), what="B wing", wings=("B",)),
            Slot(times=some_times(hour=19), what="Over 50s"),
        ),
        title="Gym",
    )

    shown = [(one.start, one.part) for one in laid_out(gym).happenings]

    assert shown == [("17:30", ""), ("19:30", "Over 50s")]


def test_a_session_of_one_service_does_not_say_its_room() -> None:
    """Who walks to that room is seen by the whole wing; the slip says it to who needs it."""
    week = laid_out(
        an_entry_about(a_session(service="housing-help", location="Room 2"), "one"),
        an_entry_about(a_session(referral=("slip",), location="Room 3"), "two"),
        an_entry_about(a_session(location="Library"), "three"),
    )
    assert sorted(one.where for one in week.happenings) == ["", "", "Library"]


def test_what_is_private_is_on_no_week() -> None:
    week = laid_out(
        an_entry_about(a_session(), "one", sensitivity="private"),
        an_entry_about(a_session(), "two", sensitivity="help"),
        an_entry_about(a_daily(), "three", sensitivity="private"),
    )
    assert not week.is_known


def test_what_was_not_checked_lately_is_not_shown_as_if_it_were_true() -> None:
    entries = (an_entry_about(a_session()),)
    assert not week_from(Pages(entries, stale=True), "en", "B", SUNDAY).is_known


def test_daily_life_without_times_is_listed_beside_the_days() -> None:
    week = laid_out(an_entry_about(a_daily(what="canteen"), title="Canteen"))

    assert [card.title for card in week.timeless] == ["Canteen"]
    assert week.happenings == ()
    assert week.is_known


def test_the_fixed_times_of_the_prison_stand_among_them() -> None:
    times = [
        FixedTime(what={"en": "Kit change"}, days=(1,), start="10:00", end="11:00",
                  where={"en": "Your wing"}, wings=wings)
        for wings in ((), ("B",), ("C",))
    ]  # fmt: skip
    profile = a_profile().model_copy(update={"sessions": tuple(times)})

    week = week_from(Pages(site=profile), "en", "B", SUNDAY)

    assert [(one.day, one.what, one.where) for one in week.happenings] == [
        (TUESDAY, "Kit change", "Your wing")
    ] * 2


def test_a_day_is_in_order() -> None:
    week = laid_out(
        an_entry_about(a_session(some_times(hour=14)), "late"),
        an_entry_about(a_session(some_times(hour=8)), "early"),
    )
    assert [one.entry for one in week.on(TUESDAY)] == ["early", "late"]


def test_a_prison_that_has_said_nothing_has_no_week() -> None:
    assert not laid_out().is_known

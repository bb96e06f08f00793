"""The week on one wing, as it is shown."""

from datetime import timedelta

import pytest

from tests.stage import Stage  # isort: skip  the text engine comes before the first widget

from kiosk.catalogue.week import Happening, Week
from kiosk.screens.parts.shapes import HeadingItem, RowItem
from kiosk.screens.parts.tiles import EmptyState, Row
from kiosk.screens.places import Place
from kiosk.screens.week.presenter import TIMELESS, WeekOf, WeekPresenter
from kiosk.screens.week.screen import WeekScreen
from kiosk.translation import Words
from tests.builders.week import RECURRING, SUNDAY, a_full_week
from tests.screens.ways import Way
from tests.show import whole


def a_presenter(week: Week | None = None, way: Way | None = None) -> WeekPresenter:
    way, laid_out = way or Way(), week or a_full_week()
    week_of = WeekOf("B", lambda _: laid_out, RECURRING)
    return WeekPresenter(Words(), week_of, way.to, way.back)


def rows(presenter: WeekPresenter) -> list[RowItem]:
    return [row for row in presenter.state.rows if isinstance(row, RowItem)]


def test_it_begins_with_today() -> None:
    state = a_presenter().state

    assert state.title == "This week on B wing"
    assert [day.title for day in state.days][:3] == ["Today", "Monday", "Tuesday"]
    assert state.days[0].here
    assert isinstance(state.rows[0], HeadingItem)
    assert state.rows[0].text == "Sunday 22 November"


def test_another_day_is_shown_when_it_is_touched() -> None:
    presenter = a_presenter(Week(SUNDAY, (a_line(1),)))

    presenter.choose_day((SUNDAY + timedelta(days=1)).isoformat())

    assert presenter.state.rows[0] == HeadingItem("Monday 23 November")
    assert [day.here for day in presenter.state.days][:2] == [False, True]


def a_line(day: int = 0, **more: object) -> Happening:
    return Happening(SUNDAY + timedelta(days=day), "09:30", "11:30", "Gym", **more)  # type: ignore[arg-type]


def test_a_line_says_when_what_and_where() -> None:
    (row,) = rows(a_presenter(Week(SUNDAY, (a_line(where="Sports hall", about="gym"),))))

    assert (row.title, row.text, row.icon) == ("9:30 to 11:30  Gym", "Sports hall", "barbell")


def test_what_is_cancelled_says_so_with_its_reason() -> None:
    line = a_line(cancelled=True, why="No staff.", where="Sports hall")
    (row,) = rows(a_presenter(Week(SUNDAY, (line,))))

    assert (row.mark, row.text, row.icon) == ("Cancelled", "No staff. Sports hall", "prohibit")


def test_a_line_that_leads_to_an_entry_opens_it() -> None:
    way = Way()
    presenter = a_presenter(Week(SUNDAY, (a_line(entry="gym-times"), a_line())), way)

    assert [row.live for row in rows(presenter)] == [True, False]
    presenter.open("gym-times")

    assert way.gone == [(Place.ENTRY, "gym-times")]


def test_what_has_no_time_is_listed_under_every_week() -> None:
    presenter = a_presenter()

    presenter.choose_day(TIMELESS)

    assert [row.title for row in rows(presenter)] == ["Canteen", "Food and the menu sheet"]


def test_a_day_of_which_nothing_is_known_says_so() -> None:
    presenter = a_presenter(Week(SUNDAY, (a_line(3),)))

    assert presenter.state.empty_title == "Nothing is known for this day"
    assert presenter.state.days


def test_a_prison_that_has_said_nothing_is_not_made_up() -> None:
    state = a_presenter(Week(SUNDAY)).state

    assert state.empty_title == "Nobody has put this week on the screen yet"
    assert state.empty_text == "Ask any officer what happens, and when."
    assert state.days == ()


def test_in_another_language_the_week_is_laid_out_anew() -> None:
    asked: list[str] = []

    def lay_out(language: str) -> Week:
        asked.append(language)
        return Week(SUNDAY)

    presenter = WeekPresenter(Words(), WeekOf("B", lay_out, RECURRING), Way().to, Way().back)
    presenter.reword(Words("cy"))

    assert asked == ["en", "cy"]


def test_touching_a_line_opens_its_entry(stage: Stage) -> None:
    way, screen = Way(), WeekScreen()
    screen.attach(a_presenter(Week(SUNDAY, (a_line(entry="gym-times"),)), way))
    stage.show(screen)

    stage.touch(stage.find(Row))

    assert way.gone == [(Place.ENTRY, "gym-times")]


def test_an_empty_week_stands_on_a_card_as_high_as_its_words(stage: Stage) -> None:
    stage.show(whole("week_empty", Words("en")))

    card = stage.find(EmptyState)

    assert card.height == pytest.approx(card.natural_height(card.width), abs=1)

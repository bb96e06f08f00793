"""A person's own list."""

from typing import Any

import pytest

from kiosk.requests.own import OwnRow
from kiosk.requests.progress import Stage
from kiosk.screens.errand import Errand
from kiosk.screens.my_requests.presenter import Mood, MyRequestsPresenter
from kiosk.screens.places import Place
from kiosk.translation import Words
from kiosk.visit.sign_in import SignedIn
from tests.builders.asking import NUMBER, Guide, ShortList, ShortStores, an_own_request, progress_to

PROVEN = SignedIn(NUMBER, proven=True)


def a_list(
    *requests: OwnRow, asker: SignedIn | None = PROVEN, guide: Guide | None = None
) -> MyRequestsPresenter:
    guide = guide or Guide()
    errand = Errand(ShortStores(), asker=asker)
    own = ShortList(list(requests))
    return MyRequestsPresenter(Words("en"), errand, own, guide.to, guide.back)


def test_each_request_says_what_when_and_how_far() -> None:
    row = a_list(an_own_request()).state.rows[0]

    assert row.title == "Housing help"
    assert row.text == "K7-4QX-92, asked on Sunday 22 November"
    assert row.mark == "At the office"


def test_an_answer_is_said_in_the_list() -> None:
    row = a_list(an_own_request(progress=progress_to(Stage.ANSWERED))).state.rows[0]

    assert row.mark == "There is an answer"


def test_a_late_request_says_so() -> None:
    assert (
        a_list(an_own_request(progress=progress_to(late=True))).state.rows[0].mark == "We are late"
    )


def test_an_answered_request_is_late_no_more() -> None:
    request = an_own_request(progress=progress_to(Stage.ANSWERED, late=True))

    assert a_list(request).state.rows[0].mark == "There is an answer"


def test_what_is_over_stands_below_the_others() -> None:
    over = an_own_request(id="2" * 32, title="Work", progress=progress_to(Stage.CLOSED))

    rows = a_list(over, an_own_request()).state.rows

    assert [row.title for row in rows] == ["Housing help", "Work"]


def test_an_empty_list_says_what_is_not_on_it() -> None:
    state = a_list().state

    assert state.mood is Mood.EMPTY
    assert "Private requests stay off it" in state.text
    assert state.ask == "Ask for help"


def test_somebody_unknown_is_asked_to_sign_in() -> None:
    guide = Guide()

    a_list(an_own_request(), asker=None, guide=guide).shown()

    assert guide.went == [(Place.SIGN_IN, "")]


def test_an_unproven_person_sees_no_list() -> None:
    state = a_list(an_own_request(), asker=SignedIn(NUMBER, proven=False)).state

    assert state.mood is Mood.NO_PIN
    assert state.rows == ()


def test_an_unproven_person_can_still_sign_in_with_a_pin() -> None:
    guide = Guide()
    own = a_list(asker=SignedIn(NUMBER, proven=False), guide=guide)

    own.sign_in()
    own.shown()

    assert guide.went[0] == (Place.SIGN_IN, "")
    assert own.state.mood is Mood.NO_PIN


def test_another_persons_requests_are_not_shown() -> None:
    state = a_list(an_own_request(), asker=SignedIn("B2222BB", proven=True)).state

    assert state.rows == ()


def test_a_covered_list_holds_nothing_of_the_requests() -> None:
    own = a_list(an_own_request())

    own.cover()

    assert own.state.mood is Mood.COVERED
    assert "K7-4QX-92" not in repr(own.state)
    assert "Housing" not in repr(own.state)


def test_touching_the_cover_shows_the_list_again() -> None:
    own = a_list(an_own_request())
    own.cover()

    own.uncover()

    assert own.state.rows[0].title == "Housing help"


def test_touching_a_row_opens_the_request() -> None:
    guide = Guide()

    a_list(an_own_request(), guide=guide).open("1" * 32)

    assert guide.went == [(Place.ONE_REQUEST, "1" * 32)]


def test_in_arabic_a_line_that_begins_with_the_number_still_begins_on_the_right() -> None:
    words = Words("ar")

    line = words("{number}, asked on {day}", number="K7-4QX-92", day="x")

    assert line.startswith("\u200f")
    assert not Words("cy")("{number}, asked on {day}", number="K7", day="x").startswith("\u200f")


def test_a_page_that_was_taken_down_is_told_beside_its_request() -> None:
    row = a_list(an_own_request(page_gone=True)).state.rows[0]

    assert row.text == ("K7-4QX-92, asked on Sunday 22 November. That page has been taken down.")
    assert row.mark == "At the office"


@pytest.mark.parametrize(
    "request_of",
    [{"private": True}, {"progress": progress_to(Stage.CLOSED)}],
    ids=["private", "closed"],
)
def test_a_private_or_closed_request_says_nothing_of_its_page(request_of: dict[str, Any]) -> None:
    row = a_list(an_own_request(page_gone=True, **request_of)).state.rows[0]

    assert row.text == "K7-4QX-92, asked on Sunday 22 November"

"""The screen while it is closed."""

from datetime import time

from kiosk.screens.closed.presenter import ClosedPresenter
from kiosk.translation import Words


def test_it_says_when_it_opens_again() -> None:
    state = ClosedPresenter(Words("en"), time(14, 0)).state

    assert (state.title, state.until) == ("Closed for now", "It opens again at 14:00.")


def test_without_an_hour_it_promises_none() -> None:
    assert ClosedPresenter(Words("en"), None).state.until == ""

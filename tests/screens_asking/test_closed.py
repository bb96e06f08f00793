"""The screen while it is closed."""

from datetime import time

from kiosk.screens.closed.presenter import ClosedPresenter
from kiosk.screens.places import Place
from kiosk.translation import Words
from tests.builders.asking import Guide


def test_it_says_when_it_opens_again() -> None:
    state = ClosedPresenter(Words("en"), time(14, 0), Guide().to).state

    assert (state.title, state.until) == ("Closed for now", "It opens again at 14:00.")


def test_without_an_hour_it_promises_none() -> None:
    assert ClosedPresenter(Words("en"), None, Guide().to).state.until == ""


def test_help_now_is_never_closed() -> None:
    guide = Guide()

    ClosedPresenter(Words("en"), None, guide.to).open_help()

    assert guide.went == [(Place.HELP_NOW, "")]

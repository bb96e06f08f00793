"""Signing in, once a visit."""

import pytest

from kiosk.screens.errand import Errand
from kiosk.screens.places import Place
from kiosk.screens.sign_in.presenter import SignInPresenter, SignInState
from kiosk.screens.sign_in.telling import Step
from kiosk.translation import Words
from kiosk.visit.sign_in import SignedIn
from tests.builders.asking import NUMBER, PIN, Guide, ShortStores


class Visit:
    """A person at the sign-in screen."""

    def __init__(self, form: str = "housing-help", **stores: object) -> None:
        self.stores = ShortStores(**stores)  # type: ignore[arg-type]
        self.errand = Errand(self.stores)
        self.guide = Guide()
        self.screen = SignInPresenter(
            Words("en"), self.errand, form, self.guide.to, self.guide.back
        )

    @property
    def state(self) -> SignInState:
        return self.screen.state

    def type(self, text: str) -> None:
        for sign in text:
            self.screen.press(sign)

    def enter(self, number: str = NUMBER, pin: str = PIN) -> None:
        self.type(number)
        self.screen.carry_on()
        self.type(pin)
        self.screen.carry_on()
        self.screen.check()

    def to_the_pin(self) -> None:
        self.type(NUMBER)
        self.screen.carry_on()


def told(visit: Visit) -> list[str]:
    return [line.text for line in visit.state.lines]


def test_number_and_pin_open_the_first_question() -> None:
    visit = Visit()

    visit.enter()

    assert visit.errand.asker == SignedIn(NUMBER, proven=True)
    assert visit.guide.went == [(Place.QUESTION, "housing-help")]
    assert visit.guide.instead


def test_without_a_form_signing_in_opens_my_requests() -> None:
    visit = Visit(form="")

    visit.enter()

    assert visit.guide.went == [(Place.MY_REQUESTS, "")]


def test_only_keys_that_can_come_next_are_there() -> None:
    visit = Visit()

    visit.type("A")

    assert [key.text for key in visit.state.keys] == list("1234567890")


def test_a_key_that_cannot_come_next_does_nothing() -> None:
    visit = Visit()

    visit.type("7A")

    assert visit.state.shown == "A"


def test_a_number_too_short_is_not_taken() -> None:
    visit = Visit()
    visit.type("A12")

    visit.screen.carry_on()

    assert visit.state.step is Step.NUMBER
    assert "7 letters and numbers" in visit.state.error


def test_touching_a_key_takes_the_error_away() -> None:
    visit = Visit()
    visit.screen.carry_on()

    visit.type("A")

    assert visit.state.error == ""


def test_rub_out_takes_one_sign_away() -> None:
    visit = Visit()
    visit.type("A12")

    visit.screen.rub_out()

    assert visit.state.shown == "A1"


def test_the_pin_is_never_in_the_state() -> None:
    visit = Visit()
    visit.to_the_pin()

    visit.type(PIN)

    assert visit.state.shown == "●●●●"
    assert PIN not in repr(visit.state)


def test_a_wrong_pin_and_an_unknown_number_read_the_same() -> None:
    wrong, unknown = Visit(wait=30), Visit(wait=30)

    wrong.enter(pin="9999")
    unknown.enter(number="Z9999ZZ")

    assert wrong.state.error == unknown.state.error != ""


@pytest.mark.parametrize(
    ("wait", "said"),
    [(0, "try again now"), (30, "in 30 seconds"), (120, "in 2 minutes"), (61, "in 2 minutes")],
)
def test_the_wait_is_said(wait: int, said: str) -> None:
    visit = Visit(wait=wait)

    visit.enter(pin="9999")

    assert said in visit.state.error
    assert visit.errand.asker is None


def test_the_wait_is_counted_down_to_its_end() -> None:
    visit = Visit(wait=2)
    visit.enter(pin="9999")

    visit.screen.second_passed()
    assert "in 1 second." in visit.state.error
    visit.screen.second_passed()

    assert visit.state.error == ""
    assert not visit.state.waiting


def test_typing_does_not_hide_the_wait() -> None:
    visit = Visit(wait=30)
    visit.enter(pin="9999")

    visit.type("4")

    assert "in 30 seconds" in visit.state.error


def test_a_wrong_pin_is_forgotten_at_once() -> None:
    visit = Visit()

    visit.enter(pin="9999")

    assert visit.state.shown == ""


def test_without_a_pin_the_screen_says_first_how_the_answer_comes() -> None:
    visit = Visit()
    visit.to_the_pin()

    visit.screen.no_pin()

    assert "Your answer comes in a sealed envelope, or in person." in told(visit)
    assert visit.errand.asker is None


def test_without_a_pin_somebody_can_still_ask_unproven() -> None:
    visit = Visit()
    visit.to_the_pin()
    visit.screen.no_pin()

    visit.screen.carry_on()

    assert visit.errand.asker == SignedIn(NUMBER, proven=False)
    assert visit.guide.went == [(Place.QUESTION, "housing-help")]


def test_without_a_pin_my_requests_stay_shut() -> None:
    visit = Visit(form="")
    visit.to_the_pin()
    visit.screen.no_pin()

    visit.screen.carry_on()

    assert visit.errand.asker is None
    assert visit.guide.went == [(Place.HOME, "")]


def test_a_forgotten_pin_asks_the_office_for_a_new_one() -> None:
    visit = Visit()
    visit.to_the_pin()
    visit.screen.forgot()

    visit.screen.carry_on()

    assert visit.stores.new_pins == [NUMBER]
    assert visit.state.step is Step.NEW_PIN


def test_a_new_pin_is_asked_for_only_once_a_visit() -> None:
    visit = Visit()
    visit.to_the_pin()
    visit.screen.forgot()
    visit.screen.carry_on()
    visit.screen.back()

    visit.screen.forgot()

    assert visit.state.step is Step.NEW_PIN
    assert visit.stores.new_pins == [NUMBER]


def test_a_full_screen_says_who_can_give_a_new_pin() -> None:
    visit = Visit(full=True)
    visit.to_the_pin()
    visit.screen.forgot()

    visit.screen.carry_on()

    assert told(visit)[0] == "Ask an officer for a new PIN."


def test_back_from_the_pin_keeps_the_number() -> None:
    visit = Visit()
    visit.to_the_pin()
    visit.type("48")

    visit.screen.back()

    assert visit.state.shown == NUMBER


def test_back_from_the_number_leaves() -> None:
    visit = Visit()

    visit.screen.back()

    assert visit.guide.backs == 1


def test_before_the_pin_is_checked_the_screen_shows_that_it_is_on() -> None:
    visit = Visit()
    visit.to_the_pin()
    visit.type(PIN)

    visit.screen.carry_on()

    assert visit.state.checking
    assert not visit.state.ready
    assert visit.errand.asker is None


def test_nothing_is_checked_without_a_touch_on_continue() -> None:
    visit = Visit()
    visit.to_the_pin()
    visit.type(PIN)

    visit.screen.check()

    assert visit.errand.asker is None


def test_whoever_goes_back_in_that_moment_is_not_signed_in() -> None:
    visit = Visit()
    visit.to_the_pin()
    visit.type(PIN)
    visit.screen.carry_on()

    visit.screen.back()
    visit.screen.check()

    assert visit.errand.asker is None

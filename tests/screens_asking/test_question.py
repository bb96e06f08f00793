"""One question on one page."""

from kiosk.exchange.forms import Form
from kiosk.screens.errand import Errand, TurnedDown
from kiosk.screens.places import Place
from kiosk.screens.question.presenter import QuestionPresenter, QuestionState
from kiosk.translation import Words
from kiosk.visit.sign_in import SignedIn
from tests.builders.asking import (
    NUMBER,
    Guide,
    ShortStores,
    a_choice,
    a_consent,
    a_form,
    a_form_in_hand,
    a_question,
)


class Page:
    """A person at a question."""

    def __init__(self, form: Form | None = None, *answers: tuple[str, ...]) -> None:
        self.stores = ShortStores()
        self.errand = Errand(
            self.stores, SignedIn(NUMBER, proven=True), a_form_in_hand(form, *answers)
        )
        self.guide = Guide()
        self.screen = QuestionPresenter(Words("en"), self.errand, self.guide.to, self.guide.back)

    @property
    def state(self) -> QuestionState:
        return self.screen.state

    def choose(self, *codes: str) -> None:
        for code in codes:
            self.screen.choose(code)

    def chosen(self) -> list[str]:
        return [option.key for option in self.state.options if option.chosen]


def test_the_page_shows_one_question_with_its_answers() -> None:
    state = Page().state

    assert (state.caption, state.title) == ("Housing help", "What is it about?")
    assert [option.key for option in state.options] == ["keep", "rent", "nowhere"]


def test_one_answer_takes_the_place_of_the_other() -> None:
    page = Page()

    page.choose("keep", "rent")

    assert page.chosen() == ["rent"]


def test_several_answers_stay_where_several_may() -> None:
    page = Page(a_form(a_question(pick="any")))

    page.choose("keep", "rent")

    assert page.chosen() == ["keep", "rent"]
    assert page.state.hint == "Touch all that fit you."


def test_one_answer_has_a_ring_and_several_have_a_box() -> None:
    assert all(option.one for option in Page().state.options)
    assert not any(option.one for option in Page(a_form(a_question(pick="any"))).state.options)


def test_a_choice_without_a_picture_shows_none() -> None:
    page = Page(a_form(a_question(choices=(a_choice("keep", icon="house"), a_choice("rent")))))

    assert [option.icon for option in page.state.options] == ["house", ""]


def test_an_answer_that_stands_alone_clears_the_others() -> None:
    choices = (a_choice("keep"), a_choice("rent"), a_choice("in-person", alone=True))
    page = Page(a_form(a_question(pick="any", choices=choices)))

    page.choose("keep", "rent", "in-person")

    assert page.chosen() == ["in-person"]


def test_an_answer_too_many_is_not_taken_but_explained() -> None:
    page = Page(a_form(a_question(pick="any", most=2)))

    page.choose("keep", "rent", "nowhere")

    assert page.chosen() == ["keep", "rent"]
    assert page.state.error == ("You can have 2 answers here. Touch one again to take it away.")


def test_the_limit_is_said_before_it_is_reached() -> None:
    assert Page(a_form(a_question(pick="any", most=2))).state.hint == "Touch up to 2."


def test_taking_an_answer_away_is_no_mistake() -> None:
    page = Page(a_form(a_question(pick="any", most=2)))

    page.choose("keep", "rent", "keep")

    assert page.chosen() == ["rent"]
    assert page.state.error == ""


def test_without_an_answer_the_page_says_why_it_cannot_go_on() -> None:
    page = Page()
    assert page.state.why_not == "Touch one answer first."
    assert not page.state.ready

    page.screen.carry_on()

    assert page.state.error == "Touch one answer first."
    assert page.state.title == "What is it about?"


def test_an_answer_takes_the_error_away() -> None:
    page = Page()
    page.screen.carry_on()

    page.choose("keep")

    assert page.state.error == ""
    assert page.state.ready


def test_continue_leads_to_the_next_question() -> None:
    page = Page()
    page.choose("keep")

    page.screen.carry_on()

    assert [option.key for option in page.state.options] == ["rented", "owned"]


def test_the_last_question_leads_to_the_check() -> None:
    page = Page(None, ("keep",))
    page.choose("rented")

    page.screen.carry_on()

    assert page.guide.went == [(Place.CHECK, "")]
    assert page.guide.instead


def test_a_consent_may_be_left_blank() -> None:
    page = Page(a_form(a_consent()))
    assert page.chosen() == []
    assert "Saying no does not count against you." in page.state.hint

    page.screen.carry_on()

    assert page.guide.went == [(Place.CHECK, "")]


def test_a_warning_stands_on_the_page() -> None:
    warning = "This screen is too slow. Tell wing staff now: I have an urgent date."

    assert Page(a_form(a_question(warning=warning))).state.warning == warning


def test_back_leads_to_the_question_before_with_its_answer() -> None:
    page = Page(None, ("keep",))

    page.screen.back()

    assert page.chosen() == ["keep"]
    assert page.guide.backs == 0


def test_back_from_the_first_question_leaves_the_form() -> None:
    page = Page()

    page.screen.back()

    assert page.guide.backs == 1


def test_back_from_a_change_leads_to_the_check() -> None:
    page = Page(None, ("keep",), ("rented",))
    assert page.errand.in_hand is not None
    page.errand.in_hand.change("about")

    page.screen.back()

    assert page.guide.went == [(Place.CHECK, "")]


def test_hidden_answers_are_not_in_the_state_at_all() -> None:
    page = Page()
    page.choose("keep")

    page.screen.hide()

    assert page.state.uncover
    for secret in ("Housing", "about", "Keep"):
        assert secret not in repr(page.state)


def test_an_untouched_page_is_covered_once_something_was_chosen() -> None:
    page = Page()
    page.screen.cover()
    assert not page.state.uncover

    page.choose("keep")
    page.screen.cover()

    assert page.state.uncover


def test_touching_the_cover_shows_the_answers_again() -> None:
    page = Page()
    page.choose("keep")
    page.screen.hide()

    page.screen.uncover()

    assert page.chosen() == ["keep"]


def test_five_requests_today_are_said_before_the_first_question() -> None:
    page = Page()
    page.stores.why = TurnedDown.FIVE_TODAY

    page.screen.shown()

    assert page.state.title == "You have asked 5 times today"
    assert page.state.options == ()
    assert any("ask to be seen at any time" in line.text for line in page.state.advice)


def test_back_from_five_today_leaves_the_form() -> None:
    page = Page(None, ("keep",))
    page.stores.why = TurnedDown.FIVE_TODAY
    page.screen.shown()

    page.screen.back()

    assert page.guide.backs == 1


def test_another_language_keeps_the_answers() -> None:
    welsh = a_form(
        a_question(text="Am beth mae e?"), a_question("where", "rented", "owned", text="Ble?")
    )
    page = Page(None, ("keep",))
    page.choose("rented")
    page.stores.form = lambda *_: a_form_in_hand(welsh)

    page.errand.say_in("cy")
    page.screen.reword(Words("cy"))

    assert page.state.title == "Ble?"
    assert page.chosen() == ["rented"]
    page.screen.back()
    assert page.chosen() == ["keep"]

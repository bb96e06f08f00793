"""All answers once more before they are sent."""

from kiosk.exchange.forms import Form
from kiosk.screens.check.presenter import LISTED, NO, YES, CheckPresenter, CheckState
from kiosk.screens.errand import Errand
from kiosk.screens.places import Place
from kiosk.translation import Words
from kiosk.visit.sign_in import SignedIn
from tests.builders.asking import (
    NUMBER,
    Guide,
    ShortStores,
    a_consent,
    a_form,
    a_form_in_hand,
    a_question,
)


class Page:
    """A person who has answered everything."""

    def __init__(
        self, form: Form | None = None, answers: tuple[tuple[str, ...], ...] = (), **stores: object
    ) -> None:
        self.stores = ShortStores(**stores)  # type: ignore[arg-type]
        self.errand = Errand(
            self.stores,
            SignedIn(NUMBER, proven=True),
            a_form_in_hand(form, *(answers or (("keep",), ("rented",)))),
            asked_from="bail-address",
        )
        self.guide = Guide()
        self.screen = CheckPresenter(Words("en"), self.errand, self.guide.to, self.guide.back)

    @property
    def state(self) -> CheckState:
        return self.screen.state


def private() -> Page:
    return Page(a_form(private=True))


def test_every_answer_has_its_row() -> None:
    rows = Page().state.rows

    assert [(row.key, row.text, row.button) for row in rows] == [
        ("about", "Keep", "Change"),
        ("where", "Rented", "Change"),
    ]


def test_several_answers_stand_under_each_other() -> None:
    page = Page(a_form(a_question(pick="any")), (("keep", "rent"),))

    assert page.state.rows[0].text == "Keep\nRent"


def test_what_was_left_blank_says_so() -> None:
    page = Page(a_form(a_consent()), ((),))

    assert page.state.rows[0].text == "Not answered"


def test_the_days_are_said_as_an_aim() -> None:
    assert [line.text for line in Page().state.promises] == [
        "We aim to read it by Wednesday 25 November.",
        "We aim to answer by Wednesday 2 December.",
    ]


def test_change_opens_that_question() -> None:
    page = Page()

    page.screen.change("where")

    assert page.errand.in_hand is not None
    assert page.errand.in_hand.question is not None
    assert page.errand.in_hand.question.id == "where"
    assert page.guide.went == [(Place.QUESTION, "")]


def test_send_saves_with_the_entry_it_was_asked_from() -> None:
    page = Page()

    page.screen.send()

    assert page.stores.saved == [("Housing help", NUMBER, True, "bail-address")]
    assert page.guide.went == [(Place.CONFIRMATION, "")]
    assert page.guide.instead


def test_a_double_touch_sends_once() -> None:
    page = Page()

    page.screen.send()
    page.screen.send()

    assert len(page.stores.saved) == 1
    assert len(page.guide.went) == 1


def test_nothing_stays_in_hand_after_sending() -> None:
    page = Page()

    page.screen.send()

    assert page.errand.in_hand is None
    assert page.errand.saved is not None


def test_an_ordinary_form_does_not_ask_about_the_list() -> None:
    assert Page().state.list_question == ""


def test_a_private_form_stays_off_the_list_unless_chosen() -> None:
    page = private()
    assert [(choice.key, choice.chosen) for choice in page.state.list_choices] == [
        (YES, False),
        (NO, True),
    ]

    page.screen.send()

    assert page.stores.saved[0][2] is False


def test_in_large_letters_the_list_is_asked_about_first_and_changed_there() -> None:
    page = private()
    texts = [page.state.lines[0].text]

    for _ in range(2):
        page.screen.change(LISTED)
        texts.append(page.state.lines[0].text)

    assert texts == ["No", "Yes", "No"]
    assert page.guide.went == []


def test_where_a_machine_may_not_translate_an_interpreter_is_offered() -> None:
    page = private()
    offered = []
    for language in ("en", "cy", "pl"):
        page.screen.reword(Words(language))
        offered.append(page.state.list_note)

    assert offered == ["", "", Words("pl")("Ask for an interpreter")]
    assert page.state.list_question == "Show this on my list?"


def test_a_private_form_is_listed_after_a_yes() -> None:
    page = private()
    page.screen.show_on_list(YES)

    page.screen.send()

    assert page.stores.saved[0][2] is True


def test_a_yes_can_be_taken_back() -> None:
    page = private()
    page.screen.show_on_list(YES)
    page.screen.show_on_list(NO)

    page.screen.send()

    assert page.stores.saved[0][2] is False


def test_a_full_screen_keeps_the_answers_and_says_what_to_do() -> None:
    page = Page(full=True)

    page.screen.send()

    assert page.state.title == "This screen is full"
    assert any("Ask on paper today" in line.text for line in page.state.advice)
    assert page.guide.went == []
    assert page.errand.in_hand is not None


def test_back_leads_to_the_last_question() -> None:
    page = Page()

    page.screen.back()

    assert page.guide.went == [(Place.QUESTION, "")]


def test_an_untouched_page_is_covered() -> None:
    page = Page()

    page.screen.cover()

    assert page.state.uncover


def test_hidden_answers_are_not_in_the_state_at_all() -> None:
    page = Page()

    page.screen.hide()

    for secret in ("Housing", "Keep", "Rented"):
        assert secret not in repr(page.state)

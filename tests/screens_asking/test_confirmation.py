"""What a person reads after asking."""

from kiosk.screens.confirmation.presenter import ConfirmationPresenter
from kiosk.screens.errand import Errand
from kiosk.screens.places import Place
from kiosk.translation import Words
from tests.builders.asking import Guide, ShortStores, a_saved_request


def a_confirmation(guide: Guide | None = None, **saved: object) -> ConfirmationPresenter:
    errand = Errand(ShortStores(), saved=a_saved_request(**saved))
    guide = guide or Guide()
    return ConfirmationPresenter(Words("en"), errand, guide.back, guide.to)


def said(presenter: ConfirmationPresenter) -> str:
    return " ".join(line.text for line in presenter.state.answer)


def test_it_says_that_nobody_has_read_it_yet() -> None:
    state = a_confirmation().state

    assert (state.title, state.lead) == ("Saved", "Nobody has read it yet.")


def test_it_shows_the_number() -> None:
    assert a_confirmation().state.number == "K7-4QX-92"


def test_it_says_what_happens_next_with_days() -> None:
    assert [step.text for step in a_confirmation().state.steps] == [
        "Saved here — today, 10:42",
        "Taken to the housing team — by Tuesday 24 November",
        "Read — by Wednesday 25 November",
        "We aim to answer by Wednesday 2 December",
    ]


def test_only_the_first_step_is_done() -> None:
    assert [step.done for step in a_confirmation().state.steps] == [True, False, False, False]


def test_a_listed_request_is_seen_under_my_requests() -> None:
    assert "touch My requests" in said(a_confirmation())


def test_a_request_off_the_list_is_answered_in_private() -> None:
    answer = said(a_confirmation(listed=False))

    assert "Your answer comes to you in private." in answer
    assert "My requests" not in answer


def test_an_unproven_request_is_answered_in_an_envelope_or_in_person() -> None:
    answer = said(a_confirmation(proven=False))

    assert "sealed envelope, or in person" in answer
    assert "My requests" not in answer


def test_without_a_reader_the_office_is_named() -> None:
    steps = a_confirmation(reader="").state.steps

    assert steps[1].text == "Taken to the office — by Tuesday 24 November"


def test_closing_ends_the_visit() -> None:
    guide = Guide()

    a_confirmation(guide).close()

    assert guide.backs == 1


def test_asking_for_something_else_leads_to_the_forms() -> None:
    guide = Guide()

    a_confirmation(guide).ask_another()

    assert guide.went == [(Place.HOME, ""), (Place.ASK_LIST, "")]


def test_untouched_it_keeps_the_number_and_hides_who_reads_it() -> None:
    page = a_confirmation()
    reader = page.state.steps[1].text

    page.cover()

    assert page.state.number == "K7-4QX-92"
    assert reader not in repr(page.state)
    assert page.state.close == "Close and hide"
    page.uncover()
    assert page.state.steps[1].text == reader

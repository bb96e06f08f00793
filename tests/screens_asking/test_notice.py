"""The notice before a request."""

import pytest

from kiosk.screens.notice.presenter import NoticePresenter
from kiosk.screens.notice.service import Service
from kiosk.screens.places import Place
from kiosk.translation import Words
from tests.builders.asking import Guide


def a_service(**more: str) -> Service:
    fields = {
        "form": "housing-help",
        "name": "Housing help",
        "reader": "The housing team",
        "employer": "Northgate Advice, a charity",
        "retention": "12 months",
    }
    return Service(**(fields | more))


def a_notice(
    guide: Guide, *, known: bool = False, easy: bool = False, **service: str
) -> NoticePresenter:
    return NoticePresenter(
        Words("en", easy=easy), lambda _: a_service(**service), lambda: known, guide.to, guide.back
    )


def test_the_first_line_names_who_reads_it_and_who_they_work_for() -> None:
    line = a_notice(Guide()).state.lines[0]

    assert line.text == (
        "The housing team reads this. They work for Northgate Advice, a charity. "
        "If they are away, a manager can open it."
    )
    assert line.strong == ("The housing team reads this.",)


def test_a_team_without_an_employer_is_not_given_one() -> None:
    line = a_notice(Guide(), employer="").state.lines[0]

    assert "work for" not in line.text


def test_every_line_has_a_picture() -> None:
    assert all(line.icon for line in a_notice(Guide()).state.lines)


def test_bold_words_stand_in_their_line() -> None:
    assert all(part in line.text for line in a_notice(Guide()).state.lines for part in line.strong)


def test_the_notice_says_what_must_be_told() -> None:
    said = " ".join(line.text for line in a_notice(Guide()).state.lines)

    for words in (
        "You may hurt yourself",
        "A child or adult is not safe",
        "danger to this prison",
        "If the law or a court says so, we must hand it over.",
        "You can say no. It does not count against you.",
        "This is not like talking to your lawyer.",
        "We keep it for 12 months. You can ask to see it.",
        "Nobody reads this straight away.",
        "The slip does not say why.",
    ):
        assert words in said


@pytest.mark.parametrize(
    "words",
    [
        "The housing team reads this.",
        "They work for Northgate Advice, a charity.",
        "hurt yourself",
        "child or adult is not safe",
        "a serious crime or an escape",
        "danger to this prison",
        "If the law or a court says so, we must hand it over.",
        "unless you say yes, or we must",
        "You can say no. It does not count against you.",
        "This is not like talking to your lawyer.",
        "12 months",
        "Nobody reads this straight away.",
        "The slip does not say why.",
    ],
)
def test_the_easy_notice_says_no_less(words: str) -> None:
    said = " ".join(line.text for line in a_notice(Guide(), easy=True).state.lines)

    assert words in said


def test_the_easy_notice_says_one_idea_a_line_each_with_a_picture() -> None:
    lines = a_notice(Guide(), easy=True).state.lines

    assert all(line.icon for line in lines)
    assert max(len(line.text.split()) for line in lines) <= 20
    assert len(lines) > 2 * len(a_notice(Guide()).state.lines)


def test_somebody_unknown_signs_in_after_the_notice() -> None:
    guide = Guide()

    a_notice(guide).carry_on()

    assert guide.went == [(Place.SIGN_IN, "housing-help")]


def test_somebody_known_goes_straight_to_the_first_question() -> None:
    guide = Guide()

    a_notice(guide, known=True).carry_on()

    assert guide.went == [(Place.QUESTION, "housing-help")]


def test_asking_in_person_says_how_and_asks_nothing() -> None:
    guide = Guide()
    notice = a_notice(guide)

    notice.ask_in_person()

    assert notice.state.title == "Ask in person"
    assert notice.state.lines == ()
    assert "I want an appointment" in notice.state.advice[0].text
    assert guide.went == []


def test_back_from_the_advice_leads_to_the_notice() -> None:
    guide = Guide()
    notice = a_notice(guide)
    notice.ask_in_person()

    notice.back()

    assert notice.state.title == "Before you ask"
    assert guide.backs == 0


def test_back_from_the_notice_leaves() -> None:
    guide = Guide()

    a_notice(guide).back()

    assert guide.backs == 1


def test_a_form_that_cannot_be_asked_with_today_says_how_to_ask_in_person() -> None:
    state = a_notice(Guide(), reader="").state

    assert state.title == "Ask in person"
    assert state.lines == ()


def test_stop_leads_home() -> None:
    guide = Guide()

    a_notice(guide).stop()

    assert guide.went == [(Place.HOME, "")]
